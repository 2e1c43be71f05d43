// The order in which sections come, in one edition and over several.
import type { PackForm } from "../../desk/types";

/** What the form keeps of it. */
export type Arrangement = Pick<PackForm, "order" | "leftOut">;

/** Sections that stay where they are, and why. */
export const FIXED: Record<string, string> = {
  "at-a-glance": "Always first: it says the rest in brief.",
  glossary: "Always at the end: it explains the words above it.",
  sources: "Always at the end: without its sources a pack could not be checked.",
};
export const isFixed = (id: string) => id in FIXED;

/** The sections an edition prints, in their order: those that are named take the places of one another, the others keep theirs. */
export function arranged<Section extends { id: string }>(sections: Section[], { order = [], leftOut = [] }: Arrangement): Section[] {
  const left = sections.filter(({ id }) => isFixed(id) || !leftOut.includes(id));
  const named = ({ id }: Section) => !isFixed(id) && order.includes(id);
  const wanted = left.filter(named).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  return left.map((section) => (named(section) ? wanted.shift()! : section));
}

/** Puts what a list lacks of another behind what it follows there; what stays where it is, before what follows it. */
function joined(list: string[], other: string[]): string[] {
  const whole = [...list];
  for (const [at, id] of other.entries()) {
    if (whole.includes(id)) continue;
    const before = other.slice(0, at).findLast((each) => whole.includes(each));
    const next = isFixed(id) ? other.slice(at).find((each) => whole.includes(each)) : undefined;
    whole.splice(next ? whole.indexOf(next) : before ? whole.indexOf(before) + 1 : 0, 0, id);
  }
  return whole;
}

/** Several lists as one, in which each keeps its order as far as the first allows it. */
export const joinedAll = ([first = [], ...others]: string[][]): string[] => others.reduce(joined, first);

export const idsOf = (sections: { id: string }[]): string[] => sections.map(({ id }) => id);
