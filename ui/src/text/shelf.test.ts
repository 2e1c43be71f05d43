import { expect, test } from "vitest";
import type { InspectionRow, SourceRow } from "../desk/types";
import { chipsOf, holds, noGrades, undatedSaid } from "./shelf";

const source = (id: string, more: Partial<SourceRow> = {}): SourceRow => ({
  id, fileName: id, title: id, sourceKind: "letter", kindWords: "Letter", authority: "Wexcombe", framework: null, inspected: null, published: null, overall: null,
  judgements: [], toCheck: 0, unsure: [], quotes: 0, pages: null, added: "", digest: "", order: "", ...more,
});
const visit: InspectionRow = {
  id: "a", kindWords: "Focused visit", known: true, authority: "Wexcombe", framework: "ILACS focused visit", theme: "front door", themes: ["Front door"], inspected: null, published: null,
  year: 2026, order: "2026-09-01", lead: "a", superseded: false,
  papers: [
    { source: "a", row: source("a", { toCheck: 2 }), tie: "own", superseded: false, differs: 0 },
    { source: "b", row: source("b", { sourceKind: "press-release", quotes: 3, toCheck: 1 }), tie: "quotes", superseded: false, differs: 1 },
  ],
};

test("an inspection sums what its documents need", () => {
  expect(chipsOf(visit).map(({ words }) => words)).toEqual(["3 to check", "1 quotation differs", "3 quotes"]);
  const bare = { ...visit, superseded: true, papers: [{ ...visit.papers[0]!, row: source("a") }] };
  expect(chipsOf(bare).map(({ words }) => words)).toEqual(["superseded", "no quotes yet"]);
});

test("a document is found by each word of what a list shows of it", () => {
  const letter = source("a.pdf", { title: "Focused visit", kindWords: "Letter, focused visit" });
  expect(["", "visit wex", "LETTER a.pdf"].map((words) => holds(letter, words))).toEqual([true, true, true]);
  expect(holds(letter, "visit Aldermoor"), "each of them").toBe(false);
});

test("a document without a day says so, and what it speaks of", () => {
  expect(undatedSaid("2026-09")).toEqual(["undated", "inspected September 2026"]);
  expect(undatedSaid(null)).toEqual(["undated"]);
});

test("a visit without grades is not a gap, a missing report is", () => {
  expect(noGrades(visit)).toBe("A focused visit gives no grades");
  expect(noGrades({ ...visit, kindWords: "Inspection", lead: null })).toBe("No report in the library");
});
