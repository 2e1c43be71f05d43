import type {
  About, Audience, AudienceText, BackedUp, Backups, Bearing, BringInReply, Copied, Edit, Hits, Inspections, InspectionsRequest, Issue, IssueReply, Outline, PackForm, PackRow, Papers, PapersRequest, PlacePicture, PreviewReply, Progress,
  QuoteCard, Reading, Register, Restored, SaidCheck, Settings, SettingsForm, TemplateRow, ToFix, Undone, Weight,
} from "./types";

/** Every command the window can give. A command that did not happen throws a Trouble. */
export interface Desk {
  about(): Promise<About>;
  /** The places in the library where words stand. */
  library(request: { words: string }): Promise<Hits>;
  /** Which documents belong to which inspection, as many as are asked for; checked, also by what they quote. */
  inspections(request: InspectionsRequest): Promise<Inspections>;
  /** Documents of the library that fit, as many as are asked for. */
  papers(request: PapersRequest): Promise<Papers>;
  bringIn(request: { paths: string[] }): Promise<BringInReply>;
  /** Null when the person closes the file dialog without choosing. */
  bringInDialog(): Promise<BringInReply | null>;
  pasteIn(request: { name: string; text: string }): Promise<BringInReply>;
  stop(): Promise<void>;
  openSample(): Promise<BringInReply>;
  read(request: { source: string }): Promise<Reading>;
  confirm(request: { source: string; field: string; value: string | null }): Promise<Reading>;
  /** The place a value was read from, as its page looks. */
  picture(request: { source: string; field: string }): Promise<PlacePicture>;
  /** A page as its file has it: the bytes of a PNG. */
  pagePicture(request: { source: string; page: number }): Promise<ArrayBuffer>;
  removeSource(request: { source: string }): Promise<void>;
  pick(request: { source: string; start: number; end: number; bearing: Bearing; note: string | null }): Promise<QuoteCard>;
  quotes(request: { words: string | null; source: string | null }): Promise<{ quotes: QuoteCard[] }>;
  changeQuote(request: { quote: string; bearing: Bearing; note: string | null; edits?: Edit[] }): Promise<QuoteCard>;
  /** Several at once, in one step; null leaves a thing as it is. */
  changeQuotes(request: { quotes: string[]; bearing: Bearing | null; weight: Weight | null; clearWeight?: boolean; remove: boolean }): Promise<void>;
  repick(request: { quote: string; start: number; end: number }): Promise<QuoteCard>;
  citePrimary(request: { quote: string }): Promise<QuoteCard>;
  removeQuote(request: { quote: string }): Promise<void>;
  checkSaid(request: { source: string }): Promise<{ quotations: SaidCheck[]; copied: Copied[] }>;
  packs(): Promise<{ packs: PackRow[]; audiences: Audience[] }>;
  newPack(request: { title: string; sources: string[]; quotes: string[] }): Promise<PackForm>;
  pack(request: { pack: string }): Promise<PackForm>;
  savePack(request: PackForm): Promise<PackForm>;
  removePack(request: { pack: string }): Promise<void>;
  suggestQuotes(request: { pack: string; most: number }): Promise<PackForm>;
  preview(request: { form: PackForm; edition: number }): Promise<PreviewReply>;
  /** The sections an edition has and the pages they begin on; none when it cannot be made. */
  outline(request: { form: PackForm; edition: number }): Promise<Outline>;
  /** What needs a person’s hand before the pack is issued as it stands in the form. */
  toFix(request: PackForm): Promise<ToFix[]>;
  /** A page of a preview, drawn: width and height in four bytes each, then four bytes a pixel. */
  previewPage(request: { ticket: number; page: number; width: number }): Promise<ArrayBuffer>;
  /** The line of a preview’s page under a point, in shares of its width and height; "" between lines. */
  previewLine(request: { ticket: number; page: number; across: number; down: number }): Promise<string>;
  issue(request: Issue): Promise<IssueReply>;
  /** Null when the person closes the folder dialog without choosing. */
  issueDialog(request: Issue): Promise<IssueReply | null>;
  openFile(request: { path: string }): Promise<void>;
  showFolder(request: { path: string }): Promise<void>;
  undo(): Promise<Undone>;
  redo(): Promise<Undone>;
  register(): Promise<Register>;
  settings(): Promise<Settings>;
  saveSettings(request: SettingsForm): Promise<Settings>;
  /** Templates of the program and of the office. */
  templates(): Promise<TemplateRow[]>;
  template(request: { audience: string }): Promise<AudienceText>;
  saveTemplate(request: AudienceText): Promise<Audience>;
  /** One of the office; where it stood for one of the program, that comes back. */
  removeTemplate(request: { audience: string }): Promise<void>;
  /** Null when the person closes the dialog without choosing. */
  chooseLogo(): Promise<Settings | null>;
  removeLogo(): Promise<Settings>;
  chooseBackupFolder(): Promise<Settings | null>;
  clearBackupFolder(): Promise<Settings>;
  backup(): Promise<BackedUp>;
  /** Works while no library is open, as do the six after it. */
  backups(): Promise<Backups>;
  restore(request: { copy: string }): Promise<Restored>;
  restoreDialog(): Promise<Restored | null>;
  /** Opens the library once more when it did not open. */
  reopen(): Promise<void>;
  beginLibrary(): Promise<void>;
  showLibrary(): Promise<void>;
  /** Tells the window that the page has heard it is to close, and is asking the person. */
  keepOpen(): Promise<void>;
  closeWindow(): Promise<void>;
}

/** What happens to files held over the window. */
export type Dropping = { what: "over" } | { what: "away" } | { what: "dropped"; paths: string[] };

/** The desk, and what the window around the page tells it unasked. */
export interface Shell extends Desk {
  onProgress(tell: (progress: Progress) => void): void;
  onDrop(tell: (dropping: Dropping) => void): void;
  /** The person wants the window closed. It stays until the page says closeWindow. */
  onClosing(tell: () => void): void;
}
