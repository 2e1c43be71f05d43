// Who is pasted into a pack, and who of them is listed already.
import { peopleIn } from "../../text/people";

/** Titles before a name. Councillors are titled in one list and not in the next. */
const TITLES = /^(?:(?:cllr|councillor|dr|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev|prof|professor)\.?\s+)+/;

function parted(said: string): { title: string; name: string } {
  const whole = said.trim().replace(/\s+/g, " ").toLowerCase();
  const titles = TITLES.exec(whole)?.[0] ?? "";
  return { title: titles.replace("councillor", "cllr").replaceAll(".", ""), name: whole.slice(titles.length) };
}

/** “Jo Marr” may be “Cllr Jo Marr”; “Mr Smith” is neither “Smith” for certain nor “Mrs Smith”. */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [parted(one), parted(other)];
  return a.name === b.name && (a.title === b.title || (a.name.includes(" ") && !(a.title && b.title)));
}

/** What a pasted list holds: those who are new, once each; those who are listed, by the name they have there; and addresses without a name. */
export function namesIn(pasted: string, listed: string[]): { fresh: string[]; here: string[]; nameless: string[] } {
  const { names, nameless } = peopleIn(pasted);
  const found = { fresh: [] as string[], here: [] as string[], nameless };
  for (const name of names) {
    const known = listed.find((each) => sameName(each, name));
    if (known && !found.here.includes(known)) found.here.push(known);
    if (!known && !found.fresh.some((each) => sameName(each, name))) found.fresh.push(name);
  }
  return found;
}
