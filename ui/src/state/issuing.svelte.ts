// A pack on its way into files.
import { desk } from "../desk/here";
import type { Issue, IssueReply, Progress } from "../desk/types";
import { app } from "./app.svelte";

class Issuing {
  running = $state(false);
  progress = $state.raw<Progress | null>(null);

  hear(progress: Progress) {
    if (this.running) this.progress = progress;
  }

  /** Asks for a folder and writes the pack's files there; undefined when it did not happen. */
  async run(request: Issue): Promise<IssueReply | undefined> {
    this.running = true;
    this.progress = null;
    app.trouble = null;
    const reply = await app.attempt(() => desk.issueDialog(request));
    this.running = false;
    return reply ?? undefined;
  }
}

export const issuing = new Issuing();
