// What came after a pack was issued: changed, told in words, and numbered as the desk numbers it.
import type { Edition, Late, PackForm, QuoteCard } from "../../desk/types";
import { moved } from "../../text/move";
import { many } from "../../text/said";
import { LATE, withWithheld } from "./withheld";

/** What a change of the late items touches. */
export type Lateness = Pick<PackForm, "late" | "editions">;

export const blank = (): Late => ({ heading: null, reason: "", sources: [], text: null });

/** Whether a section is a late item, or the page before the paper that lists them. */
export const isLate = (id: string): boolean => id === "late-items" || LATE.test(id);

/** The editions with their withheld late items at the numbers those have now; an item that is gone is withheld no more. */
function renumbered(editions: Edition[], numberOf: (index: number) => number): Edition[] {
  return editions.map((edition) => {
    const { withheld } = edition;
    if (!withheld?.sections.some((id) => LATE.test(id))) return edition;
    const sections = withheld.sections.flatMap((id) => {
      const found = LATE.exec(id);
      const now = found ? numberOf(Number(found[1]) - 1) : 0;
      return !found ? [id] : now < 0 ? [] : [`late-${now + 1}`];
    });
    return withWithheld(edition, { ...withheld, sections });
  });
}
/** Late items in another order, or fewer of them: what somebody may not see goes along. */
function rearranged({ late = [], editions }: Lateness, now: Late[]): Lateness {
  return { late: now.length ? now : undefined, editions: renumbered(editions, (index) => now.indexOf(late[index]!)) };
}
export const withLateMoved = (form: Lateness, from: number, to: number): Lateness => rearranged(form, moved(form.late ?? [], from, to));
export const withoutLate = (form: Lateness, index: number): Lateness => rearranged(form, (form.late ?? []).filter((_, nth) => nth !== index));

/** Whether a late item is only a reason yet. */
export const isBare = ({ sources, text }: Late): boolean => !sources.length && !text?.trim();

/** What is good to know of a document of a late item: how much is quoted from it, and where else it was put. */
export function besideLate(form: Pick<PackForm, "late" | "quotes" | "sources">, index: number, source: string, cards: QuoteCard[]): string[] {
  const quoted = cards.filter((card) => card.source === source && form.quotes.includes(card.id)).length;
  const others = (form.late ?? []).flatMap((late, nth) => (nth !== index && late.sources.includes(source) ? [nth + 1] : []));
  return [
    quoted ? `${many(quoted, "quote")} of this pack` : "no quote of it in this pack",
    ...others.map((number) => `also in late item ${number}`),
    ...(form.sources.includes(source) ? ["leaves the paper and is printed only here"] : []),
  ];
}

/** Every document of a pack: those of the paper, and those that came late. */
export const papersOf = ({ sources, late }: Pick<PackForm, "sources" | "late">): string[] => [...new Set([...sources, ...(late ?? []).flatMap((each) => each.sources)])];
