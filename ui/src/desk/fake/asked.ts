// What was asked for of the invented library, by the rules of the desk.
import { holds, unknown } from "../../text/shelf";
import type { Choice, Choices, InspectionRow, Inspections, InspectionsRequest, Papers, PapersRequest, SourceRow, Timeline, TimelinePoint, Wanted } from "../types";
import { firstDayOf } from "./days";
import { inspectionsOf, type ThemeOf } from "./inspections";
import { kindSaid } from "./reading";

const is = (asked: string, value: string | null) => !asked || (value ?? unknown) === asked;

/** The inspections that fit, each with the documents that fit. */
export function wantedOf(inspections: InspectionRow[], wanted: Wanted): InspectionRow[] {
  return inspections.flatMap((inspection) => {
    const { authority, framework, year, themes } = inspection;
    const fits = is(wanted.council, authority) && is(wanted.framework, framework) && is(wanted.year, year?.toString() ?? null) && (!wanted.theme || themes.includes(wanted.theme));
    const papers = inspection.papers.filter(({ row }) => is(wanted.kind, row.sourceKind));
    return fits && papers.length ? [{ ...inspection, papers }] : [];
  });
}

/** Every choice that something in the library answers. */
export function choicesOf(inspections: InspectionRow[]): Choices {
  const named = (values: (string | null)[], absent: string): Choice[] => {
    const known = [...new Set(values.filter((value) => value !== null))].sort((a, b) => a.localeCompare(b, "en-GB"));
    return [...known.map((value) => ({ value, words: value })), ...(values.includes(null) ? [{ value: unknown, words: absent }] : [])];
  };
  const years = named(inspections.map(({ year }) => year?.toString() ?? null), "Year not stated");
  const kinds = new Map(inspections.flatMap(({ papers }) => papers).map(({ row }) => [row.sourceKind, kindSaid(row.sourceKind)]));
  return {
    council: named(inspections.map(({ authority }) => authority), "Council not known"),
    kind: [...kinds].map(([value, words]) => ({ value, words })).sort((a, b) => a.words.localeCompare(b.words)),
    framework: named(inspections.map(({ framework }) => framework), "Framework not known"),
    year: [...years.filter(({ value }) => value !== unknown).reverse(), ...years.filter(({ value }) => value === unknown)],
    theme: named(inspections.flatMap(({ themes }) => themes), ""),
  };
}

function timelineOf(fitting: InspectionRow[]): Timeline | null {
  const [council, ...more] = new Set(fitting.map(({ authority }) => authority));
  if (!council || more.length) return null;
  const inspections = fitting.filter(({ known }) => known).map((each): TimelinePoint => {
    const first = each.papers[0]!;
    return { order: each.order, what: each.kindWords, day: each.inspected ?? each.published ?? each.order, title: first.row.title, source: each.lead ?? first.source, inspection: true };
  });
  const papers = fitting.flatMap(({ id, papers }) => papers.filter(({ tie, source }) => tie !== "own" && source !== id));
  const points = papers.map(({ row }): TimelinePoint => ({ order: firstDayOf(row.published) || row.order, what: row.kindWords, day: row.published ?? row.inspected ?? "", title: row.title, source: row.id, inspection: false }));
  return { council, points: [...inspections, ...points].filter(({ order }) => order) };
}

/** The reply to what was asked for. */
export function askedOf(sources: SourceRow[], { wanted, most, chosen }: InspectionsRequest, checked: boolean, themeOf?: ThemeOf): Inspections {
  const all = inspectionsOf(sources, checked, themeOf);
  const fitting = wantedOf(all, wanted);
  const inspections = fitting.slice(0, most);
  const councils = [...new Set(inspections.map(({ authority }) => authority))].map((authority) => ({
    authority, documents: fitting.filter((each) => each.authority === authority).reduce((sum, { papers }) => sum + papers.length, 0),
  }));
  const there = new Set(sources.map(({ id }) => id));
  return { inspections, total: fitting.length, councils, choices: choicesOf(all), timeline: timelineOf(fitting), chosen: chosen.filter((id) => there.has(id)), checked };
}

/** The documents that were asked for. */
export function papersOf(sources: SourceRow[], { words = "", ids, council = "", kinds = [], waiting = false, since, newest = false, most }: PapersRequest, came: (id: string) => number): Papers {
  const named = ids ? [...new Set(ids)].flatMap((id) => sources.find((source) => source.id === id) ?? []) : sources;
  const fitting = named.filter(
    (source) => holds(source, words) && is(council, source.authority) && (!kinds.length || kinds.includes(source.sourceKind)) && (!waiting || source.toCheck > 0) && (since === undefined || came(source.id) >= since),
  );
  const inOrder = newest ? fitting.toSorted((a, b) => b.order.localeCompare(a.order)) : fitting;
  return { sources: inOrder.slice(0, most), total: fitting.length };
}
