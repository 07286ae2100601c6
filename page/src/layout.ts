/** Where everything stands at one scale. What does not find a place is gathered in clusters.
 *
 * The layout depends on the scale alone, not on what is in view, so that nothing jumps while it is moved.
 * All x are pixels from the moment 0 on.
 */

import type { Item } from "./model";
import { DOT, FADE } from "./shape";

export const ROW = 34;
export const CLUSTER_ROW = 30;
export const LANE_HEAD = 24;

const GAP = 14;
const CLUSTER_WIDTH = 76;

export interface Lane {
  name: string;
  items: Item[];
  rows: number;
}

/** An event and its place; `x` and `width` are those of its bar. */
export interface Placed {
  item: Item;
  lane: number;
  x: number;
  width: number;
  y: number;
}

export interface Cluster {
  key: string;
  x: number;
  y: number;
  count: number;
  first: number;
  last: number;
}

export interface LaneHead {
  name: string;
  count: number;
  y: number;
}

export interface Layout {
  placed: Placed[];
  clusters: Cluster[];
  heads: LaneHead[];
  height: number;
}

/** Packs each lane's events into its rows; `scale` is pixels a second. */
export function layoutOf(lanes: Lane[], scale: number): Layout {
  const layout: Layout = { placed: [], clusters: [], heads: [], height: 0 };
  lanes.forEach((lane, number) => {
    if (lanes.length > 1) {
      layout.heads.push({ name: lane.name, count: lane.items.length, y: layout.height });
      layout.height += LANE_HEAD;
    }
    layout.height += packed(lane, number, layout.height, scale, layout);
  });
  return layout;
}

function packed(lane: Lane, number: number, top: number, scale: number, layout: Layout): number {
  const ends: number[] = [];
  const clusters = new Map<number, Cluster>();
  for (const item of lane.items) {
    const { from, to, openLeft, openRight } = item.drawn;
    const length = (to - from) * scale + (openLeft ? FADE : 0) + (openRight ? FADE : 0);
    const width = Math.max(length, DOT);
    const x = from * scale - (openLeft ? FADE : 0) - (width - length) / 2;
    const row = freeRow(ends, lane.rows, x);
    if (row < 0) {
      gather(clusters, item, scale);
      continue;
    }
    ends[row] = x + Math.max(width, item.labelWidth) + GAP;
    layout.placed.push({ item, lane: number, x, width, y: top + row * ROW });
  }
  const rowsHeight = Math.max(1, ends.length) * ROW;
  for (const [bucket, cluster] of clusters) {
    layout.clusters.push({ ...cluster, key: `${number}/c${bucket}`, y: top + rowsHeight });
  }
  return rowsHeight + (clusters.size ? CLUSTER_ROW : 0);
}

/** The first row in which nothing reaches to `x`; -1 where all are taken. */
function freeRow(ends: number[], rows: number, x: number): number {
  for (let row = 0; row < ends.length; row++) if (ends[row]! <= x) return row;
  return ends.length < rows ? ends.length : -1;
}

function gather(clusters: Map<number, Cluster>, item: Item, scale: number): void {
  const bucket = Math.floor((item.position * scale) / CLUSTER_WIDTH);
  const cluster = clusters.get(bucket);
  if (!cluster) {
    const { position } = item;
    clusters.set(bucket, { key: "", x: bucket * CLUSTER_WIDTH, y: 0, count: 1, first: position, last: position });
    return;
  }
  cluster.count += 1;
  cluster.first = Math.min(cluster.first, item.position);
  cluster.last = Math.max(cluster.last, item.position);
}
