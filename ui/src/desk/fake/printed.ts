// What of the invented documents a pack may print: what nobody confirmed is left out, or marked.
import type { PackForm, RoleName } from "../types";
import { daysSaid, visitedSaid } from "./days";
import { type Paper } from "./papers";
import { isOwn, kindSaid } from "./reading";
import { capital } from "./wording";

type Row = Paper["row"];
/** Where the documents of a pack are looked up, and what the office calls the roles. */
export type Shelf = { find: (source: string) => Paper | undefined; roles: RoleName[] };
/** A document as a pack has it. `mark` is what stands behind a value that nobody confirmed. */
export type Printed = { id: string; row: Row; theme: string | null; mark: (field: string) => string; findings: string[]; said: Paper["said"]; unsure: string[] };
export type PackPapers = { council: string | null; papers: Printed[]; refused: Paper[]; subject: Printed | undefined };

const kindOf = (row: Row) => kindSaid(row.sourceKind).toLowerCase();
/** A title as it stands between double marks. */
const inner = (title: string) => title.replaceAll("“", "‘").replaceAll("”", "’");

/** What a list of sources calls a document: “Ofsted, letter of 15 September 2026”. */
export function citedOf(row: Row, unsure: string[] = []): string {
  const [kind, day] = [kindOf(row), row.published && daysSaid(row.published)];
  if (!isOwn(row)) return `${capital(kind)}${day ? ` of ${day}` : unsure.includes("published") ? ", date not confirmed" : ", undated"}, “${inner(row.title)}”`;
  if (day) return `Ofsted, ${kind} of ${day}`;
  return row.inspected ? `Ofsted, ${kind} on the inspection of ${daysSaid(row.inspected)}` : `Ofsted, ${kind} “${inner(row.title)}”`;
}
/** What a citation of words calls it: “Ofsted, 15 September 2026”. */
export const datedOf = (row: Row, unsure: string[] = []): string => (isOwn(row) && row.published ? citedOf(row).replace(`, ${kindOf(row)} of `, ", ") : citedOf(row, unsure));
/** What a sentence calls it: “the letter of 15 September 2026”. */
export function namedOf({ row, mark }: Printed): string {
  if (row.published) return `the ${kindOf(row)} of ${daysSaid(row.published)}${mark("published")}`;
  return row.inspected ? `the ${kindOf(row)} on the inspection ${visitedSaid(row.inspected)}${mark("inspected")}` : `the ${kindOf(row)} “${row.title}”`;
}

/** What a citation in a pack calls a document: as one of words does, and whether its day was confirmed. */
export const citedIn = (citation: string, paper: Paper, accept: boolean): string => {
  const { row, mark, unsure } = printedOf(paper, accept);
  return citation.replace(datedOf(paper.row), `${datedOf(row, unsure)}${mark("published")}`);
};

/** A document without what nobody confirmed; where that is let in, it is marked. */
export function printedOf(paper: Paper, accept: boolean): Printed {
  const unsure = paper.facts.filter(({ value, confidence }) => value !== null && confidence === "check").map(({ field }) => field);
  const left = (field: string) => !accept && unsure.includes(field);
  const { row } = paper;
  return {
    id: row.id, unsure, said: paper.said,
    row: {
      ...row, published: left("published") ? null : row.published, inspected: left("inspected") ? null : row.inspected, authority: left("authority") ? null : row.authority,
      judgements: row.judgements.filter(({ area }) => !left(`judgement:${area}`)),
    },
    theme: left("theme") ? null : (paper.facts.find(({ field }) => field === "theme")?.value ?? null),
    mark: (field) => (accept && unsure.includes(field) ? " (unconfirmed)" : ""),
    findings: paper.marks.filter(({ what }) => what === "finding").map(({ words }) => words),
  };
}

/** “Wexcombe” and “Wexcombe County Council” are one. */
const plain = (council: string) => council.toLowerCase().split(/\s+/).filter((word) => !["council", "county", "borough", "city", "of", "the"].includes(word)).join(" ");
export const sameCouncil = (a: string, b: string): boolean => plain(a) === plain(b);
export const dayOf = ({ inspected, published }: Pick<Row, "inspected" | "published">): string => (inspected ?? published ?? "").split("/")[0]!;

/** The documents a pack rests on: one council’s, the newest inspection first, then what was said in public. */
export function papersIn({ sources, late = [], council, acceptUnsure }: Pick<PackForm, "sources" | "late" | "council" | "acceptUnsure">, { find }: Shelf): PackPapers {
  const there = [...new Set(sources)].filter((id) => !late.some((item) => item.sources.includes(id))).flatMap((id) => find(id) ?? []);
  const all = there.map((paper) => printedOf(paper, acceptUnsure));
  const named = all.filter(({ row }) => row.authority).sort((a, b) => Number(isOwn(b.row)) - Number(isOwn(a.row)))[0]?.row.authority ?? null;
  const whose = council?.trim() || named;
  const ours = ({ row }: Printed) => !whose || !row.authority || sameCouncil(row.authority, whose);
  const papers = all.filter(ours).sort((a, b) => Number(isOwn(b.row)) - Number(isOwn(a.row)) || (isOwn(a.row) ? dayOf(b.row).localeCompare(dayOf(a.row)) : (a.row.published ?? "").localeCompare(b.row.published ?? "")));
  return { council: whose, papers, refused: there.filter(({ row }) => !papers.some(({ id }) => id === row.id)), subject: papers.find(({ row }) => isOwn(row)) };
}
