/** The panel beside the timeline: one event, its words in their paragraph, and how its date is known. */

import { byId, element } from "./dom";
import * as editing from "./editing";
import { BASES } from "./filters";
import type { Item, Model } from "./model";
import type { Evidence, Step, TimelineEvent } from "./types";

const panel = byId("details");
const body = byId("details-body");

export function show(item: Item, model: Model): void {
  const { event } = item;
  const evidence = event.evidence;
  const marked = event.status === "asserted" ? "" : `, ${event.status}`;
  const same = panel.dataset["event"] === String(event.id);
  const active = same && body.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  const certain = evidence?.certainty ? `, ${evidence.certainty}` : "";
  body.replaceChildren(
    element("p", { class: "when" }, event.when, element("span", {}, certain + marked)),
    element("h2", { id: "details-title", tabindex: -1 }, event.title),
    ...facts(event, evidence),
    passage(item, evidence),
    ...(evidence ? [...why(event, evidence), ...elsewhere(evidence, model)] : []),
    ...(model.data.editable ? [editing.formFor(item)] : []),
  );
  panel.hidden = false;
  panel.dataset["event"] = String(event.id);
  if (!same) body.scrollTop = 0;
  if (active) body.contains(active) ? active.focus() : focus();
}

export function hide(): void {
  panel.hidden = true;
}

export function isOpen(): boolean {
  return !panel.hidden;
}

export function focus(): void {
  byId("details-title").focus({ preventScroll: true });
}

function facts(event: TimelineEvent, evidence?: Evidence): Node[] {
  const entries = [
    ["Who", (event.who ?? []).join(", ")],
    ["Where", event.where],
    ["Tags", (evidence?.tags ?? []).join(", ")],
  ].filter(([, text]) => text);
  if (!entries.length) return [];
  return [element("dl", {}, ...entries.flatMap(([name, text]) => [element("dt", {}, name), element("dd", {}, text)]))];
}

/** The paragraph, the event's sentence and its word marked, and the document. */
function passage({ event, document }: Item, evidence?: Evidence): Node {
  const number = evidence?.passage;
  const text = [...((typeof number === "number" ? document.passages[number] : number) ?? event.quote)];
  const [from, to, word, wordEnd] = evidence?.marks ?? [0, text.length, 0, 0];
  const part = (start: number, end: number): string => text.slice(start, end).join("");
  const quote = element(
    "blockquote",
    {},
    part(0, from),
    element("mark", {}, part(from, word), element("b", {}, part(word, wordEnd)), part(wordEnd, to)),
    part(to, text.length),
  );
  const dated = document.created ? `, ${document.created}${document.creationBasis ? ` (${document.creationBasis})` : ""}` : "";
  return element("figure", {}, quote, element("figcaption", {}, title(document), dated));
}

function title(document: Item["document"]): Node | string {
  const address = document.source && webAddress(document.source);
  if (!address) return document.source ? `${document.title}, ${document.source}` : document.title;
  return element("a", { href: address, rel: "noopener noreferrer", target: "_blank" }, document.title);
}

/** An address that may be followed: http and https, nothing that runs. */
function webAddress(text: string): string | null {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

function why(event: TimelineEvent, evidence: Evidence): Node[] {
  const steps = evidence.steps ?? [];
  const said = event.basisText || "the text does not say when";
  const chain = steps.length ? element("ol", { class: "chain" }, ...stepsOf(evidence)) : element("p", {}, said);
  const formula = evidence.formula
    ? [element("p", { class: "formula" }, element("span", {}, "As a formula "), element("code", {}, evidence.formula))]
    : [];
  const moves = steps.some((one) => one.kind === "document")
    ? [element("p", { class: "note" }, "If the document’s date changes, this date moves with it.")]
    : [];
  const basis = element("span", { class: "kind" }, BASES[event.basis] ?? event.basis);
  return [element("h3", {}, "How the date is known ", basis), chain, ...alternatives(evidence.alternatives ?? []), ...formula, ...moves];
}

/** A sentence is quoted once, and the event's own not again: it stands above. */
function stepsOf({ steps, sentence }: Evidence): Node[] {
  const quoted = new Set([sentence]);
  return (steps ?? []).map((one) => {
    const again = one.sentence !== undefined && quoted.has(one.sentence);
    quoted.add(one.sentence);
    return step(again ? { ...one, quote: undefined } : one);
  });
}

function step({ kind, claim, quote, sentence, remark }: Step): Node {
  const place = sentence ? element("span", { class: "place" }, ` sentence ${sentence}`) : null;
  const source = quote ? [element("q", {}, quote), place] : [remark];
  return element(
    "li",
    { class: kind },
    element("span", { class: "claim" }, claim, !quote && !remark && place),
    (quote || remark) && element("span", { class: "source" }, ...source),
  );
}

function alternatives(readings: [string, string][]): Node[] {
  if (!readings.length) return [];
  const items = readings.map(([edtf, reason]) => element("li", {}, edtf, reason && `, ${reason}`));
  return [element("h3", {}, "Other readings"), element("ul", {}, ...items)];
}

/** Where else it is told, what it is tied to, and what stands against it. */
function elsewhere(evidence: Evidence, model: Model): Node[] {
  const tellings = tellingsOf(evidence);
  const related = (evidence.related ?? []).flatMap(([id, words]) => {
    const other = model.byId.get(id);
    if (!other) return [];
    const link = element("a", { href: `#event-${id}` }, element("span", { class: "when" }, other.event.when), ` ${other.event.title}`);
    return [element("li", {}, link, element("span", { class: "source" }, words))];
  });
  const said = (evidence.said ?? []).map(({ what, who, when, why }) =>
    element("li", {}, what, element("span", { class: "source" }, [who, when, why].filter(Boolean).join(", "))),
  );
  const conflicts = (evidence.conflicts ?? []).map((message) => element("li", { class: "conflict" }, message));
  return [...section("Conflicts", conflicts), ...section("Tied to", related), ...section("Told again", tellings), ...section("Corrected", said)];
}

/** A sentence that tells of the event twice, or stands above already, is quoted once. */
function tellingsOf({ tellings, sentence }: Evidence): Node[] {
  const quoted = new Set([sentence]);
  return (tellings ?? []).map((telling) => {
    const own = telling.document ? undefined : telling.sentence;
    const again = own !== undefined && quoted.has(own);
    quoted.add(own);
    const place = telling.sentence ? ` sentence ${telling.sentence}` : "";
    return element(
      "li",
      {},
      telling.when && element("span", { class: "when" }, `${telling.when} `),
      telling.title,
      telling.document && element("span", { class: "source" }, telling.document),
      again && element("span", { class: "place" }, place),
      !again && telling.quote && element("span", { class: "source" }, element("q", {}, telling.quote), place),
    );
  });
}

function section(name: string, items: Node[]): Node[] {
  return items.length ? [element("h3", {}, name), element("ul", {}, ...items)] : [];
}
