// A pack being composed: the form, what is kept of it, and the preview that follows it.
import { asTrouble, desk } from "../../desk/here";
import type { Audience, Outline, PackForm, PreviewReply, QuoteCard, RoleName, ToFix, Trouble } from "../../desk/types";
import { app } from "../../state/app.svelte";
import { Newest } from "../../text/newest";
import { settle } from "../../text/settle";
import { lengthsOf } from "./lengths";
import { coverOf, fieldOf, pageOf } from "./whereabouts";

/** What decides which sections an edition has. */
const basisOf = ({ sources, quotes, notes, acceptUnsure, followUps, late }: PackForm) => JSON.stringify([sources, quotes, notes.map(({ section }) => section), acceptUnsure, followUps?.length, late?.map(({ heading, sources }) => [heading, sources])]);

export class Composing {
  form = $state<PackForm | null>(null);
  /** The form as it is now, written down to be held against what is kept, drawn and looked over. */
  written = $derived(JSON.stringify(this.form));
  audiences = $state.raw<Audience[]>([]);
  cards = $state.raw<QuoteCard[]>([]);
  edition = $state(0);
  preview = $state.raw<PreviewReply | null>(null);
  drawing = $state(false);
  /** What is to be fixed in the whole pack. */
  private found = $state.raw<ToFix[]>([]);
  /** The same, and why the edition in view cannot be made where nothing else says so. */
  fixes = $derived(this.preview?.cannot && !this.found.some(({ stops }) => stops) ? [this.preview.cannot, ...this.found] : this.found);
  /** What the preview was drawn from, and the form that was looked over; both may lag behind. */
  private drawn = $state.raw("");
  private looked = $state.raw("");
  /** Whether the preview and what is to be fixed are of the form as it is now. */
  fresh = $derived(this.drawn === `${this.edition} ${this.written}` && this.looked === this.written);
  /** Whether the pack was looked over at all. */
  known = $derived(this.looked !== "");
  /** Why it could not be looked over last. */
  unlooked = $state.raw<Trouble | null>(null);
  /** Why the preview could not be drawn. The form can still be filled in. */
  blank = $state.raw<Trouble | null>(null);
  gone = $state(false);
  /** The roles the office knows, and what it calls them; the form does without them. */
  roles = $state.raw<RoleName[]>([]);
  /** Whether somebody has a version of it already. */
  issued = $state(false);
  /** By audience: the sections of its edition as its template has them, with nothing withheld or left out, once they are known. */
  outlines = $state.raw<Record<string, Outline>>({});
  /** The audiences whose sections were asked for, whether or not there was an answer. */
  asked = $state.raw<string[]>([]);
  /** How long each section of the preview is. */
  lengths = $derived(lengthsOf(this.preview?.outline ?? [], this.preview?.words ?? []));
  /** A page the preview is asked to show. */
  wanted = $state.raw<{ page: number; unlessSeen?: boolean }>({ page: 1 });

  private kept = "";
  private shown = "";
  private again = false;
  private saving: Promise<boolean> = Promise.resolve(true);
  private learning: Promise<void> = Promise.resolve();
  /** By audience: what its sections were learnt from. */
  private readonly learnt: Record<string, string> = {};
  private looking = false;
  private readonly loads = new Newest();
  private readonly lookLater = settle(120, () => void this.lookOver());
  private readonly save = settle(700, () => void this.keep());

  constructor(private readonly id: string) {}

  async load() {
    // Words typed since the last save come before what the desk holds.
    await this.keep();
    const before = this.kept;
    void desk.settings().then(({ roles }) => (this.roles = roles), () => {});
    try {
      const found = await this.loads.ask(() => Promise.all([desk.pack({ pack: this.id }), desk.packs(), desk.quotes({ words: null, source: null })]));
      if (!found) return;
      const [form, { packs, audiences }, { quotes }] = found;
      this.audiences = audiences;
      this.issued = packs.some(({ id, state }) => id === this.id && state === "issued");
      this.cards = quotes;
      this.gone = false;
      if (!this.form || (this.kept === before && this.written === before)) this.take(form);
      else this.look();
      new Set(this.form?.editions.filter(({ withheld }) => withheld).map(({ audience }) => audience)).forEach((audience) => void this.learn(audience));
    } catch (thrown) {
      this.gone = true;
      app.tell(asTrouble(thrown));
    }
  }

  /** Puts a form the desk has already kept in place. */
  take(form: PackForm) {
    this.form = form;
    this.kept = JSON.stringify(form);
    this.edition = Math.max(0, Math.min(this.edition, form.editions.length - 1));
    void this.draw();
  }

  async reloadQuotes() {
    const found = await app.attempt(() => desk.quotes({ words: null, source: null }));
    if (found) this.cards = found.quotes;
  }

  /** Looks whether the form differs from what is kept or drawn; called whenever anything in it may have changed. */
  look() {
    if (!this.form) return;
    // The edition in view may just have been removed.
    this.edition = Math.max(0, Math.min(this.edition, this.form.editions.length - 1));
    if (this.written !== this.kept) {
      app.kept = "Not saved yet";
      this.save();
    }
    if (`${this.edition} ${this.written}` !== this.shown) queueMicrotask(() => void this.draw());
  }

  /** Keeps the form at once, after any save before it, and says whether it is kept. Typing goes on meanwhile; what the reply holds never overwrites it. */
  keep(): Promise<boolean> {
    this.save.forget();
    this.saving = this.saving.then(() => this.write());
    return this.saving;
  }

  private async write(): Promise<boolean> {
    if (!this.form) return true;
    const form = $state.snapshot(this.form);
    const now = JSON.stringify(form);
    if (now === this.kept) return true;
    const made = await app.change(() => desk.savePack(form));
    if (!made) return false;
    this.kept = now;
    if (this.written !== now) this.save();
    return true;
  }

  /** Makes a change as a step of its own, so that undo takes back this and nothing that was typed before. */
  async step(change: () => void) {
    await this.keep();
    change();
    await this.keep();
  }

  /** Takes quotations out of the pack, as a step of its own. They stay in the library. */
  async leaveOut(quotes: string[]) {
    await this.step(() => {
      if (this.form) this.form.quotes = this.form.quotes.filter((id) => !quotes.includes(id));
    });
    app.say(`${quotes.length} ${quotes.length === 1 ? "quote" : "quotes"} left out of this pack.`);
  }

  /** Finds out which sections an audience’s edition has, one audience after the other. */
  learn(audience: string): Promise<void> {
    this.learning = this.learning.then(() => this.ask(audience));
    return this.learning;
  }
  private async ask(audience: string) {
    if (!this.form) return;
    // Without an answer the sections go by their ids.
    const whole = $state.snapshot(this.form);
    if (this.learnt[audience] === basisOf(whole)) return;
    const form = { ...whole, order: undefined, leftOut: undefined, editions: [{ audience, recipient: null, size: "normal" as const }] };
    const outline = await desk.outline({ form, edition: 0 }).catch(() => []);
    this.know(audience, outline, whole);
    this.asked = [...this.asked, audience];
  }
  private know(audience: string, outline: Outline, form: PackForm) {
    if (!outline.length) return;
    this.learnt[audience] = basisOf(form);
    this.outlines = { ...this.outlines, [audience]: outline };
  }
  private async learnAll() {
    for (const audience of new Set(this.form?.editions.map((edition) => edition.audience))) await this.ask(audience);
  }

  private async draw() {
    if (this.drawing) {
      this.again = true;
      return;
    }
    if (!this.form) return;
    this.drawing = true;
    const form = $state.snapshot(this.form);
    const edition = this.edition;
    const key = `${edition} ${JSON.stringify(form)}`;
    this.shown = key;
    try {
      const reply = await desk.preview({ form, edition });
      this.preview = reply;
      this.drawn = key;
      this.blank = null;
      const drawn = form.editions[edition];
      if (drawn && !drawn.withheld && !form.order && !form.leftOut) this.know(drawn.audience, reply.outline, form);
      if (reply.outline.length) this.learning = this.learning.then(() => this.learnAll());
    } catch (thrown) {
      this.blank = asTrouble(thrown);
    }
    this.drawing = false;
    // Whoever types on gets the next pages first.
    if (!this.again) return this.lookLater();
    this.again = false;
    void this.draw();
  }

  /** Finds out what is to be fixed in the form as it is now; one question at a time. */
  async lookOver() {
    if (this.looking || !this.form) return;
    const form = $state.snapshot(this.form);
    const key = JSON.stringify(form);
    if (key === this.looked) return;
    this.looking = true;
    try {
      [this.found, this.looked, this.unlooked] = [await desk.toFix(form), key, null];
    } catch (thrown) {
      this.unlooked = asTrouble(thrown);
    }
    this.looking = false;
    if (this.written !== key) this.lookLater();
  }

  async suggest(most: number) {
    if (!(await this.keep())) return;
    const before = this.form?.quotes.length ?? 0;
    const made = await app.change(() => desk.suggestQuotes({ pack: this.id, most }));
    if (!made) return;
    await this.reloadQuotes();
    if (!this.form || this.written === this.kept) this.take(made.reply);
    else this.form.quotes = made.reply.quotes;
    const added = made.reply.quotes.length - before;
    app.say(added > 0 ? `${added} ${added === 1 ? "quote" : "quotes"} added.` : "There was nothing more to suggest.");
  }

  nextEdition() {
    const count = this.form?.editions.length ?? 1;
    this.edition = (this.edition + 1) % count;
  }
  show(page: number) {
    this.wanted = { page };
  }
  /** Shows the page that holds what the keyboard is at. */
  follow(id: string) {
    const form = this.form;
    if (!form) return;
    const quote = this.cards.find((card) => id.endsWith(card.id) && card.id);
    const section = id.startsWith("note-") ? id.slice(5) : id.startsWith("section-") ? id.slice(8) : id.startsWith("follow-") ? "areas-to-improve" : null;
    const note = form.notes.find((each) => each.section === section)?.text;
    const words = this.preview?.words ?? [];
    const page = quote ? pageOf(quote.words, words) : ((note ? pageOf(note, words) : null) ?? this.preview?.outline.find((each) => each.id === section)?.page ?? null);
    const cover = id.startsWith("field-") || id.startsWith("recipient-") ? coverOf(this.preview?.outline ?? []) : null;
    if (page ?? cover) this.wanted = { page: page ?? 1, unlessSeen: true };
  }
  fieldOf = (line: string, page: number): string => (this.form ? fieldOf(line, page, this.form, this.cards, this.preview?.outline ?? []) : "part-meeting");
  /** Lets go of everything still waiting. */
  end() {
    this.lookLater.forget();
    this.save.now();
  }
}
