/** The events as a list in date order: what is read aloud, searched with the browser, and printed. */

import { byId, element } from "./dom";
import type { Item } from "./model";
import { yearName, yearOf } from "./time";

const PORTION = 120;

const frame = byId("list");
const end = byId("list-end");

let items: Item[] = [];
let written = 0;
let heading = "";
let group: HTMLElement | null = null;
let chosen: number | null = null;

export function start(): void {
  new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && more(), {
    rootMargin: "1200px",
  }).observe(end);
}

export function show(shown: Item[]): void {
  items = shown;
  written = 0;
  heading = "";
  group = null;
  frame.replaceChildren();
  more();
}

/** Writes the next events; those further on are written when they come near. */
function more(upTo = written + PORTION): void {
  for (const item of items.slice(written, upTo)) {
    const year = item.dated ? yearName(yearOf(item.position)) : "Undated";
    if (year !== heading || !group) {
      heading = year;
      group = element("ol");
      frame.append(element("section", { "aria-label": year }, element("h2", {}, year), group));
    }
    group.append(row(item));
  }
  written = Math.min(items.length, Math.max(upTo, written));
  end.hidden = written >= items.length;
}

/** Writes all of them, for printing. */
export function showAll(): void {
  more(items.length);
}

function row(item: Item): HTMLElement {
  const { event } = item;
  const marked = event.status !== "asserted" && element("i", {}, `${event.status}: `);
  const beside = [(event.who ?? []).join(", "), event.where].filter(Boolean).join(" · ");
  return element(
    "li",
    {},
    element(
      "a",
      { href: `#event-${event.id}`, class: event.status, "aria-current": event.id === chosen ? "true" : undefined },
      element("span", { class: "when" }, event.when),
      element("span", { class: "what" }, marked, event.title),
      element("span", { class: "beside" }, beside),
      element("span", { class: "basis" }, event.basisText ?? ""),
    ),
    element("p", { class: "citation" }, `“${event.quote}” `, element("cite", {}, item.document.title)),
  );
}

/** Marks an event's line. */
export function choose(item: Item | null): void {
  frame.querySelector('[aria-current="true"]')?.removeAttribute("aria-current");
  chosen = item?.event.id ?? null;
  if (chosen !== null) lineOf(chosen)?.setAttribute("aria-current", "true");
}

/** Brings the keyboard back to an event's line. */
export function focus(id: number): void {
  const position = items.findIndex((item) => item.event.id === id);
  if (position >= written) more(position + 1);
  lineOf(id)?.focus();
}

function lineOf(id: number): HTMLElement | null {
  return frame.querySelector(`a[href="#event-${id}"]`);
}
