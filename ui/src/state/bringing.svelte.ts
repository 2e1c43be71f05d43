// Documents on their way in.
import { desk } from "../desk/here";
import type { BringInReply, BroughtIn, Progress } from "../desk/types";
import { many } from "../text/said";
import { app } from "./app.svelte";

class Bringing {
  running = $state(false);
  progress = $state.raw<Progress | null>(null);
  /** Names that have been read, in order, while the rest is still on its way. */
  passed = $state.raw<string[]>([]);
  results = $state.raw<BroughtIn[] | null>(null);
  shown = $derived(this.running || this.results !== null);

  hear(progress: Progress) {
    if (!this.running) return;
    const before = this.progress?.now;
    if (before && before !== progress.now && !this.passed.includes(before)) this.passed = [...this.passed, before];
    this.progress = progress;
  }

  async run(work: () => Promise<BringInReply | null>) {
    if (this.running) return app.say("Wait until the files before are in, then drop these again.");
    this.running = true;
    this.progress = null;
    this.passed = [];
    this.results = null;
    const reply = await app.attempt(work);
    this.running = false;
    this.progress = null;
    if (!reply) return;
    this.results = reply.results;
    if (reply.results.some(({ state }) => state === "kept")) app.saved();
    await app.refresh();
    app.turn += 1;
    app.say(tally(reply.results), true);
  }
  /** Closes what is done, unless something in it needs a person. */
  leave() {
    if (!this.running && this.results?.every(({ state, hints }) => (state === "kept" || state === "already") && !hints.length)) this.close();
  }
  close() {
    this.results = null;
  }

  files = () => this.run(() => desk.bringInDialog());
  paths = (paths: string[]) => this.run(() => desk.bringIn({ paths }));
  paste = (name: string, text: string) => this.run(() => desk.pasteIn({ name, text }));
  sample = () => this.run(() => desk.openSample());
}

export function tally(results: BroughtIn[]): string {
  const count = (state: BroughtIn["state"]) => results.filter((result) => result.state === state).length;
  const parts = [
    count("kept") && `${many(count("kept"), "document")} brought in`,
    count("already") && `${count("already")} already here`,
    count("refused") && `${count("refused")} not brought in`,
    count("stopped") && `${count("stopped")} stopped`,
  ].filter(Boolean);
  return parts.length ? `${parts.join(", ")}.` : "Nothing was brought in.";
}

export const bringing = new Bringing();
