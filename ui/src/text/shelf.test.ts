import { expect, test } from "vitest";
import type { InspectionRow, SourceRow } from "../desk/types";
import { anything, chipsOf, joined, noGrades, wantedOf } from "./shelf";

const source = (id: string, more: Partial<SourceRow> = {}): SourceRow => ({
  id, fileName: id, title: id, sourceKind: "letter", kindWords: "Letter", authority: "Wexcombe", framework: null, inspected: null, published: null, overall: null,
  judgements: [], toCheck: 0, quotes: 0, pages: null, added: "", digest: "", order: "", ...more,
});
const visit: InspectionRow = {
  id: "a", kindWords: "Focused visit", known: true, authority: "Wexcombe", framework: "ILACS focused visit", theme: "front door", themes: ["Front door"], inspected: null, published: null,
  year: 2026, order: "2026-09-01", lead: "a", superseded: false,
  papers: [{ source: "a", tie: "own", superseded: false, differs: 0 }, { source: "b", tie: "quotes", superseded: false, differs: 1 }],
};
const both = [source("a", { toCheck: 2 }), source("b", { sourceKind: "press-release", quotes: 3, toCheck: 1 })];

test("an inspection sums what its documents need", () => {
  expect(chipsOf(joined([visit], both)[0]!).map(({ words }) => words)).toEqual(["3 to check", "1 quotation differs", "3 quotes"]);
  expect(chipsOf(joined([{ ...visit, superseded: true }], [source("a")])[0]!).map(({ words }) => words)).toEqual(["superseded", "no quotes yet"]);
});

test("a document that is gone is not shown, and an inspection without documents neither", () => {
  expect(joined([visit], [both[0]!])[0]?.papers).toHaveLength(1);
  expect(joined([visit], [])).toEqual([]);
});

test("a kind asks for documents, everything else for inspections", () => {
  const shelf = joined([visit], both);
  expect(wantedOf(shelf, { ...anything, kind: "press-release" })[0]?.papers.map((paper) => paper.source)).toEqual(["b"]);
  expect(wantedOf(shelf, { ...anything, year: "2026", theme: "Front door" })).toHaveLength(1);
  expect(wantedOf(shelf, { ...anything, council: "–" })).toEqual([]);
});

test("a visit without grades is not a gap, a missing report is", () => {
  const shelf = joined([visit], both);
  expect(noGrades(shelf[0]!)).toBe("A focused visit gives no grades");
  expect(noGrades({ ...shelf[0]!, kindWords: "Inspection", lead: null })).toBe("No report in the library");
});
