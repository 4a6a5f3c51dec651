// How records are put into words and elements. Fetched text becomes text nodes alone, never markup.

const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const COUNTRY_GROUPS = { IGO: "international organisation", UNO: "United Nations", EUR: "European Union" };
export const REALIS = { future: "announced", hypothetical: "possible", negated: "denied", historical: "earlier" };

// The words of the terminal too: see telling/tables.py.
const [PHRASES, PLURALS, WORDS] = await Promise.all(["phrases.json", "plurals.json", "words.json"].map(table));

export const TYPES = [
  "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
  "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "STATEMENT",
];

/** A table of words; an empty one where it cannot be had, so that types are told as they are and not nothing. */
async function table(file) {
  try {
    const answer = await fetch(`/static/${file}`);
    return answer.ok ? await answer.json() : {};
  } catch {
    return {};
  }
}

/** An element with attributes and children; children that are no elements become text. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** Text without control and direction characters. */
export function clean(text) {
  return String(text ?? "").replace(CONTROLS, " ");
}

/** A name in whatever script it is written. */
export function name(text, attributes = {}) {
  return element("bdi", attributes, clean(text));
}

/** A link to a page of the web; anything but http and https stays text. */
export function link(url, ...children) {
  let target = null;
  try {
    target = new URL(url);
  } catch {
    target = null;
  }
  if (target === null || !["http:", "https:"].includes(target.protocol)) return element("span", {}, ...children);
  return element("a", { href: target.href, rel: "noopener noreferrer nofollow", target: "_blank" }, ...children);
}

export function count(number, one, many = `${one}s`) {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

/** The moment that an ISO day, month or year begins, and how finely it is known; null for what is none. */
function moment(iso) {
  const [year, month, date] = String(iso ?? "").slice(0, 10).split("-").map(Number);
  const at = new Date(0);
  at.setUTCFullYear(year, (month || 1) - 1, date || 1);
  if (!year || Number.isNaN(at.getTime())) return null;
  return { at, fineness: { year: "numeric", month: month ? "short" : undefined, day: date ? "numeric" : undefined } };
}

function format(fineness) {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", ...fineness });
}

/** "12 Mar 2025", "Mar 2025" or "2025" */
export function day(iso) {
  const found = moment(iso);
  return found ? format(found.fineness).format(found.at) : clean(iso);
}

/** "12–14 Mar 2025" */
export function days(first, last) {
  const [from, to] = [moment(first), moment(last)];
  if (!from || !to || to.at <= from.at) return day(first);
  return format(from.fineness).formatRange(from.at, to.at);
}

/** "12 Mar 2025, 14:05" */
export function time(iso) {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return `${day(at.toISOString())}, ${format({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at)}`;
}

/** When the event took place; else, said to be that, when it was first reported. */
export function when(event) {
  if (!event.date) return `reported ${day(event.first_report)}`;
  return event.date.end ? days(event.date.start, event.date.end) : day(event.date.start);
}

/** "more than 640 million US dollars a year" */
export function amount(quantity) {
  const bound = WORDS.bounds?.[quantity.bound] ?? "";
  const upper = quantity.upper == null ? "" : `–${figure(quantity.upper)}`;
  const isOne = quantity.value === 1 && quantity.upper == null;
  const counted = () => (isOne ? quantity.unit : plural(quantity.unit));
  const units = {
    money: () => currency(quantity.unit),
    percent: () => (/point$/.test(quantity.unit ?? "") ? counted() : "%"),
  };
  const unit = (units[quantity.kind] ?? counted)() ?? "";
  const per = quantity.per ? ` ${quantity.per === "hour" ? "an" : "a"} ${quantity.per}` : "";
  return clean(`${bound} ${figure(quantity.value)}${upper}${unit === "%" ? "" : " "}${unit}${per}`.trim());
}

/** "US dollars" of USD; what is no code of a currency stays as it is. */
function currency(code) {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay: "name" });
    return format.formatToParts(2).find((part) => part.type === "currency").value;
  } catch {
    return code;
  }
}

/** The plural of a noun; abbreviations have none, and what ends with "s" may be one already. */
function plural(unit) {
  const noun = String(unit ?? "");
  if (noun.length < 3 || /[A-Z]/.test(noun)) return noun;
  if (Object.hasOwn(PLURALS, noun)) return PLURALS[noun];
  const end = WORDS.compounded?.find((each) => noun.endsWith(each) && PLURALS[each]);
  if (end) return noun.slice(0, -end.length) + PLURALS[end];
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  if (/(ss|us|x|z|ch|sh)$/.test(noun)) return `${noun}es`;
  return noun.endsWith("s") ? noun : `${noun}s`;
}

function figure(value) {
  const sizes = [[1e12, "trillion"], [1e9, "billion"], [1e6, "million"]];
  const [size, word] = sizes.find(([each]) => Math.abs(value) >= each) ?? [1, ""];
  return `${(value / size).toLocaleString("en", { maximumFractionDigits: 2 })} ${word}`.trim();
}

/** Those who act or are acted upon, with where they are from. */
export function parties(all, most = 3) {
  if (!all?.length) return element("span", { class: "unnamed" }, "someone unnamed");
  const shown = all.slice(0, most).map((party) =>
    element("span", { class: "party" }, name(party.name), party.country ? country(party.country) : null));
  const more = all.length > most ? ` and ${all.length - most} more` : "";
  return element("span", { class: "parties" }, shown.flatMap((party, at) => (at ? [", ", party] : [party])), more);
}

function country(code) {
  return element("abbr", { class: "country", title: COUNTRY_GROUPS[code] ?? clean(code) }, clean(code));
}

/** Names one after the other: "A, B and 3 more". */
export function list(names, total = names.length, most = 3) {
  const parts = names.slice(0, most).flatMap((each, at) => (at ? [", ", name(each)] : [name(each)]));
  const rest = Math.max(total, names.length) - Math.min(names.length, most);
  return [...parts, rest > 0 ? ` and ${rest} more` : ""];
}

/** What is done, as its realis has it: "visited", "will visit", "may visit", "did not visit". */
function verb(event) {
  const found = PHRASES[`${event.type}/${event.cameo}`] ?? PHRASES[`${event.type}/${event.mode}`] ?? PHRASES[event.type];
  if (!found) return clean(event.type);
  const isAlone = !event.recipients?.length;
  const [infinitive, past] = isAlone && found.length > 3 ? found.slice(3) : found;
  const isSaid = event.realis !== "negated" && WORDS.prospective?.includes(event.type);
  const auxiliary = isSaid ? null : WORDS.auxiliaries?.[event.realis];
  return `${auxiliary ? `${auxiliary} ${infinitive}` : past} ${isAlone ? "" : found[2]}`.trim();
}

/** Who does what to whom. */
export function deed(event) {
  const type = element("span", { class: "type" }, clean(event.type), event.mode ? ` · ${clean(event.mode)}` : "");
  const told = REALIS[event.realis];
  return element(
    "p", { class: "deed" },
    parties(event.actors), " ", verb(event), " ",
    event.recipients?.length ? parties(event.recipients) : null, " ", type,
    told ? element("span", { class: "realis" }, told) : null,
    [...(event.quantities ?? [])].sort((a, b) => (b.kind === "money") - (a.kind === "money")).slice(0, 2).map((quantity) => [" ", element("span", { class: "amount" }, amount(quantity))]),
  );
}

/** How many of several outlets do not only copy. */
export function independent(told) {
  if (told.outlet_count < 2) return "";
  return told.independent_count === told.outlet_count ? ", all independent" : `, ${told.independent_count} independent`;
}

/** Who says so, in which outlets. */
export function sources(event) {
  const speakers = (event.speakers ?? []).map((speaker) => speaker.name);
  return element(
    "p", { class: "sources" },
    speakers.length ? element("span", { class: "says" }, speakers.length === 1 ? "says " : "say ", list(speakers, speakers.length, 2)) : null,
    element("span", { class: "outlets" }, list(event.outlets ?? [], event.outlet_count), independent(event)),
    event.disagreements?.length
      ? element("span", { class: "differ" }, `disagree on ${event.disagreements.map((d) => clean(d.about || d.kind)).join(", ")}`)
      : null,
  );
}

/** Each mention with its sentence, folded away. */
export function quotes(event, isOpen = false) {
  const mentions = event.mentions ?? [];
  const left = event.mention_count - mentions.length;
  return element(
    "details", { class: "quotes", open: isOpen },
    element("summary", {}, count(event.mention_count, "quote")),
    event.disagreements?.length ? disagreements(event.disagreements, mentions) : null,
    element("ul", {}, mentions.map((mention) => element(
      "li", {},
      element("blockquote", {}, name(mention.quote)),
      element("p", { class: "source" },
        link(mention.url, name(mention.outlet)), `, ${time(mention.time)}`,
        mention.speaker ? [", says ", name(mention.speaker.name)] : null,
        mention.copy_of ? element("span", { class: "copy" }, "a copy") : null),
    ))),
    left > 0 ? element("p", { class: "source" }, `${count(left, "further mention")} not listed`) : null,
  );
}

/** What the reports do not agree on, side by side; where not all was told on one day, since which day each side was. */
export function disagreements(all, mentions) {
  const days = new Map(mentions.map((mention) => [mention.mention, mention.time.slice(0, 10)]));
  const since = (side) => side.mentions.map((one) => days.get(one)).filter(Boolean).sort()[0];
  const apart = (sides) => sides.every(since) && new Set(sides.map(since)).size > 1;
  return element("dl", { class: "disagreements" }, all.map((each) => [
    element("dt", {}, `They disagree on ${each.kind === "whether" ? "whether it happened" : clean(each.about || each.kind)}`),
    each.sides.map((side) => element(
      "dd", {},
      element("strong", {}, side.quantity ? amount(side.quantity) : name(side.value)), " ",
      element("span", { class: "outlets" }, list(side.outlets, side.outlets.length, 4),
        apart(each.sides) ? `, told ${since(side)}` : null),
      side.quotes?.length ? element("q", {}, name(side.quotes[0])) : null,
    )),
  ]));
}

/** A story's articles in order, copies marked. */
export function articles(story) {
  const outlets = new Map(story.articles.map((article) => [article.article, article.outlet]));
  const left = story.article_count - story.articles.length;
  return element(
    "ol", { class: "articles" },
    story.articles.map((article) => element(
      "li", {},
      element("span", { class: "outlet" }, name(article.outlet)), " ",
      link(article.url, name(article.title || "untitled")), " ",
      element("time", { datetime: clean(article.time) }, time(article.time)),
      article.copy_of
        ? element("span", { class: "copy" }, "a copy", outlets.has(article.copy_of) ? [" of ", name(outlets.get(article.copy_of))] : "")
        : null,
      article.agencies?.length ? element("span", { class: "copy" }, "from ", list(article.agencies)) : null,
      (article.incomplete ?? []).map((said) => element("span", { class: "copy" }, name(said))),
    )),
    left > 0 ? element("li", { class: "copy" }, `${count(left, "further article")} not listed`) : null,
  );
}
