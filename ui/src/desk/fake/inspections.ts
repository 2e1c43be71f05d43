// The invented library by inspection, as the desk would give it.
import type { InspectionPaper, InspectionRow, SourceRow, Tie } from "../types";
import { themesOf } from "./cards";
import { papers } from "./papers";
import { isOwn } from "./reading";

/** What a visit looked at, as its document says it. */
export type ThemeOf = (source: string) => string | null;
const asRead: ThemeOf = (source) => papers.find(({ row }) => row.id === source)?.facts.find(({ field }) => field === "theme")?.value ?? null;
const yearOf = (words: string | null) => Number(words?.slice(-4)) || null;

const paperOf = (row: SourceRow, tie: Tie, differs = 0): InspectionPaper => ({ source: row.id, row, tie, superseded: false, differs });

function inspectionOf(row: SourceRow, themeOf: ThemeOf): InspectionRow {
  const visit = row.sourceKind === "letter";
  const theme = visit ? themeOf(row.id) : null;
  return {
    id: row.id, kindWords: visit ? "Focused visit" : "Inspection", known: true, authority: row.authority, framework: row.framework, theme, themes: themesOf(theme ?? ""),
    inspected: row.inspected, published: row.published, year: yearOf(row.inspected) ?? yearOf(row.published), order: row.order, lead: row.id, superseded: false, papers: [paperOf(row, "own")],
  };
}

const unknownOf = (row: SourceRow): InspectionRow => ({
  id: row.id, kindWords: "Inspection not known", known: false, authority: row.authority, framework: null, theme: null, themes: [], inspected: null, published: null, year: null, order: "", lead: null, superseded: false, papers: [],
});

/** Papers stand under the newest letter of their council; a press text only quotes it once that was checked. */
export function inspectionsOf(sources: SourceRow[], check: boolean, themeOf = asRead): InspectionRow[] {
  const inspections = sources.filter(isOwn).map((row) => inspectionOf(row, themeOf));
  const reports = inspections.filter(({ kindWords }) => kindWords === "Inspection");
  for (const each of reports) each.superseded = reports.some(({ authority, order }) => authority === each.authority && order > each.order);
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
