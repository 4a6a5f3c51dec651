// The first page: the live wire, with its stories beside it.

import { articles, count, days, deed, element, independent, name, quotes, REALIS, sources, TYPES, when } from "./words.js";
import { focusOf } from "./focus.js";
import { connection, Wire } from "./wire.js";

const STEP = 200;
const MOST_AT_ONCE = 500; // what the gateway gives at most
const ROOM = 100; // for what comes in, before the oldest make place
const MOST_STORIES = 60;
const NO_FILTERS = ["since", "limit", "latest", "live", "last_event_id"]; // the page sets those by itself

const events = document.getElementById("event-list");
const stories = document.getElementById("story-list");
const trouble = document.getElementById("trouble");
const form = document.getElementById("filter");
const chosen = [...new URLSearchParams(location.search)].filter(([key, value]) => value.trim() && !NO_FILTERS.includes(key));
const state = connection(document.getElementById("connection"));

/** The filter of a key: the page's boxes say with a "!" before the value what an address says with one behind the key. */
const filterOf = (key) => key.replace(/!$/, "");
const boxed = ([key, value]) => [filterOf(key), key.endsWith("!") ? `!${value}` : value];
const unboxed = ([key, value]) => (value.startsWith("!") ? [`${key}!`, value.slice(1).trim()] : [key, value]);

function refused(why) {
  trouble.textContent = why.split("; besides, ")[0]; // what else a program may ask
  trouble.hidden = false;
}

/** A list whose items are known by id: a record revised stays where it stands. `onFull` hears that the oldest made place. */
function listing(parent, empty, room, render, onFull = () => {}) {
  const held = new Map();
  let earlier = new Map(); // what stood there before all was given anew: what was open stays open
  let most = room;
  const note = document.getElementById(empty);
  const put = (record) => {
    const before = held.get(record.id);
    const item = render(record, before ?? earlier.get(record.id));
    held.delete(record.id);
    held.set(record.id, item);
    if (before) {
      const handOn = focusOf(before);
      before.replaceWith(item);
      handOn(item);
      item.classList.add("revised");
    } else {
      parent.prepend(item);
      while (parent.children.length > most) {
        drop(parent.lastElementChild.dataset.id);
        onFull();
      }
    }
    note.hidden = true;
  };
  const drop = (id) => {
    const item = held.get(id);
    const handOn = item ? focusOf(item) : () => {};
    const beside = item?.nextElementSibling ?? item?.previousElementSibling;
    item?.remove();
    if (beside) handOn(beside);
    held.delete(id);
    note.hidden = held.size > 0;
  };
  const clear = (page) => {
    earlier = new Map(held);
    most = Math.max(room, page.items.length + ROOM);
    held.clear();
    parent.replaceChildren();
    note.hidden = false;
  };
  const refuse = (why) => {
    note.hidden = true;
    refused(why);
  };
  return { record: put, gone: drop, anew: clear, refused: refuse };
}

function eventItem(event, before) {
  const isOpen = before?.querySelector("details")?.open ?? false;
  return element(
    "li", { class: `event quad-${Number(event.quad)}`, "data-id": event.id },
    element("p", { class: "when" }, when(event)),
    deed(event),
    sources(event),
    element("div", { class: "more" }, quotes(event, isOpen),
      element("a", { class: "to-story", href: `/story/${encodeURIComponent(event.story)}` }, "the story")),
  );
}

function storyItem(story, before) {
  const isOpen = before?.querySelector("details")?.open ?? false;
  return element(
    "li", { class: "story", "data-id": story.id },
    element("h3", {}, element("a", { href: `/story/${encodeURIComponent(story.id)}` }, name(story.title || "untitled"))),
    element("p", { class: "sources" },
      `${days(story.first, story.last)} · ${count(story.outlet_count, "outlet")}${independent(story)} · ${count(story.event_count, "event")}`),
    element("details", { open: isOpen },
      element("summary", {}, count(story.article_count, "article")), articles(story)),
  );
}

function showFilters() {
  const choices = { type: TYPES.map((type) => [type, type]), realis: [["actual", "done"], ...Object.entries(REALIS)] };
  for (const [list, values] of Object.entries(choices)) {
    document.getElementById(list).append(...values.map(([value, word]) => element("option", { value }, word)));
  }
  for (const [key, value] of chosen.map(boxed)) {
    const box = form.elements[key];
    if (!box) continue;
    box.value = value;
    if (box.value === "") box.append(element("option", { value, selected: true }, value)); // what a list does not offer
  }
  const words = ([key, value]) => `${filterOf(key).replaceAll("_", " ")}: ${key.endsWith("!") ? "not " : ""}${value}`;
  document.getElementById("chosen").textContent = chosen.map(words).join(", ");
  document.getElementById("filters").open = chosen.length > 0 || matchMedia("(min-width: 60rem)").matches;
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const given = [...new FormData(form)].map(([key, value]) => [key, value.trim()]).filter(([, value]) => value).map(unboxed);
    location.search = new URLSearchParams(given).toString();
  });
}

/** Why there is nothing, and whether there are older events than those on the page. */
function tellOfOthers(page) {
  const note = document.getElementById("no-events");
  if (chosen.length && page.held) {
    const among = page.looked < page.held
      ? `last ${page.looked.toLocaleString("en")} of ${count(page.held, "event")}`
      : `${count(page.held, "event")} held`;
    const actors = chosen.some(([key]) => ["actor", "recipient"].includes(key)) ? " Actors are matched by their whole names or ids." : "";
    note.textContent = `None of the ${among} matches the filter.${actors} What comes in and matches appears here.`;
  }
  tellOfOlder(page.looked < page.held, page.items.length === wire.latest);
}

/** Where the older events are that the page does not hold; some may be but a step away. */
function tellOfOlder(areHeld, areNear) {
  const [line, button] = older.children;
  const address = `/events?${new URLSearchParams([...chosen, ["live", "1"]])}`;
  line.replaceChildren("Older events: all that are held, oldest first, are at ", element("a", { href: address }, address));
  button.hidden = !areNear || wire.latest >= MOST_AT_ONCE;
  older.hidden = !areHeld;
}

function showSwitch() {
  const main = document.querySelector("main");
  const buttons = [...document.querySelectorAll(".switch button")];
  for (const button of buttons) {
    button.addEventListener("click", () => {
      main.dataset.showing = button.dataset.show;
      for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
    });
  }
}

showFilters();
showSwitch();
const ofStories = chosen.filter(([key]) => ["outlet", "story"].includes(filterOf(key)));
if (ofStories.length < chosen.length) document.querySelector("#stories small").textContent = "not filtered, last come first";
const older = document.getElementById("older");
const list = listing(events, "no-events", STEP + ROOM, eventItem, () => tellOfOlder(true, true));
const wire = new Wire("events", "event", chosen, STEP, {
  ...list,
  anew(page) {
    list.anew(page);
    tellOfOthers(page);
  },
  state: state("events"),
});
older.querySelector("button").addEventListener("click", () => wire.reach(Math.min(wire.latest + STEP, MOST_AT_ONCE)));
wire.open();
new Wire("stories", "story", ofStories, MOST_STORIES,
  { ...listing(stories, "no-stories", MOST_STORIES, storyItem), state: state("stories") }).open();
