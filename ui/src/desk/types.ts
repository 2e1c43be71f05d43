// The shapes that cross between the window and the desk, by the names the page uses for them. The
// shapes themselves are generated from the desk.
import type {
  AudienceRow, BroughtIn as BroughtInReply, BroughtInFile, CheckedQuotation, CopiedSentence, DifferencePart, Done, EditionForm, FactLine, FactRow,
  Heading, HitRow, Issued, JudgementRow, Mark, NoteForm, PackRow, Previewed, PrimaryOffer, QuoteCard, SnippetPart, Trouble as Told, WithheldForm,
} from "../bindings";

export type {
  About, AudienceText, BackedUp, BackupRow, Backups, Choice, Choices, CouncilCount, FollowUpForm as FollowUp, Heading, Hits, InspectionPaper, InspectionRow, Inspections, InspectionsRequest, Issue, IssuedFile, LateForm as Late, Mark, MarkKind, PackForm, PackRow, Papers, PapersRequest, Paragraph, ParagraphKind,
  PlacePicture, Progress, QuoteCard, Reading, Register, RegisterRow, Restored, RoleForm as RoleHere, RoleName, Settings, SettingsForm, SourceRow, TemplateRow, Tie, Timeline, TimelinePoint, ToFix, Tone, Wanted, WeightForm as Weighing,
} from "../bindings";

export type Trouble = Told;
export type Confidence = FactRow["confidence"];
export type Bearing = QuoteCard["bearing"];
export type Weight = NonNullable<QuoteCard["weight"]>;
export type Edit = QuoteCard["edits"][number];
export type Verdict = NonNullable<Mark["verdict"]>;

/** Bytes of the UTF-8 text; the page converts per paragraph (text/bytes.ts). */
export type Span = { start: number; end: number };

export type Fact = FactRow;
export type Judgement = JudgementRow;
export type ReadFact = FactLine;
export type Edition = EditionForm;
export type EditionSize = EditionForm["size"];
export type SectionNote = NoteForm;
export type Audience = AudienceRow;
export type Withheld = WithheldForm;
export type OutlineEntry = Heading;
export type Outline = Heading[];
export type SnippetPiece = SnippetPart;
export type Hit = HitRow;
export type BroughtIn = BroughtInFile;
export type BringInReply = BroughtInReply;
export type DifferencePiece = DifferencePart;
export type SaidCheck = CheckedQuotation;
export type Copied = CopiedSentence;
export type Primary = PrimaryOffer;
export type PreviewReply = Previewed;
export type IssueReply = Issued;
export type Undone = Done;
export type PackState = PackRow["state"];
