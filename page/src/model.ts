/** The events with what is reckoned once: where they begin and end, and what is searched in them. */

import { drawnOf, type Drawn } from "./shape";
import { FARTHEST } from "./time";
import type { PageData, SourceDocument, TimelineEvent } from "./types";

/** How wide a title may be in the timeline, and about how wide a character is, in pixels. */
export const LABEL = 230;
const CHARACTER = 6.6;

export interface Item {
  event: TimelineEvent;
  document: SourceDocument;
  /** First and last possible moment in seconds; infinite where unbounded. */
  first: number;
  last: number;
  /** Where it stands in date order: its first possible moment, else its last. */
  position: number;
  dated: boolean;
  drawn: Drawn;
  /** The middle of the day on which it most likely happened. */
  likely: number | null;
  labelWidth: number;
  words: string;
}

export interface Model {
  data: PageData;
  /** In date order, as they came; those without a date at the end. */
  items: Item[];
  byId: Map<number, Item>;
}

export function modelOf(data: PageData): Model {
  const documents = new Map(data.documents.map((document) => [document.id, document]));
  const items = data.events.map((event) => itemOf(event, documents.get(event.document)!));
  return { data, items, byId: new Map(items.map((item) => [item.event.id, item])) };
}

function itemOf(event: TimelineEvent, document: SourceDocument): Item {
  const [beginEarliest, beginLatest, endEarliest, endLatest] = event.bounds;
  const first = beginEarliest ?? -Infinity;
  const last = endLatest ?? Infinity;
  const known = [beginEarliest, endLatest, beginLatest, endEarliest].find((bound) => bound !== null);
  const words = [event.title, event.quote, event.when, event.where, document.title, ...(event.who ?? [])];
  return {
    event,
    document,
    first,
    last,
    position: Math.max(-FARTHEST, Math.min(FARTHEST, known ?? Infinity)),
    dated: known !== undefined && known !== null,
    drawn: drawnOf(event.bounds),
    likely: middle(event.likely),
    labelWidth: Math.min(LABEL, event.title.length * CHARACTER + 4),
    words: folded(words.join("\n")),
  };
}

function middle(likely: TimelineEvent["likely"]): number | null {
  const [start, end] = likely ?? [null, null];
  return start === null || end === null ? null : (start + end) / 2;
}

/** For searching without regard to case and accents. */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

export interface Reach {
  first: number;
  last: number;
}

/** From where to where the moments reach that are known of the events; null where no date is known. */
export function reach(items: Item[]): Reach | null {
  let first = Infinity;
  let last = -Infinity;
  for (const { event } of items) {
    for (const bound of event.bounds) {
      if (bound === null || Math.abs(bound) > FARTHEST) continue;
      if (bound < first) first = bound;
      if (bound > last) last = bound;
    }
  }
  return first <= last ? { first, last } : null;
}

const MOST = 0.8;

/** The stretch that holds most events, if it is short against the whole; else the whole. */
export function focus(items: Item[], whole: Reach): Reach {
  const positions = items.filter((item) => item.dated).map((item) => item.position).sort((a, b) => a - b);
  const many = Math.max(1, Math.ceil(positions.length * MOST));
  let best = whole;
  for (let start = 0; start + many <= positions.length; start++) {
    const [first, last] = [positions[start]!, positions[start + many - 1]!];
    if (last - first < best.last - best.first) best = { first, last };
  }
  return (best.last - best.first) * 4 < whole.last - whole.first ? best : whole;
}

/** How often each name occurs, the most frequent first. */
export function counted(names: Iterable<string>): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
}
