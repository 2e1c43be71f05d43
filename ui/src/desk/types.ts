// The shapes that cross between the window and the desk. Every part of the page imports them from here,
// so that the generated file can take this one's place.

export type Trouble = { kind: "fixable" | "locked" | "newer" | "damaged" | "stopped" | "internal"; message: string; hints: string[] };
export type Progress = { task: string; done: number; total: number; now: string };
export type Confidence = "none" | "check" | "sure";
export type Bearing = "strength" | "improve" | "priority" | "statement" | "context";
export type Verdict = "exact" | "punctuation" | "differs" | "not-found" | "no-source";
export type Tone = "good" | "middling" | "poor" | "none";

/** Bytes of the UTF-8 text; the page converts per paragraph (text/bytes.ts). */
export type Span = { start: number; end: number };

export type Fact = { value: string; words: string; confidence: Confidence; rule: string; context: string | null; page: number | null };
export type Judgement = { area: string; label: string; words: string; tone: Tone; confidence: Confidence };

export type SourceRow = {
  id: string;
  fileName: string;
  title: string;
  sourceKind: string;
  kindWords: string;
  authority: string | null;
  framework: string | null;
  inspected: string | null;
  published: string | null;
  overall: string | null;
  judgements: Judgement[];
  toCheck: number;
  quotes: number;
  pages: number | null;
  added: string;
  digest: string;
};

export type ParagraphKind = "heading" | "paragraph" | "item" | "cell" | "footnote" | "furniture" | "boilerplate";
export type Paragraph = {
  index: number;
  kind: ParagraphKind;
  level: number | null;
  row: number | null;
  column: number | null;
  table: number | null;
  header: boolean;
  text: string;
  /** Byte offset of the paragraph in the document's text. */
  start: number;
  page: number | null;
  number: number | null;
  nth: number | null;
};

export type MarkKind = "suggestion" | "quote" | "finding" | "quotation";
export type Mark = { start: number; end: number; what: MarkKind; bearing: Bearing; id: string | null; note: string | null; verdict: Verdict | null };

export type ReadFact = { field: string; label: string; fact: Fact | null };
export type Reading = { source: SourceRow; facts: ReadFact[]; paragraphs: Paragraph[]; marks: Mark[]; notices: string[] };

export type QuoteCard = {
  id: string;
  source: string;
  sourceTitle: string;
  authority: string | null;
  words: string;
  bearing: Bearing;
  citation: string;
  note: string | null;
  verdict: Verdict | null;
  usedIn: string[];
  altered: boolean;
};

export type PackRow = {
  id: string;
  title: string;
  council: string | null;
  committee: string | null;
  meeting: string | null;
  quotes: number;
  sources: number;
  state: "draft" | "issued";
  changed: string;
};
export type EditionSize = "normal" | "large-print";
export type Edition = { audience: string; recipient: string | null; size: EditionSize };
export type SectionNote = { section: string; text: string };
export type PackForm = {
  id: string;
  title: string;
  council: string | null;
  committee: string | null;
  meeting: string | null;
  marking: string | null;
  sources: string[];
  quotes: string[];
  editions: Edition[];
  notes: SectionNote[];
  acceptUnsure: boolean;
};
export type Audience = { id: string; name: string };

export type OutlineEntry = { id: string; heading: string; page: number };
export type Outline = OutlineEntry[];
export type ToFix = { message: string; remedy: string; go: { view: "library" | "reader" | "quotes" | "packs"; id: string | null } | null; stops: boolean };

export type About = { version: string; library: string; sources: number; quotes: number; packs: number; undo: string | null; redo: string | null; samples: boolean };
export type SnippetPiece = { text: string; hit: boolean };
export type Hit = { source: string; title: string; page: number | null; snippet: SnippetPiece[]; start: number };
export type LibraryReply = { sources: SourceRow[]; hits: Hit[] };
export type BroughtIn = { name: string; source: string | null; state: "kept" | "already" | "refused" | "stopped"; message: string; hints: string[] };
export type BringInReply = { results: BroughtIn[] };
export type DifferencePiece = { change: "same" | "removed" | "added"; words: string };
export type SaidCheck = {
  text: string;
  speaker: string | null;
  verdict: Verdict;
  sentence: string | null;
  citation: string | null;
  difference: DifferencePiece[];
};
export type PreviewReply = { outline: Outline; pages: number; toFix: ToFix[]; pdf: number };
export type IssuedFile = { audience: string; recipient: string | null; path: string; pages: number; bytes: number };
export type IssueReply = { files: IssuedFile[]; coverNote: string };
export type Undone = { did: string | null; undo: string | null; redo: string | null };
