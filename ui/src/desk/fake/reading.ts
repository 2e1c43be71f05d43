import { byteLength } from "../../text/bytes";
import { firstDay } from "../../text/timeline";
import type { Mark, Paragraph, Reading, SourceRow } from "../types";
import type { Paper } from "./papers";

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
  const facts = paper.facts.map(({ field, label, value, words, confidence, rule, context, page }) => ({
    field, label, choices: [],
    fact: value === null ? null : { value, words: value, confidence: confidence ?? ("sure" as const), rule: rule ?? "", context: context ?? words ?? null, page: page ?? null },
  }));
  return { source: rowOf(paper, extraMarks.length), facts, paragraphs, marks: [...marks, ...extraMarks], notices: paper.notices };
}

/** A paper as a list shows it, with so many quotes besides its own. */
export function rowOf(paper: Paper, quotes: number): SourceRow {
  const toCheck = paper.facts.filter(({ value, confidence }) => value !== null && confidence === "check").length;
  return { ...paper.row, order: firstDay(paper.row.inspected ?? paper.row.published), toCheck, quotes: quotes + paper.marks.filter((mark) => mark.what === "quote").length };
}
