/** A page that is served hears when the database has changed, and asks for what it does not hold. */

import { byId } from "./dom";
import type { Evidence, PageData } from "./types";

/** So many times as long as it took to load is waited before it is loaded again. */
const REST = 3;

/** Calls back with the events of the moment whenever they may have changed. */
export function start(load: (data: PageData) => void): void {
  const state = byId("live");
  const changes = new EventSource("changes");
  let loading = false;
  let again = false;
  async function reload(): Promise<void> {
    again = loading;
    if (loading) return;
    loading = true;
    const begun = performance.now();
    const data = await ask<PageData>("events.json");
    if (data) load(data);
    setTimeout(() => {
      loading = false;
      if (again) void reload();
    }, REST * (performance.now() - begun));
  }
  state.hidden = false;
  changes.addEventListener("message", () => void reload());
  changes.addEventListener("open", () => (state.textContent = "live"));
  changes.addEventListener("error", () => (state.textContent = "not connected"));
}

/** What is known of an event; null where it is no more, or nobody answers. */
export function evidence(id: number): Promise<Evidence | null> {
  return ask<Evidence>(`events/${id}.json`);
}

async function ask<T>(path: string): Promise<T | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as T) : null;
  } catch {
    return null;
  }
}
