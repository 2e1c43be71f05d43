// What one person may not be given: changed, and told in words.
import type { Bearing, Edition, Heading, PackForm, QuoteCard, Withheld } from "../../desk/types";
import { many, upperFirst } from "../../text/said";
import { arranged, FIXED, idsOf, joinedAll } from "./order";

type What = "sections" | "quotes";

/** An edition with a section or a quotation withheld, or given again. Where nothing is left out, nothing is kept of it. */
export function toggled(edition: Edition, what: What, id: string): Edition {
  const before: Withheld = edition.withheld ?? { sections: [], quotes: [] };
  const list = before[what].includes(id) ? before[what].filter((each) => each !== id) : [...before[what], id];
  return withWithheld(edition, { ...before, [what]: list });
}

/** An edition that withholds exactly this. */
export function withWithheld(edition: Edition, withheld: Withheld | undefined): Edition {
  const { withheld: _, ...bare } = edition;
  return withheld && (withheld.sections.length || withheld.quotes.length) ? { ...bare, withheld } : bare;
}

/** Whether two editions leave out the same. */
export function sameWithheld(one: Edition, other: Edition): boolean {
  const said = ({ withheld }: Edition) => JSON.stringify([withheld?.sections, withheld?.quotes, withheld?.exempt].map((list) => [...(list ?? [])].sort()));
  return said(one) === said(other);
}

/** “then-and-now” is “Then and now”, for a section that no preview has named. */
export const plain = (id: string) => upperFirst(id).replaceAll("-", " ");

/** The section of a late item, and its number. */
export const LATE = /^late-(\d+)$/;

/** The sections a person may be kept from: those of the edition, and those withheld already. */
export function sectionsFor({ withheld }: Edition, outline: Heading[]): { id: string; heading: string }[] {
  const known = outline.filter(({ id }) => !["cover", "contents", "late-items"].includes(id)).map(({ id, heading }) => ({ id, heading }));
  const gone = (withheld?.sections ?? []).filter((id) => !known.some((each) => each.id === id));
  return [...known, ...gone.map((id) => ({ id, heading: plain(id) }))];
}

/** “without Deadlines and 2 quotes”; nothing when the person gets all of the edition. */
export function withheldSaid(edition: Edition, outline: Heading[], quotes: PackForm["quotes"]): string {
  const { withheld } = edition;
  if (!withheld) return "";
  const sections = sectionsFor(edition, outline).filter(({ id }) => withheld.sections.includes(id)).map(({ heading }) => heading);
  const count = withheld.quotes.filter((id) => quotes.includes(id)).length;
  const parts = [...sections, ...(count ? [many(count, "quote")] : [])];
  if (!parts.length) return "";
  return `without ${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts[0]}`;
}

/** Why nobody can be kept from a section that every edition needs; nothing where it can be taken out, or is already. */
export const whyAlways = ({ withheld }: Edition, id: string): string | null => (withheld?.sections.includes(id) ? null : (FIXED[id] ?? null));

/** The sections a person may be kept from as they are printed; what the whole pack leaves out is nothing to withhold. */
export function givenTo(edition: Edition, outline: Heading[], form: PackForm): { id: string; heading: string }[] {
  const gone = (id: string) => edition.withheld?.sections.includes(id);
  return sectionsFor(edition, arranged(outline, { order: form.order })).filter(({ id }) => !form.leftOut?.includes(id) || gone(id));
}

/** A section or a quotation that can be withheld. */
export type Column = { what: What; id: string; name: string; bearing?: Bearing };

/** Everything that somebody may be kept from: the sections of all editions in the order they are printed, then the quotations. */
export function columnsOf(form: PackForm, outlines: Record<string, Heading[]>, cards: QuoteCard[]): Column[] {
  const given = form.editions.map((edition) => givenTo(edition, outlines[edition.audience] ?? [], form));
  const names = new Map(given.flat().reverse().map(({ id, heading }) => [id, heading]));
  const quotes = form.quotes.flatMap((id) => cards.find((card) => card.id === id) ?? []);
  return [
    ...joinedAll(given.map(idsOf)).map((id) => ({ what: "sections" as const, id, name: names.get(id)! })),
    ...quotes.map(({ id, words, bearing }) => ({ what: "quotes" as const, id, name: words, bearing })),
  ];
}

/** Whether an edition has it at all; a quotation may stand in any. */
export const holds = ({ what, id }: Column, { audience }: Edition, outlines: Record<string, Heading[]>): boolean => what === "quotes" || (outlines[audience] ?? []).some((each) => each.id === id);

/** The pack for the next meeting: the same people and words, and nothing that belongs to the documents of this one. */
export function nextPack({ followUps: _, late: __, weights: ___, status: ____, ...old }: PackForm, id: string): PackForm {
  const editions = old.editions.map((edition) => withWithheld(edition, edition.withheld && { ...edition.withheld, quotes: [], sections: edition.withheld.sections.filter((id) => !LATE.test(id)) }));
  return { ...old, id, meeting: null, sources: [], quotes: [], notes: [], editions };
}
