// A desk that is not there: invented papers, kept in memory, so that every view runs in an ordinary browser.
// ?fake=empty | busy | errors | locked | newer | damaged | moved | many chooses the state to look at.
import type { Dropping, Shell } from "./desk";
import { askedOf, papersOf } from "./fake/asked";
import { changed } from "./fake/changed";
import { coverNote, documents, fileName } from "./fake/issued";
import { keeping } from "./fake/keeping";
import { refusalOf } from "./fake/late";
import { FakeLibrary } from "./fake/library";
import { drawPage, drawPlace } from "./fake/pictures";
import { type Around, minutesToRead, preflight } from "./fake/preflight";
import { templateFor } from "./fake/templates";
import type { BringInReply, BroughtIn, InspectionsRequest, Issue, IssueReply, PackForm, Progress, Trouble } from "./types";

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const trouble = (kind: Trouble["kind"], message: string, ...hints: string[]): Trouble => ({ kind, message, hints });

const closed: Record<string, Trouble> = {
  locked: trouble("locked", "Another program is using the library. Try again in a moment.", "If Packhorse is open in another window, close that one."),
  newer: trouble("newer", "/home/me/.local/share/packhorse/library.packhorse was made by a newer Packhorse (library version 9; this program knows 8). It was left as it is.", "Ask your IT service for the newest Packhorse."),
  damaged: trouble("damaged", "The library’s file is damaged.", "Restore the newest backup.", "For your IT service: database disk image is malformed."),
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
  const change = <Reply>(what: string | (() => string), make: () => Reply) =>
    answer(() => {
      if (mode === "errors") throw trouble("fixable", "The disk is full. Nothing was saved.", "Free some space and try again.");
      return library.change(typeof what === "string" ? what : what(), make);
    });
  const around = (): Around => ({ find: library.find, roles: library.settings.roles, cards: library.cards(), papers: library.papers, templates: library.templates });

  async function bring(names: string[]): Promise<BringInReply> {
    const results: BroughtIn[] = [];
    stopped = false;
    for (const [done, name] of names.entries()) {
      tell({ task: "bring-in", done, total: names.length, now: name });
      await wait(mode === "busy" ? 60_000 : 350);
      results.push(stopped ? { name, source: null, state: "stopped", message: `${name} was not brought in, because you stopped.`, hints: ["Bring it in again when you are ready."] } : library.bringOne(name, mode === "errors"));
    }
    tell({ task: "bring-in", done: names.length, total: names.length, now: "" });
    return { results };
  }
  const dropped = ["wexcombe-focused-visit-2026.pdf", "scanned-minutes.pdf", "inspectors-praise-quick-help.html", "harrowdene-ilacs-2025.docx", "holiday.jpg"];

  async function issue({ pack, editions = [], webPage = false, lateOnly = false }: Issue): Promise<IssueReply> {
    stopped = false;
    const form = library.form(pack);
    const chosen = form.editions.filter((_, index) => editions.length === 0 || editions.includes(index));
    const stop = preflight(form, around()).find((fix) => fix.stops);
    if (stop) throw trouble("fixable", `Nothing was issued. ${stop.message}`, stop.remedy);
    const numbers = chosen.map((edition) => form.editions.indexOf(edition));
    for (const edition of lateOnly ? numbers : []) {
      const refused = refusalOf(library.givenOf(form, edition), form, edition, around());
      if (refused) throw refused;
    }
    for (const [done, edition] of chosen.entries()) {
      tell({ task: "issue", done, total: chosen.length, now: library.audience(edition.audience) });
      await wait(mode === "busy" ? 60_000 : 250);
      if (stopped) throw trouble("stopped", "Stopped. What was done before is kept.");
    }
    if (mode === "errors") throw trouble("fixable", `${fileName(form, chosen[0]!, library.nextVersion(form, numbers[0]!))} could not be written there.`, "Choose a folder you may write to, and close the file if it is open.");
    library.packs.find((pack) => pack.id === form.id)!.state = "issued";
    const files = [];
    for (const edition of numbers) {
      const { audience, recipient } = form.editions[edition]!;
      const version = library.nextVersion(form, edition);
      const { words, bytes } = await draw(form, edition);
      const path = `${documents}/${fileName(form, form.editions[edition]!, version)}`;
      files.push({ audience: library.audience(audience), recipient, path, version, webPage: webPage ? path.replace(/pdf$/, "html") : null, pages: words.length, bytes: bytes.length });
    }
    library.give(form, numbers);
    library.enter(form, chosen, new Date().toISOString(), documents);
    return { files, notices: [], coverNote: coverNote(form, files) };
  }

  const issuedFile = ({ path }: { path: string }) =>
    answer(() => {
      library.issuedFile(path);
      if (mode === "errors") throw trouble("fixable", `The file is no longer where it was written: ${path}.`, "If it was moved, open it from where it is now. Otherwise issue the pack again.");
    });

  async function draw(form: PackForm, edition: number) {
    const { drawPack } = await import("./fake/pdf");
    const { title, kicker } = templateFor(library.templates, form.editions[edition]!.audience);
    return drawPack(form, edition, { title, kicker, minutes: minutesToRead(form, edition, around()) }, around());
  }

  /** The papers that were there when their quotations were checked last. */
  let checked = "";
  const inspections = (request: InspectionsRequest) => {
    const sources = library.sources();
    const state = sources.map(({ id, sourceKind, authority }) => `${id} ${sourceKind} ${authority}`).join();
    if (request.check) checked = state;
    return askedOf(sources, request, state === checked, library.themeOf);
  };

  return {
    about: () => answer(() => library.about()),
    library: ({ words }) => answer(() => library.search(words)),
    inspections: (request) => answer(() => inspections(request)),
    papers: (request) => answer(() => papersOf(library.sources(), request, library.came)),
    bringIn: ({ paths }) => bring(paths.map((path) => path.split(/[\\/]/).at(-1)!)),
    bringInDialog: () => bring(dropped),
    pasteIn: ({ name }) => bring([/\.txt$/i.test(name) ? name : `${name}.txt`]),
    stop: async () => void (stopped = true),
    openSample: async () => {
      const reply = await bring(["wexcombe-focused-visit-2026.pdf", "inspectors-praise-quick-help.html", "50081234-wexcombe.pdf"]);
      library.fill();
      return reply;
    },
    read: ({ source }) => answer(() => library.reading(source)),
    confirm: ({ source, field, value }) => change(() => `confirm ${library.reading(source).facts.find((line) => line.field === field)?.label.toLowerCase() ?? field}`, () => library.confirm(source, field, value)),
    picture: ({ source, field }) =>
      answer(() => {
        const fact = library.reading(source).facts.find((each) => each.field === field)?.fact;
        if (!fact?.page) throw trouble("fixable", "The source does not say where this value stands, so there is no place to show.", "Open the source and look for it there.");
        return drawPlace(fact.context ?? fact.words, fact.words, fact.page);
      }),
    pagePicture: async ({ source, page }) => {
      const { fileName, pages } = library.reading(source).source;
      if (pages === null) throw trouble("fixable", `${fileName} is no PDF, so there is no page to draw.`, "Open it in the program it was made with.");
      if (mode === "errors") throw trouble("fixable", `Page ${page} of ${fileName} could not be drawn.`, "Open the file in a program that shows PDF.");
      return drawPage(library.reading(source).paragraphs.filter((paragraph) => paragraph.page === page));
    },
    removeSource: ({ source }) => change("remove document", () => library.removeSource(source)),
    pick: (request) => change("pick quote", () => library.pick(request)),
    quotes: ({ words, source }) => answer(() => ({ quotes: library.cards().filter((card) => (!source || card.source === source) && (!words || `${card.words} ${card.note ?? ""}`.toLowerCase().includes(words.toLowerCase()))) })),
    changeQuote: ({ quote, bearing, note, edits }) => change("change quote", () => library.changeQuote(quote, bearing, note, edits)),
    changeQuotes: ({ quotes, ...asked }) => change(`${asked.remove ? "remove" : "change"} ${quotes.length === 1 ? "quote" : `${quotes.length} quotes`}`, () => library.changeQuotes(quotes, asked)),
    repick: ({ quote }) => change("pick the words again", () => library.repick(quote)),
    citePrimary: ({ quote }) => change("cite from the inspectors’ document", () => library.repick(quote)),
    removeQuote: ({ quote }) => change("remove quote", () => library.removeQuote(quote)),
    checkSaid: ({ source }) => answer(() => ({ quotations: library.said(source), copied: [] })),
    packs: () => answer(() => ({ packs: library.packRows(), audiences: library.audiences })),
    newPack: (request) => change("new pack", () => library.newPack(request)),
    pack: ({ pack }) => answer(() => library.form(pack)),
    savePack: (form) => change(() => changed(library.form(form.id), form), () => library.save(form)),
    removePack: ({ pack }) => change("remove pack", () => library.removePack(pack)),
    suggestQuotes: ({ pack, most }) => change("suggest quotes", () => library.suggest(pack, most)),
    preview: async ({ form, edition }) => {
      if (mode === "busy") await wait(60_000);
      const found = preflight(form, around());
      if (!form.title.trim() || !form.editions[edition] || found.some(({ check }) => check === "characters")) return { outline: [], pages: 0, words: [], cannot: null, ticket: 0 };
      const drawn = await draw(form, edition);
      tickets += 1;
      pdfs.set(tickets, drawn.bytes);
      return { outline: drawn.outline, pages: drawn.words.length, words: drawn.words, cannot: null, ticket: tickets };
    },
    toFix: async (form) => preflight(form, around()),
    previewPage: async ({ ticket, page, width }) => (await import("./fake/sheets")).sheetOf(pdfs.get(ticket)!, page, width),
    previewLine: async ({ ticket, page, across, down }) => (await import("./fake/sheets")).lineAt(pdfs.get(ticket)!, page, across, down),
    outline: async ({ form, edition }) => (form.title.trim() && form.editions[edition] ? (await draw(form, edition)).outline : []),
    issue,
    issueDialog: issue,
    openFile: issuedFile,
    showFolder: issuedFile,
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

