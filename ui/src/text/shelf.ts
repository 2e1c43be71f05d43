// The library as a person reads it: inspections with their documents, what is asked of them, and what they still need.
import type { InspectionPaper, InspectionRow, SourceRow, Tie, Wanted } from "../desk/types";
import { dateSaid, many } from "./said";

export type Chip = { words: string; warns: boolean; to: "check" | "quotes" | "reader" | null };

/** What stands for “not known” where something is asked for. */
export const unknown = "–";
export const anything: Wanted = { council: "", kind: "", framework: "", year: "", theme: "" };

/** Whether each of the words stands somewhere in what a list shows of a document: the desk’s own rule. */
export function holds({ title, kindWords, authority, fileName }: SourceRow, words: string): boolean {
  const said = `${title} ${kindWords} ${authority ?? ""} ${fileName}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}

/** What an inspection still needs, or has, in words. */
export function chipsOf({ papers, superseded }: InspectionRow): Chip[] {
  const sum = (of: (paper: InspectionPaper) => number) => papers.reduce((all, paper) => all + of(paper), 0);
  const [toCheck, quotes, differs] = [sum(({ row }) => row.toCheck), sum(({ row }) => row.quotes), sum((paper) => paper.differs)];
  const chips: (Chip | false)[] = [
    toCheck > 0 && { words: `${toCheck} to check`, warns: true, to: "check" },
    differs > 0 && { words: `${many(differs, "quotation")} ${differs === 1 ? "differs" : "differ"}`, warns: true, to: "reader" },
    superseded && { words: "superseded", warns: false, to: null },
    { words: quotes ? many(quotes, "quote") : "no quotes yet", warns: false, to: quotes ? "quotes" : null },
  ];
  return chips.filter((chip) => chip !== false);
}

/** What stands behind a value that nobody has confirmed. */
export const waits = (row: SourceRow | undefined, field: string): string => (row?.unsure.includes(field) ? " (to check)" : "");

/** Why a document stands under its inspection; nothing when it goes without saying. */
export const tieSaid: Record<Tie, string> = {
  own: "",
  quotes: "Listed here because it quotes the inspectors",
  days: "Listed here because it names the same dates",
  unknown: "Does not say which inspection it is about",
};

/** What stands for the day of a document that does not say it, with the days of the inspection it speaks of when those are known. */
export const undatedSaid = (inspected: string | null): string[] => (inspected ? ["undated", `inspected ${dateSaid(inspected)}`] : ["undated"]);

/** What is said where an inspection shows no grades. */
export function noGrades(inspection: InspectionRow): string {
  if (!inspection.known) return "";
  if (/visit/i.test(inspection.kindWords)) return `A ${inspection.kindWords.toLowerCase()} gives no grades`;
  return inspection.lead ? "None read in this document" : "No report in the library";
}
