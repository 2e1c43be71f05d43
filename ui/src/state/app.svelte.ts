// What every view needs: what the library holds, what went wrong, what to say aloud.
import { asTrouble, desk } from "../desk/here";
import type { About, BackedUp, Trouble, Undone } from "../desk/types";
import { lowerFirst } from "../text/said";

const closing: Trouble["kind"][] = ["locked", "newer", "damaged", "moved"];
const clock = () => new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

class App {
  about = $state.raw<About | null>(null);
  trouble = $state.raw<Trouble | null>(null);
  /** A trouble with the library itself: nothing can be shown until it is gone. */
  closed = $state.raw<Trouble | null>(null);
  /** Read out politely by screen readers, and shown for a moment. */
  said = $state.raw("");
  quiet = $state(false);
  /** Whether what was done is kept: “Saved 18:02”. */
  kept = $state("");
  /** Grows when the library changed under the views: undo, redo, documents brought in. */
  turn = $state(0);
  /** Views with unsaved words put a function here; it is called before undo and before leaving, and gives false when they could not be saved. */
  keepFirst: (() => Promise<boolean>) | null = null;

  ready = $derived(this.about !== null);

  /** Says something aloud; quietly when the page already shows it. */
  say(words: string, quiet = false) {
    this.quiet = quiet;
    this.said = "";
    queueMicrotask(() => (this.said = words));
  }

  /** Does something that can fail; shows the trouble and gives undefined when it did. */
  async attempt<Reply>(work: () => Promise<Reply>): Promise<Reply | undefined> {
    try {
      return await work();
    } catch (thrown) {
      this.tell(asTrouble(thrown));
      return undefined;
    }
  }

  tell(trouble: Trouble) {
    // Somebody else who writes for a moment takes nothing off the screen: there may be words that are not kept yet.
    if (closing.includes(trouble.kind) && !(trouble.kind === "locked" && this.ready)) this.closed = trouble;
    else if (trouble.kind === "stopped") this.say(trouble.message);
    else this.trouble = trouble;
  }

  /** Something was kept just now. */
  saved() {
    this.kept = `Saved ${clock()}`;
  }

  /** Opens a library that was closed once more. */
  async reopen() {
    try {
      await desk.reopen();
    } catch (thrown) {
      this.closed = asTrouble(thrown);
      return;
    }
    await this.refresh();
    this.turn += 1;
  }

  /** Copies the library; gives where the copies are. Says so quietly when the page shows it. */
  async backup(quiet = false): Promise<BackedUp | undefined> {
    const made = await this.attempt(() => desk.backup());
    if (made) this.say(made.notice ?? "Backup written and checked.", quiet);
    return made;
  }

  /** Brings the counts and the names of undo and redo up to date. A library that never opened is closed, whatever the reason. */
  async refresh() {
    try {
      this.about = await desk.about();
      this.closed = null;
    } catch (thrown) {
      if (this.about === null) this.closed = asTrouble(thrown);
      else this.tell(asTrouble(thrown));
    }
  }

  /** Makes a change and brings everything that counts things up to date; says `done` aloud when it worked, quietly when the page shows it. */
  async change<Reply>(work: () => Promise<Reply>, done?: string, quiet = false): Promise<{ reply: Reply } | undefined> {
    const made = await this.attempt(async () => ({ reply: await work() }));
    if (!made) return undefined;
    this.trouble = null;
    // “Saved” stands there together with what undo would take back.
    await this.refresh();
    this.saved();
    if (done) this.say(done, quiet);
    return made;
  }

  private async step(word: string, work: () => Promise<Undone>) {
    if ((await this.keepFirst?.()) === false) return;
    const undone = await this.attempt(work);
    if (!undone) return;
    await this.refresh();
    this.turn += 1;
    this.say(undone.did ? `${word}: ${lowerFirst(undone.did)}.` : `There is nothing to ${word === "Undone" ? "undo" : "redo"}.`);
  }
  undo = () => this.step("Undone", () => desk.undo());
  redo = () => this.step("Redone", () => desk.redo());
}

export const app = new App();
