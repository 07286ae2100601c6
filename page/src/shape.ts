/** How an event is drawn: a certain core, uncertain ends, ends that fade out where they are open. */

import { DAY } from "./time";
import type { Bounds } from "./types";

/** What is narrower is a dot of so many pixels. */
export const DOT = 9;
/** How far an open end fades out, in pixels. */
export const FADE = 56;
/** A day that is known to the day is drawn as certain until it is wider than this. */
const WIDE_DAY = 28;

/** What there is to draw of an event, in seconds. */
export interface Drawn {
  from: number;
  to: number;
  openLeft: boolean;
  openRight: boolean;
  /** When it was surely going on; null for what happened at some one time. */
  core: [number, number] | null;
}

export function drawnOf(bounds: Bounds): Drawn {
  const [beginEarliest, , , endLatest] = bounds;
  const known = bounds.filter((bound): bound is number => bound !== null);
  return {
    from: beginEarliest ?? Math.min(...known),
    to: endLatest ?? Math.max(...known),
    openLeft: beginEarliest === null,
    openRight: endLatest === null,
    core: coreOf(bounds),
  };
}

/** Of an open end nothing is certain, but that it comes after what is. */
function coreOf([beginEarliest, beginLatest, endEarliest, endLatest]: Bounds): [number, number] | null {
  if (beginEarliest === endEarliest && beginLatest === endLatest) return null;
  const first = beginLatest ?? endEarliest;
  const last = endEarliest ?? beginLatest;
  if (first === null || last === null) return null;
  if (endLatest === null) return [first, Math.max(first, last)];
  return first < last ? [first, last] : null;
}

export interface Bar {
  shape: "dot" | "certain" | "within";
  /** Begin and end of the core, in pixels from the bar's left. */
  core: [number, number];
}

/** The bar of an event that is `width` pixels wide, at so many pixels a second. */
export function barOf(drawn: Drawn, width: number, scale: number): Bar {
  const { from, to, openLeft, openRight, core } = drawn;
  const aDay = !openLeft && !openRight && to - from <= DAY && width < WIDE_DAY;
  if (!core) return { shape: aDay ? (width <= DOT ? "dot" : "certain") : "within", core: [0, width] };
  if (width <= DOT) return { shape: "dot", core: [0, width] };
  const left = openLeft ? 0 : (core[0] - from) * scale;
  const right = openRight ? width : (core[1] - from) * scale + (openLeft ? FADE : 0);
  return { shape: "certain", core: [left, right] };
}
