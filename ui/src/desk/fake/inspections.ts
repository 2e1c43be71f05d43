// The invented library by inspection, as the desk would give it.
import type { InspectionPaper, InspectionRow, SourceRow, Tie } from "../types";

const isOwn = ({ sourceKind }: SourceRow) => sourceKind === "report" || sourceKind === "letter";
const paperOf = (row: SourceRow, tie: Tie, differs = 0): InspectionPaper => ({ source: row.id, row, tie, superseded: false, differs });

function inspectionOf(row: SourceRow): InspectionRow {
  const visit = row.sourceKind === "letter";
  return {
    id: row.id, kindWords: visit ? "Focused visit" : "Inspection", known: true, authority: row.authority, framework: row.framework, theme: visit ? "front door" : null, themes: visit ? ["Front door"] : [],
    inspected: row.inspected, published: row.published, year: Number((row.inspected ?? row.published ?? "").slice(-10, -6)) || null, order: row.order, lead: row.id, superseded: row.id.startsWith("report2016"), papers: [paperOf(row, "own")],
  };
}

const unknownOf = (row: SourceRow): InspectionRow => ({
  id: row.id, kindWords: "Inspection not known", known: false, authority: row.authority, framework: null, theme: null, themes: [], inspected: null, published: null, year: null, order: "", lead: null, superseded: false, papers: [],
});

/** Papers stand under the newest letter of their council; a press text only quotes it once that was checked. */
export function inspectionsOf(sources: SourceRow[], check: boolean): InspectionRow[] {
  const inspections = sources.filter(isOwn).map(inspectionOf);
  for (const row of sources.filter((source) => !isOwn(source))) {
    const press = row.sourceKind === "press-release";
    let home = row.authority === null ? undefined : inspections.find(({ authority, kindWords }) => authority === row.authority && kindWords === "Focused visit");
    if (!home) {
      home = inspections.find(({ known, authority }) => !known && authority === row.authority) ?? unknownOf(row);
      if (!home.papers.length) inspections.push(home);
    }
    home.papers.push(paperOf(row, home.known ? (press && check ? "quotes" : "days") : "unknown", press && check ? 1 : 0));
  }
  const council = ({ authority }: InspectionRow) => authority ?? "\uffff";
  inspections.sort((a, b) => council(a).localeCompare(council(b)) || b.order.localeCompare(a.order));
  return inspections;
}
