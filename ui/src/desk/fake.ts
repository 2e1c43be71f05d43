// A desk that is not there: invented papers, kept in memory, so that every view runs in an ordinary browser.
// ?fake=empty | busy | errors | locked | newer | damaged | moved | many chooses the state to look at.
import type { Dropping, Shell } from "./desk";
import { askedOf, papersOf } from "./fake/asked";
import { coverNote, fileName } from "./fake/issued";
import { keeping } from "./fake/keeping";
import { couldGo, lateToFix, refusalOf } from "./fake/late";
import { FakeLibrary } from "./fake/library";
import { drawPage, drawPlace } from "./fake/pictures";
import { sectionsOf, unknownOf } from "./fake/sections";
import type { BringInReply, BroughtIn, InspectionsRequest, Issue, IssueReply, PackForm, Progress, ToFix, Trouble } from "./types";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const trouble = (kind: Trouble["kind"], message: string, ...hints: string[]): Trouble => ({ kind, message, hints });

const closed: Record<string, Trouble> = {
  locked: trouble("locked", "Another Packhorse is using this library.", "Close the other window, or wait until it is done."),
  newer: trouble("newer", "This library was kept by a newer Packhorse and is left untouched.", "Ask your IT service for the newest Packhorse."),
  damaged: trouble("damaged", "The library is damaged: part of its file is missing.", "Restore the newest backup."),
  moved: trouble("moved", "The library is not where it was: /home/me/.local/share/packhorse/library.packhorse.", "If somebody moved or renamed the file, put it back and try again.", "Otherwise restore the newest backup."),
};

export function fake(): Shell {
  let mode = new URLSearchParams(location.search).get("fake") ?? "";
  const library = new FakeLibrary(mode);
  const pdfs = new Map<number, Uint8Array>();
  let tickets = 0;
  let stopped = false;
  let tell: (progress: Progress) => void = () => {};

  const answer = async <Reply>(make: () => Reply): Promise<Reply> => {
    await wait(mode === "busy" ? 600 : 15);
    if (closed[mode]) throw closed[mode];
    return structuredClone(make());
  };
  const change = <Reply>(what: string, make: () => Reply) =>
    answer(() => {
      if (mode === "errors") throw trouble("fixable", `The library could not keep this change (${what}).`, "The disk may be full. Free some space and try again.");
      return library.change(what, make);
    });

  async function bring(names: string[]): Promise<BringInReply> {
    const results: BroughtIn[] = [];
    stopped = false;
    for (const [done, name] of names.entries()) {
      tell({ task: "bring-in", done, total: names.length, now: name });
      await wait(mode === "busy" ? 60_000 : 350);
      results.push(stopped ? { name, source: null, state: "stopped", message: "Stopped before it was read.", hints: [] } : library.bringOne(name, mode === "errors"));
    }
    tell({ task: "bring-in", done: names.length, total: names.length, now: "" });
    return { results };
  }
  const dropped = ["wexcombe-focused-visit-2026.pdf", "scanned-minutes.pdf", "inspectors-praise-quick-help.html", "harrowdene-ilacs-2025.docx", "holiday.jpg"];

  async function issue({ pack, editions = [], webPage = false, lateOnly = false }: Issue): Promise<IssueReply> {
    stopped = false;
    const form = library.form(pack);
    const chosen = form.editions.filter((_, index) => editions.length === 0 || editions.includes(index));
    const stop = toFix(form).find((fix) => fix.stops);
    if (stop) throw trouble("fixable", `Nothing was issued. ${stop.message}`, stop.remedy);
    const numbers = chosen.map((edition) => form.editions.indexOf(edition));
    for (const edition of lateOnly ? numbers : []) {
      const refused = refusalOf(library.givenOf(form, edition), form, edition, { roles: library.settings.roles, cards: library.cards() });
      if (refused) throw refused;
    }
    for (const [done, edition] of chosen.entries()) {
      tell({ task: "issue", done, total: chosen.length, now: library.audience(edition.audience) });
      await wait(mode === "busy" ? 60_000 : 500);
      if (stopped) throw trouble("stopped", "Stopped. No file was written.");
    }
    if (mode === "errors") throw trouble("fixable", "The folder could not be written to.", "Choose a folder you may save in, such as Documents.");
    library.packs.find((pack) => pack.id === form.id)!.state = "issued";
    const files = [];
    for (const edition of numbers) {
      const { audience, recipient } = form.editions[edition]!;
      const version = library.nextVersion(form, edition);
      const { pages, bytes } = await draw(form, edition);
      const path = `/home/me/Documents/Wexcombe/${fileName(form, form.editions[edition]!, version)}`;
      files.push({ audience: library.audience(audience), recipient, path, version, webPage: webPage ? path.replace(/pdf$/, "html") : null, pages, bytes: bytes.length });
    }
    library.give(form, numbers);
    library.enter(form, chosen, new Date().toISOString());
    return { files, notices: [], coverNote: coverNote(form, files) };
  }

  async function draw(form: PackForm, edition: number) {
    const { drawPack } = await import("./fake/pdf");
    const id = form.editions[edition]?.audience ?? "committee-chair";
    return drawPack(form, edition, library.cards(), { id, name: library.audience(id) }, { roles: library.settings.roles, titleOf: library.titleOf });
  }

  /** Characters that no font of a pack has, each named with its place. */
  function lettersToFix(form: PackForm): ToFix[] {
    const sections = form.editions.flatMap((_, edition) => sectionsOf(form, edition, library.settings.roles));
    const headingOf = (id: string) => sections.find((section) => section.id === id)?.heading ?? id;
    const places = [{ text: form.title, heading: "First page", go: "title" }, ...form.notes.map(({ section, text }) => ({ text, heading: headingOf(section), go: "notes" }))];
    return places.flatMap(({ text, heading, go }) => {
      const named = [...new Set(text.match(/\p{Extended_Pictographic}/gu))].map((letter) => `“${letter}” (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`);
      if (!named.length) return [];
      return [{ message: `No font of the pack has ${named.join(", ")}, which stands under “${heading}”.`, remedy: "Write it otherwise in your own words, or pick the quotation without it.", go: { view: "packs", id: go }, stops: true, severity: "stops", check: "characters" }];
    });
  }

  const toFix = (form: PackForm): ToFix[] => {
    const found: ToFix[] = [];
    if (!form.meeting) found.push({ message: "The pack has no meeting date.", remedy: "Give the date in the form.", go: { view: "packs", id: "meeting" }, stops: false });
    if (form.sources.includes("letter") && library.reading("letter").source.toCheck > 0 && !form.acceptUnsure)
      found.push({ message: "1 fact of the letter is not confirmed.", remedy: "Confirm or correct it; until then it is left out.", go: { view: "reader", id: "letter" }, stops: false });
    if (!form.title.trim()) found.unshift({ message: "The pack has no title.", remedy: "Give it one.", go: { view: "packs", id: "title" }, stops: true });
    if (form.sources.includes("press")) found.push({ message: "1 quotation in the press release differs from the letter.", remedy: "Read both; the pack will show the difference.", go: { view: "reader", id: "press" }, stops: false });
    found.unshift(...lettersToFix(form), ...lateToFix(form));
    const could = couldGo(form, library.cards());
    if (form.minutes && form.minutes < 3 && could.length)
      found.push({ message: "The pack takes longer to read than the reader has.", remedy: "Leave out what could go, or give more minutes.", go: { view: "packs", id: "quotes" }, stops: false, severity: "look", check: "time", quotes: could });
    for (const id of unknownOf(form)) found.push({ message: `No edition of this pack has a section “${id}”, so it was neither moved nor left out.`, remedy: "Take it out of the arrangement of the sections.", go: { view: "packs", id: "sections" }, stops: false });
    return found;
  };

  /** The papers that were there when their quotations were checked last. */
  let checked = "";
  const inspections = (request: InspectionsRequest) => {
    const sources = library.sources();
    const state = sources.map(({ id, sourceKind, authority }) => `${id} ${sourceKind} ${authority}`).join();
    if (request.check) checked = state;
    return askedOf(sources, request, state === checked);
  };

  return {
    about: () => answer(() => library.about()),
    library: ({ words }) => answer(() => library.search(words)),
    inspections: (request) => answer(() => inspections(request)),
    papers: (request) => answer(() => papersOf(library.sources(), request, library.came)),
    bringIn: ({ paths }) => bring(paths.map((path) => path.split(/[\\/]/).at(-1)!)),
    bringInDialog: () => bring(dropped),
    pasteIn: ({ name }) => bring([name]),
    stop: async () => void (stopped = true),
    openSample: async () => {
      const reply = await bring(["wexcombe-focused-visit-2026.pdf", "inspectors-praise-quick-help.html", "50081234-wexcombe.pdf"]);
      library.fill();
      return reply;
    },
    read: ({ source }) => answer(() => library.reading(source)),
    confirm: ({ source, field, value }) => change("confirm a fact", () => library.confirm(source, field, value)),
    picture: ({ source, field }) =>
      answer(() => {
        const fact = library.reading(source).facts.find((each) => each.field === field)?.fact;
        if (!fact?.page) throw trouble("fixable", "The source does not say where this value stands, so there is no place to show.", "Open the source and look for it there.");
        return drawPlace(fact.context ?? fact.words, fact.words, fact.page);
      }),
    pagePicture: async ({ source, page }) => {
      if (mode === "errors" || library.reading(source).source.pages === null) throw trouble("fixable", "This file has no pages that can be drawn.", "Its words stand beside.");
      return drawPage(library.reading(source).paragraphs.filter((paragraph) => paragraph.page === page));
    },
    removeSource: ({ source }) => change("remove a document", () => library.removeSource(source)),
    pick: (request) => change("pick a quote", () => library.pick(request)),
    quotes: ({ words, source }) => answer(() => ({ quotes: library.cards().filter((card) => (!source || card.source === source) && (!words || `${card.words} ${card.note ?? ""}`.toLowerCase().includes(words.toLowerCase()))) })),
    changeQuote: ({ quote, bearing, note, edits }) => change("change quote", () => library.changeQuote(quote, bearing, note, edits)),
    changeQuotes: ({ quotes, ...asked }) => change(`${asked.remove ? "remove" : "change"} ${quotes.length === 1 ? "quote" : `${quotes.length} quotes`}`, () => library.changeQuotes(quotes, asked)),
    repick: ({ quote }) => change("pick the words again", () => library.repick(quote)),
    citePrimary: ({ quote }) => change("cite from the inspectors’ document", () => library.repick(quote)),
    removeQuote: ({ quote }) => change("remove a quote", () => library.removeQuote(quote)),
    checkSaid: ({ source }) => answer(() => ({ quotations: library.paper(source).said.map((said) => ({ document: null, page: null, paragraph: null, note: null, meaning: null, changes: [], alsoIn: [], repeat: false, primary: null, ...said })), copied: [] })),
    packs: () => answer(() => ({ packs: library.packRows(), audiences: library.audiences })),
    newPack: (request) => change("new pack", () => library.newPack(request)),
    pack: ({ pack }) => answer(() => library.form(pack)),
    savePack: (form) => change("change a pack", () => library.save(form)),
    removePack: ({ pack }) => change("remove a pack", () => library.removePack(pack)),
    suggestQuotes: ({ pack, most }) => change("suggest quotes", () => library.suggest(pack, most)),
    preview: async ({ form, edition }) => {
      if (mode === "busy") await wait(60_000);
      const found = toFix(form);
      if (!form.title.trim() || found.some(({ check }) => check === "characters")) return { outline: [], pages: 0, toFix: found, pdf: 0 };
      const drawn = await draw(form, edition);
      tickets += 1;
      pdfs.set(tickets, drawn.bytes);
      return { outline: drawn.outline, pages: drawn.pages, toFix: found, pdf: tickets };
    },
    previewPdf: async ({ ticket }) => pdfs.get(ticket)!.slice().buffer as ArrayBuffer,
    issue,
    issueDialog: issue,
    openFile: async () => {},
    showFolder: async () => {},
    undo: () => answer(() => library.undo()),
    redo: () => answer(() => library.redo()),
    register: () => answer(() => library.register()),
    ...keeping({ answer, change, library, away: () => (mode = "") }),

    onClosing: (listener) => addEventListener("fake-closing", () => listener()),
    onProgress: (listener) => void (tell = listener),
    onDrop: (listener: (dropping: Dropping) => void) => {
      addEventListener("dragenter", () => listener({ what: "over" }));
      addEventListener("dragover", (event) => event.preventDefault());
      addEventListener("dragleave", (event) => !event.relatedTarget && listener({ what: "away" }));
      addEventListener("drop", (event) => {
        event.preventDefault();
        listener({ what: "dropped", paths: [...(event.dataTransfer?.files ?? [])].map((file) => file.name) });
      });
    },
  };
}

