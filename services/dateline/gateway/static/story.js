// One story, told as a person would: what happened, who says so, what they disagree on, the outlets in order.

import {
  articles, clean, count, days, deed, disagreements, element, independent, name, quotes, sources, when,
} from "./words.js";
import { focusOf } from "./focus.js";
import { connection, Wire } from "./wire.js";

const MOST_TOLD = 8; // deeds of one part that are told before the others are folded away

const id = decoded(location.pathname.split("/")[2] ?? "");
const page = document.getElementById("story");
const trouble = document.getElementById("trouble");
const state = connection(document.getElementById("connection"));
const PARTS = [
  ["What happened", (event) => event.realis === "actual"],
  ["What is announced or possible", (event) => ["future", "hypothetical"].includes(event.realis)],
  ["What is denied", (event) => event.realis === "negated"],
  ["What went before", (event) => event.realis === "historical"],
];
const rest = new Map(); // by id, events that the story does not name, once they are asked for
let isWhole = false;
let telling = null;

/** What stands in an address; as it stands there where it is no encoding, so that no story is found. */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

async function get(path) {
  const answer = await fetch(path);
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.error);
  return content;
}

async function tell() {
  try {
    const story = await get(`/stories/${encodeURIComponent(id)}`);
    const { items, event_count: total } = await get(`/stories/${encodeURIComponent(id)}/events`);
    const named = new Set(items.map((event) => event.id));
    const events = [...items, ...[...rest.values()].filter((event) => !named.has(event.id))];
    const open = new Set([...page.querySelectorAll("details[open]")].map((each) => each.closest("[data-id]")?.dataset.id));
    const handOn = focusOf(page);
    page.replaceChildren(...(story.life === "ended" ? ending(story) : parts(story, events, total, open)));
    handOn(page);
    document.title = `${clean(story.title || "A story")} – Dateline`;
    trouble.hidden = true;
  } catch (error) {
    refused(error.message);
  }
}

function refused(why) {
  trouble.textContent = why;
  trouble.hidden = false;
}

function parts(story, events, total, open) {
  const doubted = doubts(events);
  const mentions = events.flatMap((event) => event.mentions ?? []);
  return [
    heading(story),
    ...PARTS.map(([title, belongs]) => deeds(title, events.filter(belongs), open)),
    isWhole || total <= events.length ? null : further(total - events.length, total),
    doubted.length ? element("section", {}, element("h3", {}, "What they disagree on"), doubted.map(([event, own]) => element(
      "div", { class: `event quad-${Number(event.quad)}` }, deed(event), disagreements(own, mentions),
    ))) : null,
    voices(events),
    element("section", {}, element("h3", {}, "The outlets, in order"), articles(story)),
  ].filter(Boolean);
}

/** How many events are not told here, and a way to them. */
function further(left, total) {
  const button = element("button", { type: "button" }, "Show all");
  button.addEventListener("click", tellWhole);
  return element("p", { class: "older" }, `${left.toLocaleString("en")} further of ${count(total, "event")}. `, button);
}

async function tellWhole(clicked) {
  clicked.target.disabled = true;
  try {
    let since = "";
    do {
      const page = await get(`/events?${new URLSearchParams({ story: id, live: "1", limit: "500", since })}`);
      for (const event of page.items) rest.set(event.id, event);
      since = page.more ? page.next : "";
    } while (since);
    isWhole = true;
    await tell();
  } catch (error) {
    refused(error.message);
    clicked.target.disabled = false;
  }
}

/** The events with what is disagreed on; what several deeds of one sentence share is told with the first. */
function doubts(events) {
  const told = new Set();
  const isNew = ({ kind, about, sides }) => {
    const key = JSON.stringify([kind, about, sides.map(({ value, outlets, quotes }) => [value, outlets, quotes?.[0]])]);
    return !told.has(key) && told.add(key);
  };
  return events.map((event) => [event, (event.disagreements ?? []).filter(isNew)]).filter(([, own]) => own.length);
}

function heading(story) {
  return element(
    "header", {},
    element("h2", {}, name(story.title || "untitled")),
    element("p", { class: "standfirst" },
      `${days(story.first, story.last)}. Told by ${count(story.outlet_count, "outlet")}${independent(story)}, in ${count(story.article_count, "article")}.`),
  );
}

/** The best supported in order of time, with the sentence that says so; the others folded away. */
function deeds(title, events, open) {
  if (!events.length) return null;
  const [told, others] = [inTime(events.slice(0, MOST_TOLD)), inTime(events.slice(MOST_TOLD))];
  return element(
    "section", { "data-id": title }, element("h3", {}, title),
    element("ol", { class: "wire" }, told.map((event) => item(event, open, lead(event)))),
    others.length ? element(
      "details", { class: "others", open: open.has(title) }, element("summary", {}, `${others.length} more`),
      element("ol", { class: "wire" }, others.map((event) => item(event, open))),
    ) : null,
  );
}

function item(event, open, ...sentence) {
  return element(
    "li", { class: `event quad-${Number(event.quad)}`, "data-id": event.id },
    element("p", { class: "when" }, when(event)), deed(event), sentence, sources(event),
    element("div", { class: "more" }, quotes({ ...event, disagreements: [] }, open.has(event.id))),
  );
}

function lead(event) {
  const quote = event.mentions?.[0]?.quote;
  return quote ? element("blockquote", { class: "lead" }, name(quote)) : null;
}

function inTime(events) {
  const day = (event) => event.date?.start ?? event.first_report;
  return [...events].sort((a, b) => day(a).localeCompare(day(b)));
}

function voices(events) {
  const counts = new Map();
  for (const event of events) {
    for (const speaker of event.speakers ?? []) {
      const said = counts.get(speaker.actor) ?? { speaker, events: 0 };
      said.events += 1;
      counts.set(speaker.actor, said);
    }
  }
  if (!counts.size) return null;
  const ranked = [...counts.values()].sort((a, b) => b.events - a.events || a.speaker.name.localeCompare(b.speaker.name));
  return element("section", {}, element("h3", {}, "Who says so"), element("ul", { class: "voices" }, ranked.map(({ speaker, events }) =>
    element("li", {}, name(speaker.name), element("span", { class: "outlets" }, ` on ${count(events, "event")}`)))));
}

function ending(story) {
  const heirs = story.heirs ?? [];
  return [
    element("h2", {}, name(story.title || "untitled")),
    element("p", { class: "standfirst" }, heirs.length ? "This story was found to be part of another:" : "This story has ended: no article tells it any more."),
    element("ul", {}, heirs.map((heir) => element("li", {}, element("a", { href: `/story/${encodeURIComponent(heir)}` }, clean(heir))))),
  ];
}

/** Tells it anew, once for all that comes in at the same time. */
function tellSoon() {
  clearTimeout(telling);
  telling = setTimeout(tell, 150);
}

function revised(event) {
  if (isWhole || rest.has(event.id)) rest.set(event.id, event);
  tellSoon();
}

function ended(event) {
  rest.delete(event);
  tellSoon();
}

const ON = { anew: tellSoon, refused: () => {} };
new Wire("stories", "story", [["story", id]], 1, { ...ON, record: tellSoon, gone: tellSoon, state: state("stories") }).open();
new Wire("events", "event", [["story", id]], 1, { ...ON, record: revised, gone: ended, state: state("events") }).open();
