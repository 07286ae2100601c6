/** The strip under the timeline: how many events there are when, and the part that is in view. */

import { brushX, type D3BrushEvent } from "d3-brush";
import { select } from "d3-selection";

import { byId, svg } from "./dom";
import type { Item, Reach } from "./model";
import { DAY } from "./time";

const HEIGHT = 40;
const BIN = 4;

const frame = byId("overview");
const picture = frame.appendChild(svg("svg", { height: HEIGHT, width: "100%", "aria-hidden": "true" }));
const bars = picture.appendChild(svg("path", { class: "density" }));
const window_ = picture.appendChild(svg("g", { class: "window" }));
const brush = brushX<unknown>();
const target = select<SVGGElement, unknown>(window_ as SVGGElement);

let reach: Reach = { first: 0, last: 1 };
let width = 1;
let items: Item[] = [];
let inView: [number, number] = [0, 1];

/** Sets the strip up; `onMove` hears where a person moved the window. */
export function start(onMove: (first: number, last: number) => void): void {
  brush.on("brush end", (event: D3BrushEvent<unknown>) => {
    if (!event.sourceEvent || !event.selection) return;
    const [from, to] = event.selection as [number, number];
    onMove(secondsAt(from), secondsAt(to));
  });
  new ResizeObserver(draw).observe(frame);
}

export function setReach({ first, last }: Reach): void {
  const margin = Math.max((last - first) * 0.03, DAY);
  reach = { first: first - margin, last: last + margin };
}

export function show(shown: Item[]): void {
  items = shown;
  draw();
}

/** Follows the timeline. */
export function mark(first: number, last: number): void {
  inView = [first, last];
  const from = Math.max(0, Math.min(xOf(first), width - 3));
  const to = Math.min(width, Math.max(xOf(last), from + 3));
  target.call(brush.move, [from, to]);
}

const xOf = (seconds: number): number => ((seconds - reach.first) / (reach.last - reach.first)) * width;
const secondsAt = (x: number): number => reach.first + (x / width) * (reach.last - reach.first);

function draw(): void {
  width = frame.clientWidth || 1;
  brush.extent([[0, 0], [width, HEIGHT]]);
  target.call(brush);
  mark(...inView);
  const counts = new Array<number>(Math.ceil(width / BIN)).fill(0);
  for (const item of items) {
    const bin = Math.floor(xOf(item.position) / BIN);
    if (item.dated && bin >= 0 && bin < counts.length) counts[bin]! += 1;
  }
  const most = Math.sqrt(Math.max(1, ...counts));
  const path = counts.map((count, bin) => {
    const height = count ? Math.max(2, (Math.sqrt(count) / most) * (HEIGHT - 10)) : 0;
    return height ? `M${bin * BIN} ${HEIGHT - 1}v${-height}h${BIN - 1}v${height}z` : "";
  });
  bars.setAttribute("d", path.join(""));
}
