// The sections of a pack: in which order, and which of them it leaves out.
import type { Heading } from "../../desk/types";
import { moved } from "../../text/move";
import { type Arrangement, arranged, FIXED, idsOf, isFixed, joinedAll } from "./order";
import { plain } from "./withheld";

/** A section as the list shows it. */
export type Row = { id: string; heading: string; out: boolean; fixed: string | null; audiences: string[] };

/** Parts of a finished paper that are no section of a template. */
const NO_SECTION = /^(?:cover|contents|what-changed|late-items|late-\d+)$|[^a-z0-9-]/;
export const templateOf = (outline: Heading[]): Heading[] => outline.filter(({ id }) => !NO_SECTION.test(id));

/** The sections of all editions as one list: the edition in view as it is printed, and the others’ behind what they follow. */
export function rowsOf(outlines: Record<string, Heading[]>, audience: string, form: Arrangement): Row[] {
  const others = Object.keys(outlines).filter((each) => each !== audience);
  const templates = [audience, ...others].map((each) => templateOf(outlines[each] ?? []));
  const whole = templates.map((template) => idsOf(arranged(template, { order: form.order })));
  const ids = joinedAll([idsOf(arranged(templates[0]!, form)), ...whole]);
  return ids.map((id) => {
    const homes = [audience, ...others].filter((_, nth) => templates[nth]!.some((each) => each.id === id));
    const { heading } = templates.flat().find((each) => each.id === id)!;
    return { id, heading, out: !isFixed(id) && !!form.leftOut?.includes(id), fixed: FIXED[id] ?? null, audiences: homes };
  });
}

/** What was asked of sections that no edition has. */
export function straysOf(outlines: Record<string, Heading[]>, { order = [], leftOut = [] }: Arrangement): { id: string; heading: string }[] {
  const known = Object.values(outlines).flat().map(({ id }) => id);
  return [...new Set([...order, ...leftOut])].filter((id) => !known.includes(id)).map((id) => ({ id, heading: plain(id) }));
}

/** An arrangement, and nothing of it where it is that of the templates. */
export function tidy({ order = [], leftOut = [] }: Arrangement): Arrangement {
  const [moving, out] = [order, leftOut].map((ids) => ids.filter((id) => !isFixed(id)));
  return { order: moving!.length ? moving : undefined, leftOut: out!.length ? out : undefined };
}

/** The ids that stand elsewhere than in the template, with all they moved past, so that every edition gets the same order of them. */
function displaced(before: string[], after: string[]): string[] {
  const found: string[] = [];
  let [from, furthest] = [0, 0];
  for (const [at, id] of before.entries()) {
    furthest = Math.max(furthest, after.indexOf(id));
    if (furthest > at) continue;
    if (at > from) found.push(...before.slice(from, at + 1));
    from = furthest = at + 1;
  }
  return found;
}

/** What a section is moved past: its neighbour in the edition in view; null at the end, and for one that this edition has not. */
export function neighbourOf(rows: Row[], audience: string, id: string, by: 1 | -1): string | null {
  const moving = movingIn(rows, audience);
  const at = moving.findIndex((row) => row.id === id);
  return at < 0 ? null : (moving[at + by]?.id ?? null);
}

/** The arrangement with one section moved past its neighbour. */
export function withMoved(outlines: Record<string, Heading[]>, audience: string, form: Arrangement, id: string, by: 1 | -1): Arrangement {
  const past = neighbourOf(rowsOf(outlines, audience, form), audience, id, by);
  return past === null ? form : withPlaced(outlines, audience, form, id, past);
}

/** The sections that move in the edition in view, as they stand. */
export const movingIn = (rows: Row[], audience: string): Row[] => rows.filter(({ fixed, audiences }) => !fixed && audiences.includes(audience));

/** The arrangement with one section put where another stands, which makes room for it. */
export function withPlaced(outlines: Record<string, Heading[]>, audience: string, form: Arrangement, id: string, past: string): Arrangement {
  if (id === past) return form;
  const rows = rowsOf(outlines, audience, form);
  const shown = idsOf(rows.filter(({ fixed }) => !fixed));
  const after = moved(shown, shown.indexOf(id), shown.indexOf(past));
  const others = Object.keys(outlines).filter((each) => each !== audience);
  const templates = [audience, ...others].map((each) => idsOf(templateOf(outlines[each] ?? [])));
  const before = joinedAll(templates).filter((each) => !isFixed(each));
  // What was named once stays named: another edition may need it for its order.
  const named = new Set([...displaced(before, after), ...(form.order ?? [])]);
  const order = [...after.filter((each) => named.has(each)), ...(form.order ?? []).filter((each) => !after.includes(each))];
  const same = Object.values(outlines).every((outline) => {
    const template = templateOf(outline);
    return idsOf(arranged(template, { order })).join() === idsOf(template).join();
  });
  return tidy({ ...form, order: same ? order.filter((each) => !after.includes(each)) : order });
}

/** The arrangement with a section left out, or put back. */
export function withOut({ order, leftOut = [] }: Arrangement, id: string, out: boolean): Arrangement {
  return tidy({ order, leftOut: [...leftOut.filter((each) => each !== id), ...(out ? [id] : [])] });
}

/** The arrangement without anything that was asked of one section. */
export function without({ order = [], leftOut = [] }: Arrangement, id: string): Arrangement {
  return tidy({ order: order.filter((each) => each !== id), leftOut: leftOut.filter((each) => each !== id) });
}

/** “Left out: Then and now; What was said in public”; nothing when the pack has all its sections. */
export function leftOutSaid(rows: { id: string; heading: string }[], { leftOut = [] }: Arrangement): string {
  const names = leftOut.filter((id) => !isFixed(id)).map((id) => rows.find((row) => row.id === id)?.heading ?? plain(id));
  return names.length ? `Left out: ${names.join("; ")}` : "";
}
