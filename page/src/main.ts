/** The page: what is filtered goes to the timeline, the strip and the list; the address names the event shown. */

import * as details from "./details";
import { byId } from "./dom";
import * as editing from "./editing";
import * as filters from "./filters";
import { lanesOf } from "./lanes";
import * as list from "./list";
import * as live from "./live";
import { focus, modelOf, reach, type Item, type Model, type Reach } from "./model";
import * as overview from "./overview";
import * as timeline from "./timeline";
import type { PageData } from "./types";

const count = byId("count");

let model: Model;
let found: Item[] = [];
let current: Item | null = null;
let limits: Reach | null = null;

function load(data: PageData): void {
  model = modelOf(data);
  const chosen = current && model.byId.get(current.event.id);
  if (chosen) chosen.event.evidence ??= current?.event.evidence;
  byId("title").textContent = document.title = data.title;
  filters.offer(model);
  limit(reach(model.items));
  refresh();
  follow();
}

/** Sets how far the timeline goes; where it goes further than before, what is in view stays. */
function limit(known: Reach | null): void {
  byId("picture").hidden = !known;
  if (!known || (limits && limits.first === known.first && limits.last === known.last)) return;
  const [first, last] = timeline.view();
  timeline.setReach(known);
  overview.setReach(known);
  if (limits) timeline.showRange(first, last);
  else timeline.showReach(focus(model.items, known));
  limits = known;
}

function refresh(): void {
  found = filters.filtered(model.items);
  timeline.show(lanesOf(found, filters.lanesBy(), rows()));
  overview.show(found);
  list.show(found);
  count.textContent = summary();
  byId("clear").hidden = !filters.isFiltered();
  byId("nothing").hidden = found.length > 0;
}

/** As many rows as leave room for the list. */
function rows(): number {
  return Math.max(4, Math.min(12, Math.floor((innerHeight * 0.46) / 34)));
}

function summary(): string {
  const all = model.items.length;
  const events = (number: number): string => `${number.toLocaleString("en")} ${number === 1 ? "event" : "events"}`;
  const of = model.data.total > all ? `, of ${model.data.total.toLocaleString("en")} in the database` : "";
  return found.length === all ? `${events(all)}${of}` : `${found.length.toLocaleString("en")} of ${events(all)}`;
}

/** Shows the event that the address names. */
function follow(): void {
  const named = /^#event-(\d+)$/.exec(location.hash);
  const item = (named && model.byId.get(Number(named[1]))) ?? null;
  const opened = item !== null && item.event.id !== current?.event.id;
  current = item;
  if (item) show(item);
  else details.hide();
  list.choose(item);
  timeline.choose(item);
  if (opened) details.focus();
}

function show(item: Item): void {
  details.show(item, model);
  if (!model.data.live) return;
  void live.evidence(item.event.id).then((evidence) => {
    if (!evidence || current !== item) return;
    item.event.evidence = evidence;
    details.show(item, model);
  });
}

function choose(item: Item | null | undefined): void {
  if (item) location.hash = `event-${item.event.id}`;
}

/** The event so many places further in the list. */
function neighbour(places: number): Item | undefined {
  const position = current ? found.indexOf(current) : places > 0 ? -1 : found.length;
  return found[position + places];
}

function close(): void {
  const closed = current;
  if (!closed) return;
  history.replaceState(null, "", location.pathname + location.search);
  follow();
  list.focus(closed.event.id);
}

const KEYS: Record<string, () => void> = {
  "/": filters.focusSearch,
  Escape: close,
  j: () => choose(neighbour(1)),
  k: () => choose(neighbour(-1)),
  "+": () => timeline.zoomBy(1.6),
  "=": () => timeline.zoomBy(1.6),
  "-": () => timeline.zoomBy(1 / 1.6),
  "0": timeline.reset,
};
const TIMELINE_KEYS: Record<string, () => void> = {
  ArrowLeft: () => timeline.move(-timeline.PAN),
  ArrowRight: () => timeline.move(timeline.PAN),
  ArrowDown: () => choose(neighbour(1)),
  ArrowUp: () => choose(neighbour(-1)),
  Home: timeline.reset,
};

function key(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement;
  if (typing && event.key !== "Escape") return;
  if (typing && event.key === "Escape") return (event.target as HTMLElement).blur();
  const action = (event.target === byId("timeline") && TIMELINE_KEYS[event.key]) || KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function listen(): void {
  filters.onChange(refresh);
  byId("clear").addEventListener("click", () => (filters.clear(), refresh()));
  byId("zoom-in").addEventListener("click", () => timeline.zoomBy(1.6));
  byId("zoom-out").addEventListener("click", () => timeline.zoomBy(1 / 1.6));
  byId("fit").addEventListener("click", timeline.reset);
  byId("close").addEventListener("click", close);
  byId("next").addEventListener("click", () => choose(neighbour(1)));
  byId("previous").addEventListener("click", () => choose(neighbour(-1)));
  addEventListener("hashchange", follow);
  addEventListener("keydown", key);
  addEventListener("beforeprint", () => print(true));
  addEventListener("afterprint", () => print(false));
}

/** Paper gets all events, and a picture as wide as itself: browsers measure again only after this. */
function print(begins: boolean): void {
  document.body.classList.toggle("printing", begins);
  if (begins) list.showAll();
  timeline.render();
}

editing.start();
timeline.start(overview.mark);
overview.start(timeline.showRange);
list.start();
listen();
load(JSON.parse(byId("data").textContent ?? "") as PageData);
if (model!.data.live) live.start(load);
