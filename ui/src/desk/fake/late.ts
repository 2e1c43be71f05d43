// Late items of the invented packs, and what is told of the paper they came after.
import type { Edition, Late, PackForm, QuoteCard, Trouble } from "../types";
import { namedOf, papersIn, printedOf, type Shelf } from "./printed";
import { isOwn } from "./reading";
import { sectionsOf } from "./sections";

export type Known = Shelf & { cards: QuoteCard[] };
/** What somebody was given: the form as it was, which of its editions, and in which version. */
export type Given = { form: PackForm; edition: number; version: number };
export type LateSection = { id: string; heading: string; late: Late };

/** Who gets it: the desk counts versions for each of these. */
export const keyOf = (pack: string, { audience, recipient, size }: Edition) => JSON.stringify([pack, audience, recipient, size]);
export const cameLate = ({ late = [] }: PackForm, source: string) => late.some(({ sources }) => sources.includes(source));

/** The late items of an edition, numbered as this recipient sees them. */
export function lateSectionsOf({ late = [], editions, acceptUnsure }: PackForm, edition: number, { find }: Shelf): LateSection[] {
  const withheld = editions[edition]?.withheld?.sections ?? [];
  const first = ({ sources }: Late) => sources.flatMap((source) => find(source) ?? [])[0];
  const what = (item: Late) => item.heading?.trim() || (first(item) ? namedOf(printedOf(first(item)!, acceptUnsure)) : "a note");
  const shown = late.filter((_, nth) => !withheld.includes(`late-${nth + 1}`));
  return shown.map((late, nth) => ({ id: `late-${nth + 1}`, heading: `Late item: ${what(late)}`, late }));
}

/** The quotes of the paper itself, by the section they stand in: inspectors’ words, and what was said in public. */
export function quotedIn(form: PackForm, edition: number, known: Known): Record<string, QuoteCard[]> {
  const { find, cards } = known;
  const refused = papersIn(form, known).refused.map(({ row }) => row.id);
  const withheld = form.editions[edition]?.withheld?.quotes ?? [];
  const all = form.quotes.filter((id) => !withheld.includes(id)).flatMap((id) => cards.find((card) => card.id === id) ?? []).filter(({ source }) => !cameLate(form, source) && !refused.includes(source));
  const own = ({ source }: QuoteCard) => isOwn(find(source)?.row ?? { sourceKind: "other" });
  return { "inspectors-said": all.filter(own), "said-publicly": all.filter((card) => !own(card)) };
}

/** The lines of the paper itself, under their headings. */
function linesOf(form: PackForm, edition: number, known: Known): { heading: string; words: string }[] {
  const withheld = form.editions[edition]?.withheld;
  const first = [["Title", form.title], ["Committee", form.committee], ["Meeting", form.meeting], ["Marking", form.marking]].filter(([, value]) => value).map(([name, value]) => ({ heading: "First page", words: `${name}: ${value}` }));
  const quoted = quotedIn(form, edition, known);
  const sections = sectionsOf(form, edition, known).filter(({ id }) => !withheld?.sections.includes(id));
  return [
    ...first,
    ...sections.flatMap(({ id, heading, words }) => [...(quoted[id] ?? []).map((card) => card.words), ...words, ...form.notes.filter(({ section }) => section === id).map(({ text }) => text)].map((words) => ({ heading, words }))),
  ];
}

const trouble = (message: string, hint: string): Trouble => ({ kind: "fixable", message: `Nothing was issued${message}`, hints: [hint] });

/** Why late items cannot be issued alone to one recipient; null when they can. */
export function refusalOf(before: Given | undefined, form: PackForm, edition: number, known: Known): Trouble | null {
  if (!before) return trouble(": a late item goes to those who have the paper already, and there is no earlier version.", "Issue the pack whole first.");
  const [was, is] = [linesOf(before.form, before.edition, known), linesOf(form, edition, known)];
  const lacks = (lines: typeof was) => (line: (typeof was)[number]) => !lines.some(({ heading, words }) => heading === line.heading && words === line.words);
  const changed = is.find(lacks(was)) ?? was.find(lacks(is));
  return changed ? trouble(`: the paper itself changed under “${changed.heading}”: ${changed.words.slice(0, 80)}.`, "Issue the pack whole, as a new version.") : null;
}
