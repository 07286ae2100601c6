/** The picture: events along an axis that is moved and zoomed. Only what is in view is in the page. */

import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";

import { byId, element, svg } from "./dom";
import { layoutOf, type Cluster, type Lane, type Layout, type Placed } from "./layout";
import { LABEL, type Item, type Reach } from "./model";
import { barOf } from "./shape";
import { DAY, dayName, ticks } from "./time";

/** How far an arrow key moves, as a part of the view. */
export const PAN = 0.3;

const AXIS = 44;
const MARGIN = 240;
const SHORTEST_VIEW = DAY / 4;

const frame = byId("timeline");
const axis = byId("axis");
const canvas = byId("canvas");

const shown = new Map<string, HTMLElement>();
const behaviour = zoom<HTMLElement, unknown>();
const target = select<HTMLElement, unknown>(frame);

let lanes: Lane[] = [];
let layout: Layout = { placed: [], clusters: [], heads: [], height: 0 };
let laidOutAt = 0;
/** As high as it was for these events: what stands below does not move with the zoom. */
let height = 0;
let origin = { first: 0, last: DAY };
let width = 1;
let transform: ZoomTransform = zoomIdentity;
let chosen: number | null = null;
let pending = 0;
/** What was asked to be in view, until a person moves it: shown again where the width changes. */
let asked: Reach | null = null;
let moved: (first: number, last: number) => void = () => {};

/** Pixels a second as it is zoomed now. */
const scale = (): number => (transform.k * width) / (origin.last - origin.first);
const xOf = (seconds: number): number => (seconds - origin.first) * scale() + transform.x;
const secondsAt = (x: number): number => (x - transform.x) / scale() + origin.first;

/** Begin and end of what is in view. */
export function view(): [number, number] {
  return [secondsAt(0), secondsAt(width)];
}

/** Sets up moving and zooming; `onMove` hears of every new view. */
export function start(onMove: (first: number, last: number) => void): void {
  moved = onMove;
  behaviour.filter((event: Event) => wanted(event)).on("zoom", (event: D3ZoomEvent<HTMLElement, unknown>) => {
    transform = event.transform;
    if (event.sourceEvent) asked = null;
    schedule();
  });
  target.call(behaviour);
  frame.addEventListener("wheel", pan, { passive: false });
  new ResizeObserver(resize).observe(frame);
}

/** Wheels zoom with Ctrl or Cmd, as a pinch on a touchpad does; else the page scrolls. */
function wanted(event: Event): boolean {
  if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
  return !(event instanceof MouseEvent) || event.button === 0;
}

function pan(event: WheelEvent): void {
  const across = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
  if (event.ctrlKey || event.metaKey || Math.abs(across) < Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
  event.preventDefault();
  move(across / width);
}

/** Shows other events; what is in view stays in view. */
export function show(newLanes: Lane[]): void {
  lanes = newLanes;
  height = 0;
  laidOutAt = 0;
  schedule();
}

/** Sets how far one can go, and shows all of it. */
export function setReach(reach: Reach): void {
  origin = withMargin(reach, frame.clientWidth);
  const most = Math.max(1, (origin.last - origin.first) / SHORTEST_VIEW);
  behaviour.scaleExtent([1, most]);
  resize();
  reset();
}

export function reset(): void {
  asked = null;
  target.call(behaviour.transform, zoomIdentity);
}

/** Brings events into view, with room for their titles. */
export function showReach(reach: Reach): void {
  const { first, last } = withMargin(reach, width);
  showRange(first, last);
  asked = reach;
}

function withMargin({ first, last }: Reach, width: number): Reach {
  const length = Math.max(last - first, DAY);
  return { first: first - length * 0.04, last: last + (length * LABEL) / Math.max(width - LABEL, LABEL) };
}

/** Brings a stretch of time into view. */
export function showRange(first: number, last: number): void {
  const length = Math.max(last - first, SHORTEST_VIEW);
  asked = null;
  const k = Math.max(1, Math.min((origin.last - origin.first) / length, behaviour.scaleExtent()[1]));
  const start = first - Math.max(0, (SHORTEST_VIEW - (last - first)) / 2);
  const x = -((start - origin.first) * k * width) / (origin.last - origin.first);
  target.call(behaviour.transform, zoomIdentity.translate(x, 0).scale(k));
}

/** Moves by a part of the view: 0.3 shows later events, -0.3 earlier ones. */
export function move(part: number): void {
  asked = null;
  target.call(behaviour.translateBy, (-part * width) / transform.k, 0);
}

export function zoomBy(factor: number): void {
  asked = null;
  target.call(behaviour.scaleBy, factor, [width / 2, 0]);
}

/** Marks an event, and brings it into view if it is not. */
export function choose(item: Item | null): void {
  chosen = item?.event.id ?? null;
  if (item?.dated) {
    const x = xOf(item.position);
    if (x < 0 || x > width - 40) {
      target.call(behaviour.translateTo, (x - transform.x) / transform.k + (width * 0.2) / transform.k, 0);
    }
  }
  schedule();
}

function resize(): void {
  const now = frame.clientWidth || 1;
  if (now === width) return;
  const [first, last] = view();
  const whole = transform.k === 1;
  width = now;
  behaviour.extent([[0, 0], [width, 1]]).translateExtent([[0, 0], [width, 1]]);
  if (asked) showReach(asked);
  else if (whole) reset();
  else showRange(first, last);
  laidOutAt = 0;
  schedule();
}

function schedule(): void {
  pending ||= requestAnimationFrame(render);
}

/** Draws now, for a printer that will not wait. */
export function render(): void {
  if (pending) cancelAnimationFrame(pending);
  pending = 0;
  resize();
  if (laidOutAt !== scale()) {
    laidOutAt = scale();
    layout = layoutOf(lanes, laidOutAt);
    height = Math.max(height, layout.height, 2 * AXIS);
    frame.style.height = `${AXIS + height + 6}px`;
  }
  renderAxis();
  renderItems();
  moved(...view());
}

function renderAxis(): void {
  const [first, last] = view();
  const { fine, coarse } = ticks(first, last, Math.max(2, Math.round(width / 95)));
  const drawn: SVGElement[] = [];
  for (const { at, text } of fine) {
    const x = xOf(at);
    drawn.push(svg("line", { x1: x, x2: x, y1: AXIS, y2: "100%", class: "grid" }));
    drawn.push(svg("text", { x: x + 4, y: AXIS - 8, class: "fine" }, text));
  }
  coarse.forEach(({ at, text }, number) => {
    const next = coarse[number + 1];
    const end = next ? xOf(next.at) - 8 : width;
    const x = Math.min(Math.max(xOf(at), 0), end - text.length * 7);
    drawn.push(svg("line", { x1: xOf(at), x2: xOf(at), y1: 4, y2: "100%", class: "grid coarse-grid" }));
    drawn.push(svg("text", { x: x + 4, y: 16, class: "coarse" }, text));
  });
  axis.replaceChildren(...drawn);
}

function renderItems(): void {
  const left = -transform.x + origin.first * scale();
  const seen = new Set<string>();
  for (const placed of layout.placed) {
    const x = placed.x - left;
    if (x > width + MARGIN || x + Math.max(placed.width, placed.item.labelWidth) < -MARGIN / 4) continue;
    const key = `${placed.lane}/${placed.item.event.id}`;
    seen.add(key);
    place(kept(key, () => itemElement(placed)), placed, x);
  }
  for (const cluster of layout.clusters) {
    const x = cluster.x - left;
    if (x > width + MARGIN || x < -MARGIN) continue;
    seen.add(cluster.key);
    placeCluster(kept(cluster.key, clusterElement), cluster, x);
  }
  for (const head of layout.heads) {
    const key = `head/${head.name}`;
    seen.add(key);
    const made = kept(key, () => element("div", { class: "lane" }, element("b", {}, head.name)));
    made.style.transform = `translateY(${AXIS + head.y}px)`;
  }
  for (const [key, node] of shown) {
    if (seen.has(key)) continue;
    node.remove();
    shown.delete(key);
  }
}

function kept(key: string, make: () => HTMLElement): HTMLElement {
  let node = shown.get(key);
  if (!node) {
    node = make();
    shown.set(key, node);
    canvas.append(node);
  }
  return node;
}

function itemElement({ item }: Placed): HTMLElement {
  const { event } = item;
  const marked = event.status === "asserted" ? "" : `${event.status}: `;
  return element(
    "a",
    { class: `item ${event.status}`, href: `#event-${event.id}`, tabindex: -1, title: `${event.when}  ${event.title}`, draggable: "false" },
    element("span", { class: "label" }, marked && element("i", {}, marked), event.title),
    element("span", { class: "bar" }),
    event.likely && element("span", { class: "likely" }),
  );
}

function place(node: HTMLElement, placed: Placed, x: number): void {
  const [label, bar, likely] = node.children as unknown as [HTMLElement, HTMLElement, HTMLElement | undefined];
  const from = Math.max(x, -MARGIN);
  const to = Math.min(x + placed.width, width + MARGIN);
  const end = x + Math.max(placed.width, placed.item.labelWidth);
  const shift = Math.max(0, Math.min(4 - x, end - x - placed.item.labelWidth));
  node.style.transform = `translate(${x}px, ${AXIS + placed.y}px)`;
  node.classList.toggle("chosen", placed.item.event.id === chosen);
  label.style.transform = `translateX(${shift}px)`;
  label.style.maxWidth = `${placed.item.labelWidth}px`;
  bar.style.transform = `translateX(${from - x}px)`;
  bar.style.width = `${Math.max(to - from, 0)}px`;
  const { drawn } = placed.item;
  const { shape, core } = barOf(drawn, placed.width, scale());
  bar.className = `bar ${shape}${drawn.openLeft ? " open-left" : ""}${drawn.openRight ? " open-right" : ""}`;
  bar.style.setProperty("--core", `${Math.max(core[0] - (from - x), 0)}px`);
  bar.style.setProperty("--core-end", `${Math.max(core[1] - (from - x), 0)}px`);
  if (likely) likely.style.transform = `translateX(${xOf(placed.item.likely ?? 0) - x}px)`;
}

function clusterElement(): HTMLElement {
  return element("button", { class: "cluster", type: "button", tabindex: -1 });
}

function placeCluster(node: HTMLElement, cluster: Cluster, x: number): void {
  node.style.transform = `translate(${x}px, ${AXIS + cluster.y}px)`;
  const text = `+${cluster.count}`;
  if (node.textContent === text && node.dataset["first"] === String(cluster.first)) return;
  node.textContent = text;
  node.dataset["first"] = String(cluster.first);
  node.title = `${cluster.count} more, ${dayName(cluster.first)} to ${dayName(cluster.last)}: zoom in`;
  node.setAttribute("aria-label", node.title);
  node.onclick = () => showReach(cluster);
}



