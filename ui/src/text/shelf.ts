// The library as a person reads it: inspections with their documents, what is asked of them, and what they still need.
import type { InspectionPaper, InspectionRow, SourceRow, Tie } from "../desk/types";
import { many } from "./said";

export type Paper = InspectionPaper & { row: SourceRow };
export type Inspection = Omit<InspectionRow, "papers"> & { papers: Paper[] };
export type Wanted = { council: string; kind: string; framework: string; year: string; theme: string };
export type Chip = { words: string; warns: boolean; to: "check" | "quotes" | "reader" | null };

export const anything: Wanted = { council: "", kind: "", framework: "", year: "", theme: "" };
/** What stands for “not known” among the choices. */
export const unknown = "–";

/** Puts the documents' own rows beside their inspections; a document that went away meanwhile is left out. */
export function joined(inspections: InspectionRow[], sources: SourceRow[]): Inspection[] {
  const rows = new Map(sources.map((source) => [source.id, source]));
  return inspections
    .map((inspection) => ({ ...inspection, papers: inspection.papers.flatMap((paper) => (rows.has(paper.source) ? [{ ...paper, row: rows.get(paper.source)! }] : [])) }))
    .filter(({ papers }) => papers.length > 0);
}

/** The inspections a person asked for, with the documents asked for. */
export function wantedOf(inspections: Inspection[], wanted: Wanted): Inspection[] {
  const said = (value: string | null | undefined) => value ?? unknown;
  return inspections.flatMap((inspection) => {
    const fits =
      (!wanted.council || said(inspection.authority) === wanted.council) &&
      (!wanted.framework || said(inspection.framework) === wanted.framework) &&
      (!wanted.year || said(inspection.year?.toString()) === wanted.year) &&
      (!wanted.theme || inspection.themes.includes(wanted.theme));
    const papers = wanted.kind ? inspection.papers.filter(({ row }) => row.sourceKind === wanted.kind) : inspection.papers;
    return fits && papers.length ? [{ ...inspection, papers }] : [];
  });
}

/** What an inspection still needs, or has, in words. */
export function chipsOf({ papers, superseded }: Inspection): Chip[] {
  const sum = (of: (paper: Paper) => number) => papers.reduce((all, paper) => all + of(paper), 0);
  const [toCheck, quotes, differs] = [sum(({ row }) => row.toCheck), sum(({ row }) => row.quotes), sum((paper) => paper.differs)];
  const chips: (Chip | false)[] = [
    toCheck > 0 && { words: `${toCheck} to check`, warns: true, to: "check" },
    differs > 0 && { words: `${many(differs, "quotation")} ${differs === 1 ? "differs" : "differ"}`, warns: true, to: "reader" },
    superseded && { words: "superseded", warns: false, to: null },
    { words: quotes ? many(quotes, "quote") : "no quotes yet", warns: false, to: quotes ? "quotes" : null },
  ];
  return chips.filter((chip) => chip !== false);
}

/** Why a document stands under its inspection; nothing when it goes without saying. */
export const tieSaid: Record<Tie, string> = { own: "", quotes: "quotes it", days: "names its days", unknown: "does not say which inspection" };

/** What is said where an inspection shows no grades. */
export function noGrades(inspection: Inspection): string {
  if (!inspection.known) return "";
  if (/visit/i.test(inspection.kindWords)) return `A ${inspection.kindWords.toLowerCase()} gives no grades`;
  return inspection.lead ? "None read in this document" : "No report in the library";
}
