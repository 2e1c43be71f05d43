// What inspectors ask for, and who sees to it.
import type { FollowUp, PackForm, Reading, RoleName } from "../../desk/types";
import { wordsAt } from "../../text/pieces";

/** Something a report or letter lists as to be improved. */
export type Area = { words: string; priority: boolean; page: number | null };
export type Said = Pick<FollowUp, "owner" | "due" | "state" | "note">;

export const states: { state: string; name: string }[] = [
  { state: "not-started", name: "Not started" },
  { state: "under-way", name: "Under way" },
  { state: "done", name: "Done" },
];

/** The areas a document lists, priority actions first. */
export function areasOf({ marks, paragraphs }: Reading): Area[] {
  const listed = marks.filter(({ what, bearing }) => what === "finding" && (bearing === "priority" || bearing === "improve"));
  const areas = listed.map((mark) => ({ words: wordsAt(paragraphs, mark).replace(/\s+/g, " ").trim(), priority: mark.bearing === "priority", page: paragraphs.findLast(({ start }) => start <= mark.start)?.page ?? null }));
  return areas.toSorted((a, b) => Number(b.priority) - Number(a.priority));
}

/** Words as the desk compares them. */
const folded = (words: string) => words.replaceAll(/[’‘]/g, "'").replaceAll(/[“”]/g, '"').replaceAll(/[\s‐–—-]+/g, " ").trim().toLowerCase().replace(/[.…;, ]+$/, "");
const fits = (known: FollowUp, source: string, words: string) => known.source === source && folded(known.finding) !== "" && folded(words).startsWith(folded(known.finding));

/** What is known of an area: the follow-up that names most of its words. */
export function knownOf(list: FollowUp[], source: string, words: string): FollowUp | undefined {
  return list.filter((known) => fits(known, source, words)).toSorted((a, b) => b.finding.length - a.finding.length)[0];
}

/** The list with something said of an area. Where nothing is left to say, nothing is kept. */
export function withSaid(list: FollowUp[], source: string, words: string, said: Partial<Said>): FollowUp[] {
  const before = knownOf(list, source, words);
  const now: FollowUp = { source, finding: words, owner: null, due: null, state: null, note: null, ...before, ...said };
  const empty = !now.owner && !now.due && !now.state && !now.note;
  if (!before) return empty ? list : [...list, now];
  return list.flatMap((each) => (each !== before ? [each] : empty ? [] : [now]));
}

/** Follow-ups that fit no area of the documents that were read. */
export function strays(form: PackForm, areas: ReadonlyMap<string, Area[]>): FollowUp[] {
  return (form.followUps ?? []).filter((known) => {
    const listed = areas.get(known.source);
    return !form.sources.includes(known.source) || (listed !== undefined && !listed.some(({ words }) => fits(known, known.source, words)));
  });
}

/** What a role is called here. */
export const roleSaid = ({ usual, name }: RoleName): string => name || usual;
/** An owner as it is shown: the name of a role, or the words themselves. */
export const ownerSaid = (owner: string | null, roles: RoleName[]): string => {
  const role = roles.find(({ id }) => id === owner);
  return role ? roleSaid(role) : (owner ?? "");
};
/** An owner as it is kept: a role by its id, so that it is called the same everywhere. */
export const ownerOf = (typed: string, roles: RoleName[]): string | null => roles.find((role) => roleSaid(role).toLowerCase() === typed.trim().toLowerCase())?.id ?? (typed || null);
