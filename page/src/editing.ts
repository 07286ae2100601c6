/** Correcting an event, where the page was opened with a token. The server changes it; the page then hears of it. */

import { byId, element } from "./dom";
import type { Item } from "./model";

const STATUSES = ["asserted", "planned", "negated", "hypothetical", "rejected"];
const MOST_MOVES = 6;

interface Outcome {
  /** The number of the correction, by which it can be taken back; none where it was so already. */
  correction: number | null;
  moved: { event: number; title: string; old: string | null; new: string | null }[];
}

let token = "";
/** The form that is open, and whether something was typed that is not sent yet: it outlives what comes in. */
let form: { event: number; folded: HTMLDetailsElement; typed: boolean } | null = null;

/** Takes the token from the address, where nobody should see it longer than needed. */
export function start(): void {
  const given = /^#token=([\w-]+)$/.exec(location.hash);
  if (given) {
    sessionStorage.setItem("token", given[1]!);
    history.replaceState(null, "", location.pathname + location.search);
  }
  token = sessionStorage.getItem("token") ?? "";
}

/** The form for an event, folded until it is wanted. */
export function formFor({ event }: Item): Node {
  if (form?.event === event.id && form.typed) return form.folded;
  const wasOpen = form?.event === event.id && form.folded.open;
  const status = element("select", { name: "status" }, ...STATUSES.map((name) => element("option", { value: name }, name)));
  status.value = event.status;
  const fields = element(
    "form",
    { autocomplete: "off" },
    field("When", { name: "when", placeholder: event.when }),
    field("Title", { name: "title", value: event.title }),
    element("label", {}, "Status", status),
    field("Note", { name: "note" }),
    field("Why", { name: "why", placeholder: "kept with the correction" }),
    element("button", { type: "submit" }, "Save"),
  );
  const folded = element("details", { class: "editing", open: wasOpen }, element("summary", {}, "Correct"), fields);
  const made = { event: event.id, folded, typed: false };
  fields.addEventListener("input", () => (made.typed = true));
  fields.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    made.typed = false;
    const said = Object.fromEntries(new FormData(fields)) as Record<string, string>;
    const before: Record<string, string> = { title: event.title, status: event.status };
    const changed = Object.entries(said).filter(([name, text]) => text.trim() && text !== before[name]);
    void send(`events/${event.id}`, Object.fromEntries(changed));
  });
  form = made;
  return folded;
}

function field(label: string, attributes: Record<string, string>): HTMLElement {
  return element("label", {}, label, element("input", attributes));
}

async function send(path: string, values: object): Promise<void> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}` },
    body: JSON.stringify(values),
  }).catch(() => null);
  if (!answer) tell("The server does not answer.");
  else if (!answer.ok) tell(await answer.text());
  else told((await answer.json()) as Outcome, path === "undo");
}

function told({ correction, moved }: Outcome, undone: boolean): void {
  if (correction === null) return tell("That is so already: nothing was changed.");
  const undo = element("button", { type: "button" }, "Take it back");
  undo.addEventListener("click", () => void send("undo", { correction }));
  const lines = moved.slice(0, MOST_MOVES).map((move) =>
    element("li", {}, element("span", { class: "when" }, `${move.old ?? "new"} → ${move.new ?? "gone"}`), ` ${move.title}`),
  );
  const rest = moved.length - lines.length;
  if (rest > 0) lines.push(element("li", {}, `and ${rest} more`));
  tell(undone ? "Taken back. " : "Saved. ", undo, element("ul", {}, ...lines));
}

/** Says at the foot of the window what came of it. */
function tell(...content: (Node | string)[]): void {
  const close = element("button", { type: "button", "aria-label": "Close", class: "close" }, "×");
  const place = byId("outcome");
  close.addEventListener("click", () => (place.hidden = true));
  place.replaceChildren(close, ...content);
  place.hidden = false;
}
