/** The form above the timeline: words, dates, who, basis, document. */

import { byId, element } from "./dom";
import { counted, folded, type Item, type Model } from "./model";
import { typedDate } from "./time";

export const BASES: Record<string, string> = {
  stated: "stated in the text",
  deictic: "counted from the document’s date",
  "event-relative": "relative to another event",
  "named-period": "a named period",
  tense: "by tense only",
  given: "given by a person",
  imported: "imported",
  none: "not known",
};

const MOST_NAMES = 500;

const form = byId<HTMLFormElement>("filters");
const search = byId<HTMLInputElement>("search");
const since = byId<HTMLInputElement>("since");
const until = byId<HTMLInputElement>("until");
const who = byId<HTMLInputElement>("who");
const basis = byId<HTMLSelectElement>("basis");
const source = byId<HTMLSelectElement>("document");
const lanes = byId<HTMLSelectElement>("lanes");

/** Fills the choices from the events, keeping what is chosen, and hides those that leave no choice. */
export function offer(model: Model): void {
  const names = counted(model.items.flatMap((item) => item.event.who ?? []));
  const options = names.slice(0, MOST_NAMES).map(([name]) => element("option", { value: name }));
  byId("names").replaceChildren(...options);
  choices(basis, "any basis", counted(model.items.map((item) => item.event.basis)), (name) => BASES[name] ?? name);
  const titles = new Map(model.data.documents.map((document) => [String(document.id), document.title]));
  const documents = counted(model.items.map((item) => String(item.document.id)));
  choices(source, "any document", documents, (id) => titles.get(id) ?? id);
  source.hidden = documents.length < 2;
}

function choices(
  select: HTMLSelectElement,
  any: string,
  counts: [string, number][],
  name: (value: string) => string,
): void {
  const chosen = select.value;
  const options = counts.map(([value, number]) => element("option", { value }, `${name(value)} (${number})`));
  select.replaceChildren(element("option", { value: "" }, any), ...options);
  select.value = counts.some(([value]) => value === chosen) ? chosen : "";
}

/** The events that satisfy the form, in their order. */
export function filtered(items: Item[]): Item[] {
  const words = folded(search.value).split(/\s+/).filter(Boolean);
  const name = folded(who.value.trim());
  const start = dateIn(since)?.start ?? -Infinity;
  const end = dateIn(until)?.end ?? Infinity;
  const undatedToo = start === -Infinity && end === Infinity;
  return items.filter(
    (item) =>
      words.every((word) => item.words.includes(word)) &&
      (!name || (item.event.who ?? []).some((participant) => folded(participant).includes(name))) &&
      (!basis.value || item.event.basis === basis.value) &&
      (!source.value || item.document.id === Number(source.value)) &&
      (item.dated ? item.last > start && item.first < end : undatedToo),
  );
}

/** The date in a field; a field that holds something else says so, and asks for nothing. */
function dateIn(field: HTMLInputElement): { start: number; end: number } | null {
  const date = field.value.trim() ? typedDate(field.value) : null;
  const wrong = field.value.trim() !== "" && date === null;
  field.setCustomValidity(wrong ? "A date such as 2014, 2014-04, 2014-04-26 or 44 BCE" : "");
  field.setAttribute("aria-invalid", String(wrong));
  return date;
}

export function lanesBy(): string {
  return lanes.value;
}

export function isFiltered(): boolean {
  return [search, since, until, who, basis, source].some((field) => field.value.trim() !== "");
}

export function clear(): void {
  for (const field of [search, since, until, who, basis, source]) field.value = "";
}

export function focusSearch(): void {
  search.focus();
  search.select();
}

/** Calls back when anything in the form changes, typing included. */
export function onChange(changed: () => void): void {
  form.addEventListener("input", changed);
  form.addEventListener("submit", (event) => event.preventDefault());
}
