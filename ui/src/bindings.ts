// Generated from packhorse-desk by `cargo xtask bindings`. Do not edit.

export type About = { 
/**
 * The program's version.
 */
version: string, 
/**
 * The library's file.
 */
library: string, 
/**
 * How many sources it holds.
 */
sources: number, 
/**
 * How many of their facts wait to be checked.
 */
toCheck: number, 
/**
 * How many quotes.
 */
quotes: number, 
/**
 * How many packs.
 */
packs: number, 
/**
 * What undo would take back: “bring in letter.pdf”.
 */
undo: string | null, 
/**
 * What redo would do again.
 */
redo: string | null, 
/**
 * Whether sample documents came with the program.
 */
samples: boolean, };

export type AlsoIn = { 
/**
 * The source.
 */
source: string, 
/**
 * Its file name.
 */
document: string, 
/**
 * The whole citation.
 */
citation: string, 
/**
 * The page.
 */
page: number | null, 
/**
 * The paragraph number the document prints.
 */
paragraph: number | null, 
/**
 * Whether the document is the inspectors' own.
 */
primary: boolean, };

export type AudienceRequest = { 
/**
 * Its id.
 */
audience: string, };

export type AudienceRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its name.
 */
name: string, 
/**
 * What the manager is asked to write on the first page of its edition, in order.
 */
firstPage: Array<PartToWrite>, };

export type AudienceText = { 
/**
 * Its text, JSON.
 */
text: string, 
/**
 * The file it came from, to be named when a line of it cannot be used.
 */
file: string | null, };

export type BackedUp = { 
/**
 * The copy's file.
 */
path: string, 
/**
 * The second copy's file, when a folder for it was chosen.
 */
also: string | null, 
/**
 * Why there is no second copy, though a folder was chosen.
 */
notice: string | null, };

export type BackupRow = { 
/**
 * The copy's file.
 */
path: string, 
/**
 * When it was made, as `2026-11-22T10:15:30Z`.
 */
made: string, 
/**
 * Its size.
 */
bytes: number, };

export type Backups = { 
/**
 * The library's file.
 */
library: string, 
/**
 * The folder beside it that holds the copies.
 */
folder: string, 
/**
 * The copies, the newest first.
 */
copies: Array<BackupRow>, };

export type BringIn = { 
/**
 * Files and folders.
 */
paths: Array<string>, };

export type BroughtIn = { 
/**
 * One for each file, in order.
 */
results: Array<BroughtInFile>, };

export type BroughtInFile = { 
/**
 * The file's name.
 */
name: string, 
/**
 * The source that holds it.
 */
source: string | null, 
/**
 * What became of it.
 */
state: State, 
/**
 * That in a sentence.
 */
message: string, 
/**
 * What to try.
 */
hints: Array<string>, };

export type ChangeQuote = { 
/**
 * The quote's id.
 */
quote: string, 
/**
 * What it is used for.
 */
bearing: "strength" | "improve" | "priority" | "statement" | "context", 
/**
 * A note.
 */
note: string | null, 
/**
 * Permitted edits, in bytes of the words; none to leave them as they are.
 */
edits?: Array<{ edit: "omit", span: { start: number, end: number } } | { edit: "insert", at: number, words: string }>, };

export type ChangeQuotes = { 
/**
 * The quotes' ids.
 */
quotes: Array<string>, 
/**
 * What they are used for; none to leave it.
 */
bearing: "strength" | "improve" | "priority" | "statement" | "context" | null, 
/**
 * Whether they must, should or could be in a pack; none to leave it.
 */
weight: "must" | "should" | "could" | null, 
/**
 * Whether to take back what was said of must, should and could.
 */
clearWeight?: boolean, 
/**
 * Whether to remove them.
 */
remove: boolean, };

export type CheckSaid = { 
/**
 * The source.
 */
source: string, };

export type CheckedQuotation = { 
/**
 * The words as they were quoted.
 */
text: string, 
/**
 * Who quotes them.
 */
speaker: string | null, 
/**
 * The verdict.
 */
verdict: "exact" | "punctuation" | "differs" | "not-found" | "no-source", 
/**
 * The source's sentence.
 */
sentence: string | null, 
/**
 * The source's file name.
 */
document: string | null, 
/**
 * The page in the source.
 */
page: number | null, 
/**
 * The paragraph number the source prints.
 */
paragraph: number | null, 
/**
 * The whole citation.
 */
citation: string | null, 
/**
 * What differs, word by word.
 */
difference: Array<DifferencePart>, 
/**
 * Each change in a phrase: “left out: “the presenting””.
 */
changes: Array<string>, 
/**
 * What was done to the meaning: a “not” or a “but” that was left out.
 */
meaning: string | null, 
/**
 * What a reader should know about it.
 */
note: string | null, 
/**
 * Other documents with the same words, the inspectors' own first.
 */
alsoIn: Array<AlsoIn>, 
/**
 * Whether the same statement stands in a document that counts before this one.
 */
repeat: boolean, 
/**
 * The inspectors' own document to cite the words from.
 */
primary: PrimaryOffer | null, };

export type Choice = { 
/**
 * What is asked for.
 */
value: string, 
/**
 * It in words.
 */
words: string, };

export type Choices = { 
/**
 * Councils.
 */
council: Array<Choice>, 
/**
 * Kinds of document.
 */
kind: Array<Choice>, 
/**
 * Frameworks.
 */
framework: Array<Choice>, 
/**
 * Years, the newest first.
 */
year: Array<Choice>, 
/**
 * Themes.
 */
theme: Array<Choice>, };

export type Confirm = { 
/**
 * The source's id.
 */
source: string, 
/**
 * The field: `authority`, `published`, `judgement:overall`, `finding:1204` …
 */
field: string, 
/**
 * The right value; none when the source does not say.
 */
value: string | null, };

export type CopiedSentence = { 
/**
 * The words as the paper prints them.
 */
text: string, 
/**
 * First byte of the words in the paper's text.
 */
start: number, 
/**
 * One past the last byte.
 */
end: number, 
/**
 * Whether they are the document's to the last mark.
 */
verdict: "exact" | "punctuation", 
/**
 * The document's sentence.
 */
sentence: string, 
/**
 * The document's file name.
 */
document: string, 
/**
 * The page in the document.
 */
page: number | null, 
/**
 * The paragraph number the document prints.
 */
paragraph: number | null, 
/**
 * The whole citation.
 */
citation: string, };

export type CouncilCount = { 
/**
 * The council.
 */
authority: string | null, 
/**
 * How many of its documents fit.
 */
documents: number, };

export type DifferencePart = { 
/**
 * `same`, `removed` (the source's, left out) or `added` (not in the source).
 */
change: "same" | "removed" | "added", 
/**
 * The words.
 */
words: string, 
/**
 * What was done to them.
 */
alteration: "none" | "left-out" | "put-in" | "replaced" | "moved" | "punctuation", };

export type Done = { 
/**
 * What was undone or done again; none when there was nothing.
 */
did: string | null, 
/**
 * What undo would take back now.
 */
undo: string | null, 
/**
 * What redo would do again now.
 */
redo: string | null, };

export type EditionForm = { 
/**
 * The audience's id.
 */
audience: string, 
/**
 * For whom.
 */
recipient: string | null, 
/**
 * Normal or large print.
 */
size: "normal" | "large-print", 
/**
 * What this recipient may not be given.
 */
withheld?: WithheldForm, };

export type FactChoice = { 
/**
 * The value as it is entered.
 */
value: string, 
/**
 * The value in words.
 */
words: string, };

export type FactLine = { 
/**
 * The field's id.
 */
field: string, 
/**
 * The field in words.
 */
label: string, 
/**
 * The fact; none when the source does not say.
 */
fact: FactRow | null, 
/**
 * What a person may choose from; none when any words will do.
 */
choices: Array<FactChoice>, };

export type FactRow = { 
/**
 * The value as it is entered: `2026-09-10`.
 */
value: string, 
/**
 * The value in words: “10 September 2026”.
 */
words: string, 
/**
 * How sure it is.
 */
confidence: "none" | "check" | "sure", 
/**
 * The rule that read it.
 */
rule: string, 
/**
 * The words around it in the source.
 */
context: string | null, 
/**
 * The page it stands on.
 */
page: number | null, };

export type FollowUpForm = { 
/**
 * The report or letter that lists the area.
 */
source: string, 
/**
 * The area's words, or its first words.
 */
finding: string, 
/**
 * Who sees to it: a name, a title, or the id of a role.
 */
owner: string | null, 
/**
 * By when: a day as `2027-01-14`, or words.
 */
due: string | null, 
/**
 * How far it has come: `not-started`, `under-way`, `done`, or words.
 */
state: string | null, 
/**
 * Anything else.
 */
note: string | null, };

export type Heading = { 
/**
 * The section's id.
 */
id: string, 
/**
 * The heading.
 */
heading: string, 
/**
 * The page it stands on.
 */
page: number, };

export type HitRow = { 
/**
 * The source.
 */
source: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The page.
 */
page: number | null, 
/**
 * Some of the words around.
 */
snippet: Array<SnippetPart>, 
/**
 * The first byte of the paragraph.
 */
start: number, };

export type Hits = { 
/**
 * The hits, best first.
 */
hits: Array<HitRow>, };

export type InspectionPaper = { 
/**
 * The document’s id.
 */
source: string, 
/**
 * The document.
 */
row: SourceRow, 
/**
 * Why it stands here.
 */
tie: Tie, 
/**
 * Whether a later version of it is here too.
 */
superseded: boolean, 
/**
 * How many of its quotations differ from what the inspectors wrote.
 */
differs: number, };

export type InspectionRow = { 
/**
 * An id that stays the same while its first document is here.
 */
id: string, 
/**
 * “Focused visit”; for papers of no known inspection, “Inspection not known”.
 */
kindWords: string, 
/**
 * Whether it is known which inspection this is.
 */
known: boolean, 
/**
 * The council.
 */
authority: string | null, 
/**
 * The framework's short name.
 */
framework: string | null, 
/**
 * What a visit looked at, as the document says it.
 */
theme: string | null, 
/**
 * Plain names of the themes it looked at.
 */
themes: Array<string>, 
/**
 * The days, in words.
 */
inspected: string | null, 
/**
 * The date of publication, in words.
 */
published: string | null, 
/**
 * The year it ended in or, failing that, was published in.
 */
year: number | null, 
/**
 * The first day a list may order by, as `2026-09-10`; empty when no day is known.
 */
order: string, 
/**
 * The inspectors' newest own document.
 */
lead: string | null, 
/**
 * Whether a later inspection of the same kind and council is in the library.
 */
superseded: boolean, 
/**
 * Its documents, the inspectors' own first; of the kind asked for.
 */
papers: Array<InspectionPaper>, };

export type Inspections = { 
/**
 * The first of the inspections that fit, by council, the newest first.
 */
inspections: Array<InspectionRow>, 
/**
 * How many inspections fit.
 */
total: number, 
/**
 * The councils of the inspections given, with their documents.
 */
councils: Array<CouncilCount>, 
/**
 * What can be asked for.
 */
choices: Choices, 
/**
 * What fits along time, when all of it is one council's.
 */
timeline: Timeline | null, 
/**
 * The chosen documents that are still here.
 */
chosen: Array<string>, 
/**
 * Whether what papers quote was held against them.
 */
checked: boolean, };

export type InspectionsRequest = { 
/**
 * Whether what papers quote is held against the inspections first, where that is not known. It takes
 * longer.
 */
check: boolean, 
/**
 * Which inspections and documents.
 */
wanted: Wanted, 
/**
 * How many inspections to give at most.
 */
most: number, 
/**
 * Documents of which the reply tells whether they are still here.
 */
chosen: Array<string>, };

export type Issue = { 
/**
 * The pack's id.
 */
pack: string, 
/**
 * The folder; where a person is asked for it, it is empty until then.
 */
folder?: string, 
/**
 * Only these audiences; all when empty.
 */
audiences?: Array<string>, 
/**
 * Only these editions, as they stand in the pack, counted from 0; all when empty.
 */
editions?: Array<number>, 
/**
 * Write each edition as a web page beside its PDF as well.
 */
webPage?: boolean, 
/**
 * Leave out the page that says what changed since the version a recipient has.
 */
withoutChanges?: boolean, 
/**
 * Issue late items only: refused when anything in the paper itself is another than in the version
 * before, so that every reference to its pages stays true.
 */
lateOnly?: boolean, };

export type Issued = { 
/**
 * The files.
 */
files: Array<IssuedFile>, 
/**
 * A note to go with them, ready to copy.
 */
coverNote: string, 
/**
 * Worth knowing.
 */
notices: Array<string>, };

export type IssuedFile = { 
/**
 * The audience's name.
 */
audience: string, 
/**
 * For whom.
 */
recipient: string | null, 
/**
 * The file.
 */
path: string, 
/**
 * The recipient's version, counted from 1.
 */
version?: number, 
/**
 * Its web page, where one was written.
 */
webPage: string | null, 
/**
 * Number of pages.
 */
pages: number, 
/**
 * Its size.
 */
bytes: number, };

export type JudgementRow = { 
/**
 * Area id.
 */
area: string, 
/**
 * The area's plain name.
 */
label: string, 
/**
 * The grade as printed, or why there is none.
 */
words: string, 
/**
 * Its colour.
 */
tone: Tone, 
/**
 * How sure it is.
 */
confidence: "none" | "check" | "sure", };

export type Kind = "fixable" | "locked" | "newer" | "damaged" | "moved" | "stopped" | "internal";

export type LateForm = { 
/**
 * What it is called; the first document's name when left out.
 */
heading: string | null, 
/**
 * Why it is late and cannot wait.
 */
reason: string, 
/**
 * Ids of its documents.
 */
sources: Array<string>, 
/**
 * What the manager writes about it.
 */
text: string | null, };

export type LibraryRequest = { 
/**
 * Words to find.
 */
words: string | null, };

export type LogoRow = { 
/**
 * What it shows, for those who cannot see it.
 */
alt: string, 
/**
 * The picture as a `data:` address.
 */
image: string, };

export type Mark = { 
/**
 * First byte.
 */
start: number, 
/**
 * One past the last byte.
 */
end: number, 
/**
 * What it marks.
 */
what: MarkKind, 
/**
 * What the words are used for, or could be.
 */
bearing: "strength" | "improve" | "priority" | "statement" | "context", 
/**
 * The quote's id.
 */
id: string | null, 
/**
 * A note on it: the speaker, the manager's note.
 */
note: string | null, 
/**
 * What checking it showed.
 */
verdict: "exact" | "punctuation" | "differs" | "not-found" | "no-source" | null, };

export type MarkKind = "suggestion" | "quote" | "finding" | "quotation";

export type NewPack = { 
/**
 * The title.
 */
title: string, 
/**
 * Sources.
 */
sources: Array<string>, 
/**
 * Quotes.
 */
quotes: Array<string>, };

export type NoteForm = { 
/**
 * The section's id.
 */
section: string, 
/**
 * The words.
 */
text: string, };

export type NowThere = { 
/**
 * First byte of the words in the source's text.
 */
start: number, 
/**
 * One past the last byte.
 */
end: number, 
/**
 * The words that are there now.
 */
words: string, 
/**
 * Where they stand.
 */
citation: string, 
/**
 * What differs, word by word.
 */
difference: Array<DifferencePart>, };

export type PackForm = { 
/**
 * Its id.
 */
id: string, 
/**
 * The title.
 */
title: string, 
/**
 * The council; recognised when left out.
 */
council: string | null, 
/**
 * The committee.
 */
committee: string | null, 
/**
 * The day of the meeting, as `2027-01-14`.
 */
meeting: string | null, 
/**
 * Security marking.
 */
marking: string | null, 
/**
 * Paragraphs of Schedule 12A that the pack is exempt under.
 */
exempt?: Array<number>, 
/**
 * Draft or final.
 */
status?: "draft" | "final", 
/**
 * Whether the recipient's name stands on every page.
 */
namePages?: boolean, 
/**
 * Sources, in order.
 */
sources: Array<string>, 
/**
 * Quotes, in order.
 */
quotes: Array<string>, 
/**
 * Editions.
 */
editions: Array<EditionForm>, 
/**
 * Manager's notes.
 */
notes: Array<NoteForm>, 
/**
 * Ids of sections in the order they have in this pack, where it is not the templates’.
 */
order?: Array<string>, 
/**
 * Ids of sections that this pack leaves out.
 */
leftOut?: Array<string>, 
/**
 * Whether facts that are not sure may be printed, marked as such.
 */
acceptUnsure: boolean, 
/**
 * Who owns what inspectors ask for, by when, and how far it has come.
 */
followUps?: Array<FollowUpForm>, 
/**
 * What roles are called in this pack, where they are not called as in the templates.
 */
roles?: Array<RoleForm>, 
/**
 * The minutes the reader has.
 */
minutes?: number, 
/**
 * How much the pack needs its quotes; those that are not named should be in it.
 */
weights?: Array<WeightForm>, 
/**
 * What was added after the pack was first issued, in order.
 */
late?: Array<LateForm>, };

export type PageRequest = { 
/**
 * The source's id.
 */
source: string, 
/**
 * The page, counted from 1.
 */
page: number, };

export type Papers = { 
/**
 * The first of those that fit.
 */
sources: Array<SourceRow>, 
/**
 * How many fit.
 */
total: number, };

export type PapersRequest = { 
/**
 * Words, each of which stands in the title, the kind, the council or the name of the file.
 */
words?: string, 
/**
 * Only these, in this order.
 */
ids?: Array<string>, 
/**
 * The council; “–” asks for documents whose council is not known.
 */
council?: string, 
/**
 * Ids of kinds of document; any when empty.
 */
kinds?: Array<string>, 
/**
 * Only those with facts to check.
 */
waiting?: boolean, 
/**
 * Only those brought in since then, in milliseconds since 1970.
 */
since?: number, 
/**
 * The newest first; otherwise in the order they were brought in or asked for.
 */
newest?: boolean, 
/**
 * How many to give at most.
 */
most: number, };

export type PackRequest = { 
/**
 * The pack's id.
 */
pack: string, };

export type PackRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The title.
 */
title: string, 
/**
 * The council.
 */
council: string | null, 
/**
 * The committee.
 */
committee: string | null, 
/**
 * The day of the meeting.
 */
meeting: string | null, 
/**
 * How many quotes.
 */
quotes: number, 
/**
 * How many sources.
 */
sources: number, 
/**
 * `draft` or `issued`.
 */
state: "draft" | "issued", 
/**
 * When it was changed, as `2026-11-22`.
 */
changed: string, };

export type Packs = { 
/**
 * The packs, the one changed last first.
 */
packs: Array<PackRow>, 
/**
 * The audiences.
 */
audiences: Array<AudienceRow>, };

export type Paragraph = { 
/**
 * Its number among the blocks.
 */
index: number, 
/**
 * The part it plays.
 */
kind: ParagraphKind, 
/**
 * The level of a heading or item.
 */
level: number | null, 
/**
 * The row of a cell.
 */
row: number | null, 
/**
 * The column of a cell.
 */
column: number | null, 
/**
 * The table of a cell.
 */
table: number | null, 
/**
 * Whether a cell is a header.
 */
header: boolean, 
/**
 * The words.
 */
text: string, 
/**
 * The first byte in the source's text.
 */
start: number, 
/**
 * The page it begins on.
 */
page: number | null, 
/**
 * The number printed before it.
 */
number: number | null, 
/**
 * Counted from the top.
 */
nth: number | null, };

export type ParagraphKind = "heading" | "paragraph" | "item" | "cell" | "footnote" | "furniture" | "boilerplate";

export type PasteIn = { 
/**
 * A name for it.
 */
name: string, 
/**
 * The text.
 */
text: string, };

export type Pick = { 
/**
 * The source.
 */
source: string, 
/**
 * First byte of the words in the source's text.
 */
start: number, 
/**
 * One past the last byte.
 */
end: number, 
/**
 * What they are used for.
 */
bearing: "strength" | "improve" | "priority" | "statement" | "context", 
/**
 * A note.
 */
note: string | null, };

export type PictureRequest = { 
/**
 * The source's id.
 */
source: string, 
/**
 * The field: `published`, `judgement:overall`, `finding:1204` …
 */
field: string, };

export type PlacePicture = { 
/**
 * The picture as a `data:` address of PNG.
 */
image: string, 
/**
 * Its width in pixels.
 */
width: number, 
/**
 * Its height in pixels.
 */
height: number, 
/**
 * The page it shows.
 */
page: number, 
/**
 * Whether it shows the words, marked, and their surroundings; if not, it is the whole page.
 */
cropped: boolean, };

export type Preview = { 
/**
 * The pack as it stands in the form.
 */
form: PackForm, 
/**
 * Which edition.
 */
edition: number, };

export type PreviewLine = { 
/**
 * The number the preview gave.
 */
ticket: number, 
/**
 * The page, counted from 1.
 */
page: number, 
/**
 * How far across the point is, from 0 to 1.
 */
across: number, 
/**
 * How far down it is, from 0 to 1.
 */
down: number, };

export type PreviewPage = { 
/**
 * The number the preview gave.
 */
ticket: number, 
/**
 * The page, counted from 1.
 */
page: number, 
/**
 * How wide it is to be, in pixels.
 */
width: number, };

export type Previewed = { 
/**
 * Sections and their pages.
 */
outline: Array<Heading>, 
/**
 * Number of pages; none when the pack could not be made.
 */
pages: number, 
/**
 * The words of each page, line under line.
 */
words: Array<string>, 
/**
 * Why there are no pages, where the pack could not be made.
 */
cannot: ToFix | null, 
/**
 * The number to ask for its pages with; 0 when there are none.
 */
ticket: number, };

export type PrimaryOffer = { 
/**
 * The document.
 */
source: string, 
/**
 * First byte of the words in the document's text.
 */
start: number, 
/**
 * One past the last byte.
 */
end: number, 
/**
 * The words as the document prints them.
 */
words: string, 
/**
 * The whole citation.
 */
citation: string, 
/**
 * The quote of these words, where they were picked from the document already.
 */
picked: string | null, };

export type Progress = { 
/**
 * What is being done: “Reading”.
 */
task: string, 
/**
 * How many are done.
 */
done: number, 
/**
 * Of how many.
 */
total: number, 
/**
 * What is being done now: a file's name.
 */
now: string, };

export type QuoteCard = { 
/**
 * Its id.
 */
id: string, 
/**
 * Its source.
 */
source: string, 
/**
 * The source's title.
 */
sourceTitle: string, 
/**
 * The council.
 */
authority: string | null, 
/**
 * The words, exactly.
 */
words: string, 
/**
 * What it is used for.
 */
bearing: "strength" | "improve" | "priority" | "statement" | "context", 
/**
 * “Ofsted, 10 September 2026, p. 2”.
 */
citation: string, 
/**
 * A note.
 */
note: string | null, 
/**
 * Permitted edits, in bytes of the words.
 */
edits: Array<{ edit: "omit", span: { start: number, end: number } } | { edit: "insert", at: number, words: string }>, 
/**
 * The quote as a pack shows it.
 */
shown: Array<QuotePart>, 
/**
 * Whether it must, should or could be in a pack, when somebody said.
 */
weight: "must" | "should" | "could" | null, 
/**
 * Who said the words: the inspectors or, in other papers, whom they name.
 */
speaker: string | null, 
/**
 * Plain names of the themes the words touch.
 */
themes: Array<string>, 
/**
 * What the check showed; inspectors' words are what their document says.
 */
verdict: "exact" | "punctuation" | "differs" | "not-found" | "no-source" | null, 
/**
 * The citation of the inspectors' own document that holds the same words, when the quote stands
 * in another: it can be cited from there.
 */
primary: string | null, 
/**
 * Titles of the packs that use it.
 */
usedIn: Array<string>, 
/**
 * Whether the words are no longer what the source holds.
 */
altered: boolean, 
/**
 * For an altered quote, what comes nearest to it in the source now.
 */
now: NowThere | null, };

export type QuotePart = { 
/**
 * `words` of the source, `omitted` words or `inserted` ones.
 */
what: "words" | "omitted" | "inserted", 
/**
 * The words; for those left out, the sign that stands for them.
 */
text: string, };

export type QuoteRequest = { 
/**
 * The quote's id.
 */
quote: string, };

export type Quotes = { 
/**
 * The quotes, in the order they were picked.
 */
quotes: Array<QuoteCard>, };

export type QuotesRequest = { 
/**
 * Words they hold.
 */
words: string | null, 
/**
 * Their source.
 */
source: string | null, };

export type Reading = { 
/**
 * Its row in the library.
 */
source: SourceRow, 
/**
 * Its facts.
 */
facts: Array<FactLine>, 
/**
 * Its paragraphs.
 */
paragraphs: Array<Paragraph>, 
/**
 * What is marked in it.
 */
marks: Array<Mark>, 
/**
 * What to know about it.
 */
notices: Array<string>, };

export type Register = { 
/**
 * The files: what was issued last comes first, its files in the order of the pack’s editions.
 */
rows: Array<RegisterRow>, };

export type RegisterRow = { 
/**
 * The pack it was made of.
 */
pack: string, 
/**
 * The pack's title as it was printed.
 */
title: string, 
/**
 * Whether the pack is still in the library.
 */
kept: boolean, 
/**
 * The audience's name.
 */
audience: string, 
/**
 * For whom.
 */
recipient: string | null, 
/**
 * The file's name, without folders.
 */
fileName: string, 
/**
 * The file where it was written; none when that was before the register kept it.
 */
path?: string, 
/**
 * The recipient's version, counted from 1.
 */
version?: number, 
/**
 * When, as `2027-01-13T17:40:00Z`.
 */
issued: string, 
/**
 * SHA-256 of the file.
 */
digest: string, };

export type Repick = { 
/**
 * The quote's id.
 */
quote: string, 
/**
 * First byte of the words in the source's text.
 */
start: number, 
/**
 * One past the last byte.
 */
end: number, };

export type Restore = { 
/**
 * The copy's file.
 */
copy: string, };

export type Restored = { 
/**
 * Where what stood there before is kept.
 */
kept: string | null, };

export type RoleName = { 
/**
 * The role's id: `lead-member`.
 */
id: string, 
/**
 * What it is called in most places.
 */
usual: string, 
/**
 * What it is called here; empty where that is the usual name.
 */
name: string, };

export type RoleForm = { 
/**
 * The role's id: `dcs`, `lead-member` …
 */
id: string, 
/**
 * What it is called here.
 */
name: string, };

export type Said = { 
/**
 * The quotations, in order.
 */
quotations: Array<CheckedQuotation>, 
/**
 * Sentences of inspection documents without quotation marks, in order.
 */
copied: Array<CopiedSentence>, };

export type Settings = { 
/**
 * The council packs are made for, when the documents do not say.
 */
council: string | null, 
/**
 * The logo of the cover.
 */
logo: LogoRow | null, 
/**
 * What roles are called: a mayor, an executive member.
 */
roles: Array<RoleName>, 
/**
 * A folder for second copies of the library.
 */
backupFolder: string | null, };

export type SettingsForm = { 
/**
 * The council.
 */
council: string | null, 
/**
 * What the logo shows.
 */
logoAlt: string | null, 
/**
 * What roles are called.
 */
roles: Array<RoleName>, };

export type SnippetPart = { 
/**
 * The words.
 */
text: string, 
/**
 * Whether they were asked for.
 */
hit: boolean, };

export type SourceRequest = { 
/**
 * The source's id.
 */
source: string, };

export type SourceRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * The file's name.
 */
fileName: string, 
/**
 * The title.
 */
title: string, 
/**
 * Kind id.
 */
sourceKind: string, 
/**
 * The kind in words: “Focused visit letter”.
 */
kindWords: string, 
/**
 * The council.
 */
authority: string | null, 
/**
 * The framework's short name.
 */
framework: string | null, 
/**
 * The days of the visit, in words.
 */
inspected: string | null, 
/**
 * The date of publication, in words.
 */
published: string | null, 
/**
 * The overall grade in words.
 */
overall: string | null, 
/**
 * The judgements.
 */
judgements: Array<JudgementRow>, 
/**
 * How many facts wait to be checked.
 */
toCheck: number, 
/**
 * Those of `authority`, `framework`, `inspected`, `published` that wait to be checked.
 */
unsure: Array<string>, 
/**
 * How many quotes were picked from it.
 */
quotes: number, 
/**
 * Number of pages.
 */
pages: number | null, 
/**
 * When it was brought in, as `2026-11-22`.
 */
added: string, 
/**
 * SHA-256 of the file.
 */
digest: string, 
/**
 * The first day a list may order by, as `2026-09-10`.
 */
order: string, };

export type State = "kept" | "already" | "refused" | "stopped";

export type SuggestQuotes = { 
/**
 * The pack's id.
 */
pack: string, 
/**
 * The most quotes to suggest.
 */
most: number, };

export type PartToWrite = { 
/**
 * The section of its note: `asked-to-do`.
 */
section: string, 
/**
 * What it is called: “You are asked to”.
 */
label: string, 
/**
 * What to write there.
 */
prompt: string | null, };

export type TemplateRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * What the audience is called.
 */
name: string, 
/**
 * Whether the text is the office's own.
 */
own: boolean, 
/**
 * Whether one of this id comes with the program.
 */
builtIn: boolean, };

export type Tie = "own" | "quotes" | "days" | "unknown";

export type Timeline = { 
/**
 * The council.
 */
council: string, 
/**
 * What has a day.
 */
points: Array<TimelinePoint>, };

export type TimelinePoint = { 
/**
 * The day it stands at, as `2026-09-10`.
 */
order: string, 
/**
 * What it is: “Focused visit”, “Press release”.
 */
what: string, 
/**
 * Its day or days, in words.
 */
day: string, 
/**
 * The title of the document.
 */
title: string, 
/**
 * The document to open.
 */
source: string, 
/**
 * Whether it is an inspection.
 */
inspection: boolean, };

export type ToFix = { 
/**
 * What is so.
 */
message: string, 
/**
 * What to do about it.
 */
remedy: string, 
/**
 * Where.
 */
go: Where | null, 
/**
 * Whether the pack cannot be issued as it is.
 */
stops: boolean, 
/**
 * How much it weighs: it stops the pack, somebody should look, or it is worth knowing.
 */
severity?: "stops" | "look" | "note", 
/**
 * Which check found it.
 */
check?: string, 
/**
 * Ids of the quotes to leave out, where that is the remedy.
 */
quotes?: Array<string>, };

export type Tone = "good" | "middling" | "poor" | "none";

export type Trouble = { 
/**
 * What a screen does about it.
 */
kind: Kind, 
/**
 * What did not happen, in a sentence.
 */
message: string, 
/**
 * What to try.
 */
hints: Array<string>, };

export type Wanted = { 
/**
 * The council.
 */
council: string, 
/**
 * The id of a kind of document; inspections without one are left out, and so are other documents.
 */
kind: string, 
/**
 * The framework's short name.
 */
framework: string, 
/**
 * The year.
 */
year: string, 
/**
 * The plain name of a theme.
 */
theme: string, };

export type WeightForm = { 
/**
 * The quote's id.
 */
quote: string, 
/**
 * How much.
 */
weight: "must" | "should" | "could", };

export type WithheldForm = { 
/**
 * Ids of sections.
 */
sections: Array<string>, 
/**
 * Ids of quotes.
 */
quotes: Array<string>, 
/**
 * Paragraphs of Schedule 12A for which it is withheld: the copy then says so. Left out, it does not say
 * that anything is withheld.
 */
exempt?: Array<number>, };

export type Where = { 
/**
 * The view.
 */
view: "library" | "reader" | "quotes" | "packs", 
/**
 * What in it.
 */
id: string | null, };
