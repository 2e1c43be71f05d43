// A stand-in for the real typesetter: a few pages in the look of a pack, so that the preview has something true to draw.
import fontkit from "@pdf-lib/fontkit";
import bold from "@fontsource/source-sans-3/files/source-sans-3-latin-600-normal.woff?url";
import regular from "@fontsource/source-sans-3/files/source-sans-3-latin-400-normal.woff?url";
import { PDFDocument, type PDFFont, type PDFPage, rgb } from "pdf-lib";
import { dayInWords } from "../../text/day";
import { many } from "../../text/said";
import type { Outline, PackForm, QuoteCard } from "../types";
import { daySaid, today } from "./days";
import { type Known, lateSectionsOf, quotedIn } from "./late";
import { citedIn, papersIn } from "./printed";
import { sectionsOf } from "./sections";
import { minutesSaid, uncapital } from "./wording";

const ink = rgb(0.086, 0.125, 0.18);
const soft = rgb(0.29, 0.333, 0.408);
const accent = rgb(0.043, 0.333, 0.388);
const colours = { strength: rgb(0.106, 0.42, 0.227), improve: rgb(0.541, 0.294, 0), priority: rgb(0.608, 0.11, 0.18), statement: rgb(0.294, 0.231, 0.561), context: soft };
const names = { strength: "Strength", improve: "To improve", priority: "Priority action", statement: "Statement", context: "Context" };

/** Unpacks a WOFF file into the plain font inside it. */
async function unpacked(address: string): Promise<Uint8Array> {
  const woff = new DataView(await (await fetch(address)).arrayBuffer());
  const count = woff.getUint16(12);
  const font = new Uint8Array(woff.getUint32(16));
  const out = new DataView(font.buffer);
  out.setUint32(0, woff.getUint32(4));
  out.setUint16(4, count);
  const power = Math.floor(Math.log2(count));
  out.setUint16(6, 16 * 2 ** power);
  out.setUint16(8, power);
  out.setUint16(10, 16 * (count - 2 ** power));
  let at = 12 + 16 * count;
  for (let table = 0; table < count; table += 1) {
    const entry = 44 + 20 * table;
    const [offset, packed, length] = [woff.getUint32(entry + 4), woff.getUint32(entry + 8), woff.getUint32(entry + 12)];
    const raw = new Uint8Array(woff.buffer.slice(offset, offset + packed));
    const bytes = packed === length ? raw : new Uint8Array(await new Response(new Blob([raw]).stream().pipeThrough(new DecompressionStream("deflate"))).arrayBuffer());
    const record = 12 + 16 * table;
    out.setUint32(record, woff.getUint32(entry));
    out.setUint32(record + 4, woff.getUint32(entry + 16));
    out.setUint32(record + 8, at);
    out.setUint32(record + 12, length);
    font.set(bytes, at);
    at += Math.ceil(length / 4) * 4;
  }
  return font;
}

type Fonts = { plain: PDFFont; strong: PDFFont };

function lines(words: string, font: PDFFont, size: number, width: number): string[] {
  const made: string[] = [];
  let line = "";
  for (const word of words.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (font.widthOfTextAtSize(longer, size) > width && line) {
      made.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...made, line] : made;
}

class Writer {
  private page!: PDFPage;
  private y = 0;
  /** The lines of each page. */
  readonly words: string[] = [];
  private numbers: "before" | "paper" | "late" = "paper";
  /** The paper’s last page so far, and how many pages stand before or behind it. */
  private main = 0;
  private others = 0;
  constructor(private pdf: PDFDocument, private fonts: Fonts, private big: number, private form: PackForm, private head: string) {}

  /** From here on pages are numbered i, ii before the paper, or 12A, 12B behind its page 12. */
  number(numbers: typeof this.numbers) {
    this.numbers = numbers;
    this.others = 0;
  }
  private label(): string {
    if (this.numbers === "paper") return String((this.main += 1));
    this.others += 1;
    return this.numbers === "before" ? "i".repeat(this.others) : `${this.main}${String.fromCharCode(64 + this.others)}`;
  }

  get count(): number {
    return this.words.length;
  }
  private put(line: string, how: Parameters<PDFPage["drawText"]>[1]) {
    this.page.drawText(line, how);
    this.words[this.count - 1] += `${line}\n`;
  }

  turn() {
    this.page = this.pdf.addPage([595, 842]);
    this.words.push("");
    this.y = 770;
    this.put(this.head, { x: 70, y: 800, size: 8, font: this.fonts.plain, color: soft });
    const marking = this.form.marking ?? "";
    this.put(marking, { x: 525 - this.fonts.plain.widthOfTextAtSize(marking, 8), y: 800, size: 8, font: this.fonts.plain, color: soft });
    this.put([this.form.committee, dayOf(this.form.meeting)].filter(Boolean).join(", ") || this.form.title, { x: 70, y: 36, size: 8, font: this.fonts.plain, color: soft });
    this.put(`Page ${this.label()}`, { x: 495, y: 36, size: 8, font: this.fonts.plain, color: soft });
  }

  skip(down: number) {
    this.y -= down;
  }

  say(words: string, size: number, how: { strong?: boolean; color?: ReturnType<typeof rgb>; indent?: number; bar?: ReturnType<typeof rgb>; after?: number } = {}) {
    const font = how.strong ? this.fonts.strong : this.fonts.plain;
    const tall = size * this.big;
    for (const line of lines(words, font, tall, 455 - (how.indent ?? 0))) {
      if (this.y - tall < 60) this.turn();
      this.y -= tall;
      if (how.bar) this.page.drawRectangle({ x: 70, y: this.y - 3, width: 2, height: tall * 1.4, color: how.bar });
      this.put(line, { x: 70 + (how.indent ?? 0), y: this.y, size: tall, font, color: how.color ?? ink });
      this.y -= tall * 0.4;
    }
    this.y -= how.after ?? 6;
  }
}

/** A day without its weekday. */
const dayOf = (meeting: string | null) => dayInWords(meeting).replace(/^[A-Z][a-z]+day /, "");

/** What an edition is called, what stands over its title where no council is known, and how long it takes to read. */
type Called = { title: string; kicker: string; minutes: number };

/** Draws a pack's edition and says on which page each section begins. */
export async function drawPack(form: PackForm, edition: number, called: Called, known: Known): Promise<{ bytes: Uint8Array; outline: Outline; words: string[] }> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  const load = async (address: string) => pdf.embedFont(await unpacked(address), { subset: true });
  const fonts = { plain: await load(regular), strong: await load(bold) };
  const { council } = papersIn(form, known);
  const head = council ? `${council}: ${uncapital(called.title)}` : called.title;
  const writer = new Writer(pdf, fonts, form.editions[edition]?.size === "large-print" ? 1.5 : 1, form, head);
  const outline: Outline = [];
  const withheld = form.editions[edition]?.withheld;
  /** Begins a section; false when this edition may not hold it. */
  const begin = (id: string, heading: string, newPage: boolean): boolean => {
    if (withheld?.sections.includes(id)) return false;
    if (newPage) writer.turn();
    outline.push({ id, heading, page: writer.count });
    if (id !== "cover") writer.say(heading, 16, { strong: true, after: 8 });
    return true;
  };
  const note = (id: string) => {
    const text = form.notes.find((each) => each.section === id)?.text;
    if (text) writer.say(`Manager’s note. ${text}`, 10, { indent: 10, bar: accent, color: soft, after: 12 });
  };

  const late = lateSectionsOf(form, edition, known);
  if (late.length) {
    writer.number("before");
    begin("late-items", "Late items", true);
    writer.say(`${late.length === 1 ? "One item was" : "Some items were"} added after this paper was first issued. Late items stand after the paper’s last page, with letters behind that page’s number.`, 11.5, { after: 12 });
    for (const { heading } of late) writer.say(heading, 11.5);
    writer.say("A report that was not open to the public for five clear days before the meeting may be taken only if the chair is of the opinion that, because of special circumstances, it should be considered as a matter of urgency (Local Government Act 1972, section 100B(4)(b)).", 9.5, { color: soft });
    writer.number("paper");
  }
  begin("cover", "Cover", true);
  writer.skip(70);
  writer.say(council ? `${council} · ${called.title}` : called.kicker, 11, { strong: true, color: accent });
  writer.say(form.title || "Untitled pack", 25, { strong: true, after: 16 });
  const facts = [["Committee", form.committee], ["Meeting", dayInWords(form.meeting)], ["For", form.editions[edition]?.recipient], ["Prepared by", `${council ?? "Children’s services"}, ${daySaid(today())}`], ["Reading time", `about ${minutesSaid(called.minutes)}`], ["Status", form.status && (form.status === "draft" ? "Draft" : "Final")], ["Marking", form.marking]] as const;
  for (const [name, value] of facts) if (value) writer.say(`${name} ${value}`, 10.5, { after: 1 });
  writer.skip(24);
  const paper = quotedIn(form, edition, known);
  const cited = ({ source, citation }: QuoteCard) => (known.find(source) ? citedIn(citation, known.find(source)!, form.acceptUnsure) : citation);
  const quoted = (some: QuoteCard[]) => {
    for (const quote of some) {
      const colour = colours[quote.bearing];
      writer.say(names[quote.bearing], 9, { strong: true, color: colour, indent: 12, bar: colour, after: 0 });
      writer.say(`“${quote.shown.map(({ text }) => text).join("")}”`, 11.5, { indent: 12, bar: colour, after: 0 });
      writer.say(cited(quote), 8.5, { indent: 12, bar: colour, color: soft, after: 16 });
    }
  };
  for (const { id, heading, newPage, words } of sectionsOf(form, edition, known)) {
    if (!begin(id, heading, newPage)) continue;
    const here = paper[id] ?? [];
    if (id === "inspectors-said") writer.say(`${many(here.length, "quotation")}.`, 10.5, { after: 12 });
    quoted(here);
    for (const line of words) writer.say(line, 11.5, { after: 8 });
    writer.skip(6);
    note(id);
  }
  writer.number("late");
  for (const { id, heading, late: item } of late) {
    begin(id, heading, true);
    writer.say(`Why this is late and cannot wait. ${item.reason}`, 10, { indent: 10, bar: accent, color: soft, after: 12 });
    if (item.text?.trim()) writer.say(`Manager’s note. ${item.text}`, 10, { indent: 10, bar: accent, color: soft, after: 12 });
    quoted(form.quotes.filter((id) => !withheld?.quotes.includes(id)).flatMap((id) => known.cards.find((card) => card.id === id && item.sources.includes(card.source)) ?? []));
    for (const source of item.sources.flatMap((id) => known.find(id) ?? [])) writer.say(source.row.title, 9.5, { color: soft, after: 2 });
  }
  return { bytes: await pdf.save(), outline, words: writer.words };
}
