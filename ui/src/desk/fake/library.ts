import { byteLength } from "../../text/bytes";
import { wordsAt } from "../../text/pieces";
import type { About, Audience, Bearing, BroughtIn, Edit, Edition, Hits, Mark, PackForm, PackRow, QuoteCard, Reading, Register, SaidCheck, Settings, SourceRow, Undone, Weight } from "../types";
import { nowOf, pickedOf, shownOf, themesOf } from "./cards";
import { documents, fileName, FakeRegister } from "./issued";
import { type Given, keyOf } from "./late";
import { type Paper, papers } from "./papers";
import { datedOf, dayOf } from "./printed";
import { confirmed, isOwn, readingOf, rowOf } from "./reading";
import { type Named, type OwnTemplates, partsToWrite, templateRows } from "./templates";

type Picked = { source: string; start: number; end: number };
type Kept = { papers: Paper[]; cards: QuoteCard[]; places: Record<string, Picked>; packs: (PackForm & { state: "draft" | "issued"; changed: string })[]; settings: Settings; templates: OwnTemplates };

const citationOf = (paper: Paper, page: number | null, number: number | null, nth: number | null) =>
  [datedOf(paper.row), number ? `para ${number}` : nth && page === null ? `para ${nth} counted from the top` : "", page ? `p. ${page}` : ""].filter(Boolean).join(", ");

/** A line of what was found, every place of the words marked. */
function marked(line: string, wanted: string): { text: string; hit: boolean }[] {
  const pieces: { text: string; hit: boolean }[] = [];
  let from = 0;
  for (let at = line.toLowerCase().indexOf(wanted); at >= 0; at = line.toLowerCase().indexOf(wanted, from)) {
    pieces.push({ text: line.slice(from, at), hit: false }, { text: line.slice(at, at + wanted.length), hit: true });
    from = at + wanted.length;
  }
  return [...pieces, { text: line.slice(from), hit: false }];
}

const roles = [["dcs", "Director of Children’s Services"], ["lead-member", "Cabinet Member for Children"], ["leader", "Leader of the Council"], ["chief-executive", "Chief Executive"], ["psw", "Principal Social Worker"]].map(([id, usual]) => ({ id: id!, usual: usual!, name: "" }));

export class FakeLibrary {
  private kept: Kept = { papers: [], cards: [], places: {}, packs: [], settings: { council: null, logo: null, roles: structuredClone(roles), backupFolder: null }, templates: {} };
  private past: { what: string; kept: Kept }[] = [];
  private future: { what: string; kept: Kept }[] = [];
  readonly builtIn: Named[] = [
    { id: "committee-chair", name: "Committee chair" },
    { id: "cabinet-member", name: "Cabinet member" },
    { id: "all-members", name: "All members" },
    { id: "young-people", name: "Young people" },
  ];

  constructor(mode: string) {
    if (mode !== "empty") this.fill();
    // A character that no font of a pack has.
    if (mode === "errors") this.kept.packs[0]!.notes[0]!.text += " ☺";
    if (mode === "many")
      for (let index = 0; index < 2000; index += 1) {
        const copy = structuredClone(papers[index % papers.length]!);
        this.kept.papers.push({ ...copy, row: { ...copy.row, id: `many-${index}`, authority: `Council ${Math.floor(index / 13)}` } });
      }
  }

  fill() {
    if (this.kept.cards.length) return;
    this.kept.papers = structuredClone(papers);
    for (const paper of this.kept.papers) {
      const reading = readingOf(paper);
      for (const mark of reading.marks) if (mark.id) this.place(paper, reading, mark, mark.id, null);
      paper.marks = paper.marks.filter((mark) => mark.what !== "quote");
    }
    this.kept.packs = [
      { id: "pack1", title: "Focused visit: what inspectors said, and what to ask", council: "Wexcombe", committee: "Children and Families Scrutiny Committee", meeting: "2027-01-14", marking: "OFFICIAL", sources: ["letter", "press", "report2022"], quotes: ["q1", "q2", "q3"], editions: [{ audience: "committee-chair", recipient: "Cllr Ros Ferrier", size: "normal" }, { audience: "cabinet-member", recipient: "Cllr Jo Marr", size: "large-print" }], notes: [{ section: "questions", text: "The Director can answer both on the night; figures for December will be ready on 12 January." }], weights: [{ quote: "q3", weight: "could" }], acceptUnsure: false, state: "draft", changed: "2026-11-21T18:02:00Z" },
      { id: "pack2", title: "Since 2022: what leaders and partners have changed", council: "Wexcombe", committee: "Corporate Parenting Board", meeting: "2026-10-02", marking: null, sources: ["report2022"], quotes: ["q4"], editions: [{ audience: "all-members", recipient: null, size: "normal" }], notes: [], acceptUnsure: false, state: "issued", changed: "2026-09-25T09:12:00Z" },
    ];
    const before = { id: "gone", title: "Inspection of 2022: what has been done since", committee: "Children and Families Scrutiny Committee", meeting: "2026-06-18" };
    this.enter(before, [{ audience: "committee-chair", recipient: "Cllr Ros Ferrier", size: "normal" }], "2026-06-11T16:40:00Z");
    const issued = this.form("pack2");
    this.give(issued, [0]);
    this.enter(issued, issued.editions, "2026-09-25T09:14:00Z", documents);
  }

  private place(paper: Paper, reading: Reading, span: { start: number; end: number; bearing: Bearing }, id: string, note: string | null): QuoteCard {
    const home = reading.paragraphs.findLast((paragraph) => paragraph.start <= span.start)!;
    const stands = wordsAt(reading.paragraphs, span);
    const words = id === "q5" ? pickedOf(stands) : stands;
    const citation = citationOf(paper, home.page, home.number, home.nth);
    const own = isOwn(paper.row);
    const told = paper.said.some(({ text }) => text.includes(words) || words.includes(text));
    const stated = reading.marks.some((mark) => mark.what === "quotation" && mark.start < span.end && span.start < mark.end);
    const speaker = told ? "Inspectors, as quoted" : stated ? (paper.facts.find(({ field }) => field === "speaker")?.value?.split(",")[0] ?? null) : null;
    const card: QuoteCard = {
      id, source: paper.row.id, sourceTitle: paper.row.title, authority: paper.row.authority, words, bearing: span.bearing, citation, note,
      edits: [], shown: shownOf(words, []), weight: id === "q1" ? "must" : id === "q3" ? "should" : null, speaker: own ? "Inspectors" : speaker, themes: themesOf(words),
      verdict: own && id !== "q5" ? "exact" : null, primary: null, usedIn: [], altered: id === "q5", now: id === "q5" ? nowOf({ words: stands, citation }) : null,
    };
    this.kept.places[id] = { source: paper.row.id, start: span.start, end: span.end };
    this.kept.cards.push(card);
    return card;
  }

  change<Reply>(what: string, make: () => Reply): Reply {
    const before = structuredClone(this.kept);
    const reply = make();
    this.past.push({ what, kept: before });
    this.future = [];
    return reply;
  }
  private step(from: typeof this.past, to: typeof this.past): Undone {
    const last = from.pop();
    if (last) {
      to.push({ what: last.what, kept: structuredClone(this.kept) });
      this.kept = last.kept;
    }
    return { did: last?.what ?? null, undo: this.past.at(-1)?.what ?? null, redo: this.future.at(-1)?.what ?? null };
  }
  undo = () => this.step(this.past, this.future);
  redo = () => this.step(this.future, this.past);

  get audiences(): Audience[] {
    return templateRows(this.builtIn, this.templates).map(({ id, name }) => ({ id, name, firstPage: partsToWrite(this.templates, id) }));
  }
  get templates() {
    return this.kept.templates;
  }
  get settings() {
    return this.kept.settings;
  }
  get papers() {
    return this.kept.papers;
  }
  get packs() {
    return this.kept.packs;
  }
  audience = (id: string) => this.audiences.find((audience) => audience.id === id)?.name ?? id;
  find = (id: string): Paper | undefined => this.kept.papers.find((paper) => paper.row.id === id);
  themeOf = (id: string): string | null => this.find(id)?.facts.find(({ field }) => field === "theme")?.value ?? null;
  paper(id: string): Paper {
    const found = this.find(id);
    if (!found) throw { kind: "fixable", message: "That document is no longer in the library.", hints: ["Go back to the library and choose another."] };
    return found;
  }
  reading(id: string): Reading {
    const marks: Mark[] = this.kept.cards.filter((card) => card.source === id).map((card) => ({ ...this.kept.places[card.id]!, what: "quote", bearing: card.bearing, id: card.id, note: card.note, verdict: null }));
    return readingOf(this.paper(id), marks);
  }
  /** What a document says the inspectors said. Words that stand in their own can be cited from there. */
  said(id: string): SaidCheck[] {
    return this.paper(id).said.map((said) => {
      const paper = this.kept.papers.find(({ row }) => row.fileName === said.document);
      const home = paper && readingOf(paper).paragraphs.find(({ text }) => text.includes(said.sentence!));
      const at = home && said.verdict === "exact" ? home.text.toLowerCase().indexOf(said.text.toLowerCase()) : -1;
      const start = home && at >= 0 ? home.start + byteLength(home.text.slice(0, at)) : 0;
      const words = home?.text.slice(at, at + said.text.length) ?? "";
      const end = start + byteLength(words);
      const picked = paper && this.kept.cards.find(({ id, source }) => source === paper.row.id && this.kept.places[id]?.start === start && this.kept.places[id].end === end);
      const primary = paper && at >= 0 ? { source: paper.row.id, start, end, words, citation: said.citation!, picked: picked?.id ?? null } : null;
      return { document: null, page: null, paragraph: null, note: null, meaning: null, changes: [], alsoIn: [], repeat: false, ...said, primary };
    });
  }
  cards = (): QuoteCard[] => this.kept.cards.map((card) => ({ ...card, usedIn: this.kept.packs.filter((pack) => pack.quotes.includes(card.id)).map((pack) => pack.title) }));
  about = (): About => ({
    version: "0.1.0", library: "/home/me/.local/share/packhorse/library.packhorse", sources: this.kept.papers.length, toCheck: this.sources().reduce((sum, source) => sum + source.toCheck, 0), quotes: this.kept.cards.length, packs: this.kept.packs.length,
    undo: this.past.at(-1)?.what ?? null, redo: this.future.at(-1)?.what ?? null, samples: true,
  });

  /** Every document, as a list shows it, in the order they were brought in. */
  sources(): SourceRow[] {
    const quotes = new Map<string, number>();
    for (const { source } of this.kept.cards) quotes.set(source, (quotes.get(source) ?? 0) + 1);
    return this.kept.papers.map((paper) => rowOf(paper, quotes.get(paper.row.id) ?? 0));
  }
  /** When a document came in, in milliseconds: those that were there at the beginning came in long ago. */
  came = (id: string) => this.arrived.get(id) ?? 0;
  private arrived = new Map<string, number>();

  search(words: string): Hits {
    const wanted = words.toLowerCase();
    const hits = this.kept.papers.slice(0, 7).flatMap((paper) =>
      this.reading(paper.row.id).paragraphs.flatMap(({ text, page, start }) => {
        const at = text.toLowerCase().indexOf(wanted);
        if (at < 0) return [];
        // Whole words on either side.
        const from = at > 60 ? text.indexOf(" ", at - 60) + 1 : 0;
        const end = at + 120 < text.length ? text.lastIndexOf(" ", at + 120) : text.length;
        const snippet = marked(`${from ? "…" : ""}${text.slice(from, end)}${end < text.length ? "…" : ""}`, wanted);
        return [{ source: paper.row.id, title: paper.row.title, page, snippet, start }];
      }),
    );
    return { hits };
  }

  bringOne(name: string, failing: boolean): BroughtIn {
    const refused = (message: string, hint: string): BroughtIn => ({ name, source: null, state: "refused", message, hints: [hint] });
    if (/\.jpg$/.test(name)) return refused(`${name} is a picture, which Packhorse does not read.`, "Ask for the document as PDF, Word or text, or paste its text.");
    if (failing || /scan/.test(name)) return refused(`All 3 pages of ${name} are pictures, and have no text to quote.`, "Ask for the original document rather than a scan, or type and paste its text.");
    const known = papers.find((paper) => paper.row.fileName === name);
    if (known && this.kept.papers.some((paper) => paper.row.id === known.row.id)) return { name, source: known.row.id, state: "already", message: `${name} is in the library already.`, hints: [] };
    const paper = structuredClone(known ?? papers.at(-1)!);
    // Nothing is picked yet from what has just come in.
    paper.marks = paper.marks.map(({ id: _id, ...mark }) => (mark.what === "quote" ? { ...mark, what: "suggestion" } : mark));
    if (!known) paper.row = { ...paper.row, id: `new-${name}`, fileName: name, title: name };
    this.change(`bring in ${name}`, () => this.kept.papers.push(paper));
    this.arrived.set(paper.row.id, Date.now());
    return { name, source: paper.row.id, state: "kept", message: `${name} is in the library.`, hints: [] };
  }
  confirm(source: string, field: string, value: string | null): Reading {
    confirmed(this.paper(source), field, value);
    return this.reading(source);
  }
  removeSource(id: string) {
    this.kept.papers = this.kept.papers.filter((paper) => paper.row.id !== id);
    this.kept.cards = this.kept.cards.filter((card) => card.source !== id);
  }
  pick(request: Picked & { bearing: Bearing; note: string | null }): QuoteCard {
    return this.place(this.paper(request.source), this.reading(request.source), request, `q${Date.now()}`, request.note);
  }
  changeQuote(id: string, bearing: Bearing, note: string | null, edits?: Edit[]): QuoteCard {
    const card = this.kept.cards.find((each) => each.id === id)!;
    return Object.assign(card, { bearing, note, ...(edits && { edits, shown: shownOf(card.words, edits) }) });
  }
  changeQuotes(ids: string[], change: { bearing: Bearing | null; weight: Weight | null; clearWeight?: boolean; remove: boolean }) {
    for (const card of this.kept.cards.filter(({ id }) => ids.includes(id))) Object.assign(card, { bearing: change.bearing ?? card.bearing, weight: change.clearWeight ? null : (change.weight ?? card.weight) });
    if (change.remove) this.kept.cards = this.kept.cards.filter(({ id }) => !ids.includes(id));
  }
  repick(id: string): QuoteCard {
    const card = this.kept.cards.find((each) => each.id === id)!;
    const words = card.now?.words ?? card.words;
    return Object.assign(card, { words, edits: [], shown: shownOf(words, []), altered: false, now: null, verdict: "exact" });
  }
  removeQuote(id: string) {
    this.kept.cards = this.kept.cards.filter((card) => card.id !== id);
  }

  /** What everybody has of each pack. Undo takes none of it back. */
  private given = new Map<string, Given>();
  give(form: PackForm, editions: number[]) {
    for (const edition of editions) this.given.set(keyOf(form.id, form.editions[edition]!), { form: structuredClone(form), edition, version: this.nextVersion(form, edition) });
  }
  givenOf = (form: PackForm, edition: number): Given | undefined => this.given.get(keyOf(form.id, form.editions[edition]!));
  nextVersion = (form: PackForm, edition: number) => (this.givenOf(form, edition)?.version ?? 0) + 1;

  private issued = new FakeRegister();
  enter(form: Pick<PackForm, "id" | "title" | "committee" | "meeting">, editions: Edition[], moment: string, folder?: string) {
    const version = (edition: Edition) => this.given.get(keyOf(form.id, edition))?.version ?? 1;
    const row = (edition: Edition, name: string) => ({ audience: this.audience(edition.audience), recipient: edition.recipient, version: version(edition), fileName: name, path: folder && `${folder}/${name}` });
    this.issued.enter(form, editions.map((edition) => row(edition, fileName(form, edition, version(edition)))), moment);
  }
  issuedFile(path: string) {
    if (!this.register().rows.some((row) => row.path === path)) throw { kind: "fixable", message: "Only files of this register can be opened here.", hints: ["Open the file from its folder."] };
  }
  register = (): Register => ({ rows: this.issued.rows(this.kept.packs) });

  packRows = (): PackRow[] => this.kept.packs.toSorted((a, b) => b.changed.localeCompare(a.changed)).map((pack) => ({ id: pack.id, title: pack.title, council: pack.council, committee: pack.committee, meeting: pack.meeting, quotes: pack.quotes.length, sources: pack.sources.length, state: pack.state, changed: pack.changed.slice(0, 10) }));
  form(id: string): PackForm {
    const found = this.kept.packs.find((pack) => pack.id === id);
    if (!found) throw { kind: "fixable", message: "That pack is no longer here.", hints: ["Undo may bring it back."] };
    const { state: _state, changed: _changed, ...form } = found;
    return form;
  }
  newPack(request: { title: string; sources: string[]; quotes: string[] }): PackForm {
    const named = request.sources.flatMap((id) => this.find(id)?.row.authority ?? []);
    const most = (council: string) => named.filter((each) => each === council).length;
    const council = named.toSorted((a, b) => most(b) - most(a))[0] ?? this.settings.council;
    const editions = ["committee-chair", "cabinet-member"].map((audience): Edition => ({ audience, recipient: null, size: "normal" }));
    const form: PackForm = { id: `pack${Date.now()}`, ...request, council, committee: null, meeting: null, marking: null, editions, notes: [], acceptUnsure: false };
    this.kept.packs.push({ ...form, state: "draft", changed: new Date().toISOString() });
    return form;
  }
  save(form: PackForm): PackForm {
    Object.assign(this.kept.packs.find((pack) => pack.id === form.id)!, form, { changed: new Date().toISOString() });
    return form;
  }
  removePack(id: string) {
    this.kept.packs = this.kept.packs.filter((pack) => pack.id !== id);
  }
  /** Of inspection documents the newest, and those of two years before it: what is older is history. */
  suggest(id: string, most: number): PackForm {
    const form = this.form(id);
    const own = form.sources.flatMap((source) => this.find(source) ?? []).filter(({ row }) => isOwn(row)).sort((a, b) => dayOf(b.row).localeCompare(dayOf(a.row)));
    const day = ({ row }: Paper) => Date.parse(dayOf(row)) / 86_400_000;
    for (const paper of own.filter((each) => day(own[0]!) - day(each) <= 730)) {
      const reading = this.reading(paper.row.id);
      for (const mark of reading.marks.filter((each) => each.what === "suggestion")) {
        const known = this.kept.cards.find((card) => card.source === paper.row.id && this.kept.places[card.id]?.start === mark.start && this.kept.places[card.id]?.end === mark.end);
        if (form.quotes.length >= most || (known && form.quotes.includes(known.id))) continue;
        form.quotes.push((known ?? this.place(paper, reading, mark, `s${paper.row.id}${mark.start}`, null)).id);
      }
    }
    return this.save(form);
  }
}
