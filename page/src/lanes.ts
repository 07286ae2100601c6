/** The lanes that events are laid out in: one for all, or one for each name that occurs most. */

import type { Lane } from "./layout";
import { counted, type Item } from "./model";

const MOST_LANES = 12;
const ROWS_OF_A_LANE = 3;

const NAMES: Record<string, (item: Item) => string[]> = {
  who: (item) => item.event.who ?? [],
  where: (item) => (item.event.where ? [item.event.where] : []),
  document: (item) => [item.document.title],
};

/** An event of several participants stands in several lanes; one without any in the last. */
export function lanesOf(items: Item[], by: string, rows: number): Lane[] {
  const dated = items.filter((item) => item.dated);
  const names = NAMES[by];
  if (!names) return [{ name: "", items: dated, rows }];
  const chosen = counted(dated.flatMap(names)).slice(0, MOST_LANES).map(([name]) => name);
  const lanes = new Map(chosen.map((name) => [name, [] as Item[]]));
  const others: Item[] = [];
  for (const item of dated) {
    const own = new Set(names(item).filter((name) => lanes.has(name)));
    for (const name of own) lanes.get(name)!.push(item);
    if (own.size === 0) others.push(item);
  }
  if (others.length) lanes.set("others", others);
  return [...lanes].map(([name, found]) => ({ name, items: found, rows: ROWS_OF_A_LANE }));
}
