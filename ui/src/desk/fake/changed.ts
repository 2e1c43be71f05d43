// What somebody did to an invented pack, in a few words, so that undo can name it.
import type { Edition, PackForm } from "../types";

const differ = (a: unknown, b: unknown) => JSON.stringify(a ?? null) !== JSON.stringify(b ?? null);
const fields: [keyof PackForm, string][] = [
  ["title", "title"], ["council", "council"], ["committee", "committee"], ["meeting", "day of the meeting"], ["marking", "marking"], ["exempt", "exempt paragraphs"], ["status", "draft or final"], ["namePages", "names on pages"],
  ["notes", "note"], ["order", "order of sections"], ["acceptUnsure", "use of unconfirmed facts"], ["followUps", "who sees to what"], ["roles", "names of roles"], ["minutes", "minutes to read"], ["weights", "weight of quote"], ["late", "late items"],
];

/** What makes one form another; several things at once are a change of the pack. */
export function changed(before: PackForm, after: PackForm): string {
  const said = [
    ...fields.map(([field, name]) => (differ(before[field], after[field]) ? `change ${name}` : null)),
    listed("document", before.sources, after.sources), listed("quote", before.quotes, after.quotes), people(before.editions, after.editions), leftOut(before.leftOut, after.leftOut),
  ].filter((each) => each !== null);
  return said.length === 1 ? said[0]! : "change pack";
}

/** Things that came, went or changed places. */
function listed(one: string, before: string[], after: string[]): string | null {
  if (!differ(before, after)) return null;
  const counted = (count: number) => (count === 1 ? one : `${count} ${one}s`);
  const [came, gone] = [after.filter((id) => !before.includes(id)).length, before.filter((id) => !after.includes(id)).length];
  return came && gone ? `change ${one}s` : came ? `add ${counted(came)}` : gone ? `remove ${counted(gone)}` : `move ${one}`;
}

function leftOut(before: string[] = [], after: string[] = []): string | null {
  if (!differ(before, after)) return null;
  return after.length > before.length ? "leave out section" : after.length < before.length ? "put section back" : "change sections";
}

const whom = ({ recipient }: Edition) => recipient?.trim() || "an edition";
/** People and editions that came, went or changed. */
function people(before: Edition[], after: Edition[]): string | null {
  if (!differ(before, after)) return null;
  const lacking = (list: Edition[], other: Edition[]) => list.filter((one) => !other.some((each) => !differ(one, each)));
  const said = (list: Edition[]) => (list.length === 1 ? whom(list[0]!) : `${list.length} people`);
  const [came, gone] = [lacking(after, before), lacking(before, after)];
  if (came.length && !gone.length) return `add ${said(came)}`;
  if (gone.length && !came.length) return `remove ${said(gone)}`;
  if (came.length !== 1 || gone.length !== 1) return "change who gets it";
  const [now, then] = [came[0]!, gone[0]!];
  return now.recipient === then.recipient && differ(now.withheld, then.withheld) ? `change what ${whom(now)} may see` : `change ${whom(now)}`;
}
