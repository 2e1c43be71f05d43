import { byteLength } from "../../text/bytes";
import { upperFirst } from "../../text/said";
import { firstDay } from "../../text/timeline";
import type { Mark, Paragraph, ReadFact, Reading, SourceRow } from "../types";
import { daysSaid } from "./days";
import { areas, type Paper, type PaperFact } from "./papers";

const between = 2; // two line ends stand between paragraphs

/** Lays a paper's blocks out as the desk would: one text, byte offsets, marks on it. */
export function readingOf(paper: Paper, extraMarks: Mark[] = []): Reading {
  let start = 0;
  let nth = 0;
  const paragraphs: Paragraph[] = paper.blocks.map((block, index) => {
    const kind = block.kind ?? "paragraph";
    if (kind === "paragraph" || kind === "item") nth += 1;
    const paragraph: Paragraph = {
      index, kind, level: block.level ?? null, text: block.text, start, page: block.page ?? null, number: block.number ?? null,
      nth: kind === "paragraph" || kind === "item" ? nth : null,
      table: block.cell?.[0] ?? null, row: block.cell?.[1] ?? null, column: block.cell?.[2] ?? null, header: block.header ?? false,
    };
    start += byteLength(block.text) + between;
    return paragraph;
  });
  const marks: Mark[] = paper.marks.flatMap((mark) => {
    const home = paragraphs.find((paragraph) => paragraph.text.includes(mark.words));
    if (!home) return [];
    const from = home.start + byteLength(home.text.slice(0, home.text.indexOf(mark.words)));
    return [{ start: from, end: from + byteLength(mark.words), what: mark.what, bearing: mark.bearing, id: mark.id ?? null, note: null, verdict: mark.verdict ?? null }];
  });
  return { source: rowOf(paper, extraMarks.length), facts: factsOf(paper), paragraphs, marks: [...marks, ...extraMarks], notices: paper.notices };
}

export const isOwn = ({ sourceKind }: Pick<SourceRow, "sourceKind">) => sourceKind === "report" || sourceKind === "letter";
const isDay = (field: string) => field === "inspected" || field === "published";
const kinds = ["report", "letter", "press-release", "news-story", "statement", "minutes", "young-peoples-summary", "outcomes-table", "other"];
/** A kind of document, as lists of kinds have it. */
export const kindSaid = (kind: string): string => ({ "young-peoples-summary": "Young people’s summary", other: "Document" })[kind] ?? upperFirst(kind).replaceAll("-", " ");

/** Every fact a person can see and correct, in the order of the desk: as it was read or, where nobody doubts it, as lists show it. */
function factsOf({ row, facts }: Paper): ReadFact[] {
  const sure = (field: string, label: string, value: string | null): PaperFact => ({ field, label, value });
  const listed: PaperFact[] = [
    sure("source_kind", "Kind of document", row.sourceKind), sure("authority", "Council", row.authority), sure("title", "Title", row.title),
    ...(isOwn(row) ? [sure("framework", "Framework", row.framework), sure("inspected", "Dates of inspection", row.inspected?.replace("/", " to ") ?? null)] : []),
    sure("published", "Publication date", row.published),
    ...(isOwn(row) ? [sure("lead_inspector", "Lead inspector", null)] : []),
    ...row.judgements.map(({ area, words }) => sure(`judgement:${area}`, areas[area]!, words)),
  ];
  const read = new Map(facts.map((fact) => [fact.field, fact]));
  const own = facts.filter(({ field }) => !listed.some((line) => line.field === field));
  return [...listed, ...own].map((line): ReadFact => {
    const { field, label, value, words, confidence = "sure", rule = "", context = words ?? null, page = null } = read.get(line.field) ?? line;
    const choices = field === "source_kind" ? kinds.map((kind) => ({ value: kind, words: kindSaid(kind) })) : [];
    const said = value === null ? "" : isDay(field) ? daysSaid(value.replace(" to ", "/")) : field === "source_kind" ? kindSaid(value) : value;
    return { field, label, choices, fact: value === null ? null : { value, words: said, confidence, rule, context, page } };
  });
}

/** A fact as a person says it is: confirmed, corrected or not stated. Lists show it from then on. */
export function confirmed(paper: Paper, field: string, value: string | null) {
  if (value !== null && isDay(field) && !/^\d{4}(?:-\d\d){0,2}(?: to \d{4}(?:-\d\d){0,2})?$/.test(value))
    throw { kind: "fixable", message: `“${value}” was not taken.`, hints: [field === "published" ? "Enter a date like 2026-09-10, 2026-09 or 2026." : "Enter days like 2026-08-11 to 2026-08-12."] };
  const line = factsOf(paper).find((each) => each.field === field);
  if (!line) return;
  const fact: PaperFact = { ...paper.facts.find((each) => each.field === field), field, label: line.label, value, confidence: "sure", rule: "confirmed by a person" };
  paper.facts = paper.facts.some((each) => each.field === field) ? paper.facts.map((each) => (each.field === field ? fact : each)) : [...paper.facts, fact];
  const { row } = paper;
  if (field === "published") row.published = value;
  if (field === "inspected") row.inspected = value?.replace(" to ", "/") ?? null;
  if (field === "authority" || field === "framework") row[field] = value;
  if (field === "title") row.title = value ?? row.fileName;
  if (field === "source_kind" && value !== row.sourceKind) Object.assign(row, { sourceKind: value, kindWords: kindSaid(value!) });
  row.judgements = row.judgements.map((each) => (field === `judgement:${each.area}` ? { ...each, words: value ?? "not stated in this source", tone: value ? each.tone : "none", confidence: "sure" } : each));
}

/** A paper as a list shows it, with so many quotes besides its own. */
export function rowOf(paper: Paper, quotes: number): SourceRow {
  const { row } = paper;
  const waiting = paper.facts.filter(({ value, confidence }) => value !== null && confidence === "check").map(({ field }) => field);
  return {
    ...row, inspected: row.inspected && daysSaid(row.inspected), published: row.published && daysSaid(row.published), added: row.added.slice(0, 10),
    order: firstDay(row.inspected ?? row.published), toCheck: waiting.length, unsure: waiting.filter((field) => ["authority", "framework", "inspected", "published"].includes(field)), quotes: quotes + paper.marks.filter((mark) => mark.what === "quote").length,
  };
}
