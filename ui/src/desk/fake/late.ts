// Late items of the invented packs, and what is told of the paper they came after.
import type { Edition, Late, PackForm, QuoteCard, RoleName, ToFix, Trouble } from "../types";
import { sectionsOf } from "./sections";

type Known = { roles: RoleName[]; cards: QuoteCard[] };
/** What somebody was given: the form as it was, which of its editions, and in which version. */
export type Given = { form: PackForm; edition: number; version: number };
export type LateSection = { id: string; heading: string; late: Late };

/** Who gets it: the desk counts versions for each of these. */
export const keyOf = (pack: string, { audience, recipient, size }: Edition) => JSON.stringify([pack, audience, recipient, size]);
export const cameLate = ({ late = [] }: PackForm, source: string) => late.some(({ sources }) => sources.includes(source));

/** The late items of an edition, numbered as this recipient sees them. */
export function lateSectionsOf({ late = [], editions }: PackForm, edition: number, titleOf: (source: string) => string): LateSection[] {
  const withheld = editions[edition]?.withheld?.sections ?? [];
  const shown = late.filter((_, nth) => !withheld.includes(`late-${nth + 1}`));
  return shown.map((late, nth) => ({ id: `late-${nth + 1}`, heading: `Late item: ${late.heading?.trim() || (late.sources[0] && titleOf(late.sources[0])) || "a note"}`, late }));
}

/** The lines of the paper itself, under their headings. */
function linesOf(form: PackForm, edition: number, { roles, cards }: Known): { heading: string; words: string }[] {
  const withheld = form.editions[edition]?.withheld;
  const first = [["Title", form.title], ["Committee", form.committee], ["Meeting", form.meeting], ["Marking", form.marking]].filter(([, value]) => value).map(([name, value]) => ({ heading: "First page", words: `${name}: ${value}` }));
  const quoted = cards.filter((card) => form.quotes.includes(card.id) && !withheld?.quotes.includes(card.id) && !cameLate(form, card.source));
  const sections = sectionsOf(form, edition, roles).filter(({ id }) => !withheld?.sections.includes(id));
  return [
    ...first,
    ...sections.flatMap(({ id, heading, words }) => [...(id === "inspectors-said" ? quoted.map((card) => card.words) : []), ...words, ...form.notes.filter(({ section }) => section === id).map(({ text }) => text)].map((words) => ({ heading, words }))),
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

/** A late item that does not say why stops the pack. */
export const lateToFix = ({ late = [] }: PackForm): ToFix[] =>
  late.some(({ reason }) => !reason.trim())
    ? [{ message: "A late item does not say why it is late and cannot wait.", remedy: "Write the reason; the chair decides on it (Local Government Act 1972, section 100B(4)(b)).", go: { view: "packs", id: "late" }, stops: true }]
    : [];

/** The quotes that could go: those the pack says so of, or else the library. */
export const couldGo = ({ quotes, weights = [] }: PackForm, cards: QuoteCard[]): string[] =>
  quotes.filter((id) => (weights.find(({ quote }) => quote === id)?.weight ?? cards.find((card) => card.id === id)?.weight) === "could");
