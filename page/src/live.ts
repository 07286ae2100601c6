/** A page that is served hears when the database has changed, and takes the new events. */

import { byId } from "./dom";
import type { PageData } from "./types";

export function start(load: (data: PageData) => void): void {
  const data = JSON.parse(byId("data").textContent ?? "") as PageData;
  if (!data.live) return;
  const changes = new EventSource("changes");
  changes.addEventListener("message", () => void reload(load));
  const state = byId("live");
  state.hidden = false;
  changes.addEventListener("open", () => (state.textContent = "live"));
  changes.addEventListener("error", () => (state.textContent = "not connected"));
}

async function reload(load: (data: PageData) => void): Promise<void> {
  const answer = await fetch(`events.json${location.search}`);
  if (answer.ok) load((await answer.json()) as PageData);
}
