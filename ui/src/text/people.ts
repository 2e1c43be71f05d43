// Names of people as they are pasted: from a list in Word, a table, or the “To” line of an e-mail.

/** Titles that begin a name, or stand in brackets behind it: “Ahmed, Zara (Cllr)”. */
const TITLE = /^(?:cllr|councillor|dr|mr|mrs|ms|miss|mx|sir|dame|lord|lady|rev|prof|professor)\.?$/i;
/** A surname may have a part before it: “de Souza”, “O’ Brien”, “van der Berg”. */
const PARTICLE = /^(?:de|da|di|del|della|van|von|der|den|la|le|du|al|el|bin|ben|st|st\.|o’|o')$/i;
const BULLET = /^\s*(?:[•·▪◦‣*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\)|o(?=\t))\s+/i;
const HEADER = /^\s*(?:to|cc|bcc):\s*/i;
const MAIL = /[^\s<>()[\]"';,]+@[^\s<>()[\]"';,]+/g;

const words = (said: string) => said.split(/\s+/).filter(Boolean);
const tidy = (said: string) => said.replace(/\s+/g, " ").replace(/^[\s,;:'"“”‘]+|[\s,;:'"“”’]+$/g, "");

/** Turns “Surname, First” round. What may be a name and a role stays as it is written. */
function turned(said: string, fromMail: boolean): string {
  const parts = said.split(",").map(tidy);
  if (parts.length !== 2 || !parts[0] || !parts[1]) return said;
  const [surname, first] = [words(parts[0]), words(parts[1])];
  const alone = surname.length === 1 || surname.slice(0, -1).every((word) => PARTICLE.test(word));
  const isName = first.length <= 3 && !surname.some((word) => TITLE.test(word)) && (alone || fromMail);
  return isName ? `${parts[1]} ${parts[0]}` : said;
}

/** One person’s name; empty when there is only an address. */
function nameOf(entry: string): string {
  const fromMail = entry.includes("@");
  // A row of a table: the name stands in its first cell that holds one.
  const cell = entry.split("\t").map(tidy).find((part) => /\p{L}/u.test(part.replace(MAIL, "").replace(/mailto:/gi, ""))) ?? "";
  let said = tidy(cell.replace(/[<[]\s*(?:mailto:)?[^<>[\]]*[>\]]/gi, " ").replace(MAIL, " "));
  const title = /\(([^()]*)\)$/.exec(said);
  if (title) said = said.slice(0, -title[0].length);
  // Brackets hold a title, which belongs to the name, or an office, which does not.
  const bare = tidy(turned(tidy(said.replace(/\(\s*\)/g, " ")), fromMail));
  return bare && title && TITLE.test(title[1]!.trim()) ? `${title[1]!.trim()} ${bare}` : bare;
}

/** One line that holds several names: parted by semicolons, by commas after addresses, or by commas between whole names. */
function entriesOf(line: string): string[] {
  const bare = line.replace(HEADER, "").replace(BULLET, "");
  const mails = bare.split(/;|(?<=>)\s*,/);
  if (mails.length > 1 || bare.includes("@")) return mails;
  const parts = bare.split(",").map(tidy).filter(Boolean);
  const whole = parts.every((part) => words(part).length > 1);
  return whole && (parts.length > 2 || (parts.length === 2 && parts.every((part) => TITLE.test(words(part)[0]!)))) ? parts : mails;
}

/** A name without the titles before it, and those titles. */
function parted(said: string): { title: string; name: string } {
  const all = words(tidy(said).toLowerCase());
  const from = Math.max(0, all.findIndex((word) => !TITLE.test(word)));
  return { title: all.slice(0, from).join(" ").replace("councillor", "cllr").replaceAll(".", ""), name: all.slice(from).join(" ") };
}

/** “Jo Marr” may be “Cllr Jo Marr”: lists differ in titles. “Mr Smith” is neither “Smith” for certain nor “Mrs Smith”. */
export function samePerson(one: string, other: string): boolean {
  const [a, b] = [parted(one), parted(other)];
  return a.name === b.name && (a.title === b.title || (a.name.includes(" ") && !(a.title && b.title)));
}

/** What a pasted list holds: new names, once each; those who are listed, by the name they have there; and entries that hold an address and no name. */
export function peopleIn(pasted: string, listed: string[] = []): { names: string[]; here: string[]; nameless: string[] } {
  const found = { names: [] as string[], here: [] as string[], nameless: [] as string[] };
  for (const entry of pasted.split(/[\r\n\v\f]+/).flatMap(entriesOf)) {
    const name = nameOf(entry);
    if (!name) {
      if (entry.includes("@")) found.nameless.push(tidy(entry));
      continue;
    }
    const here = listed.find((each) => samePerson(each, name));
    if (here && !found.here.includes(here)) found.here.push(here);
    if (!here && !found.names.some((each) => samePerson(each, name))) found.names.push(name);
  }
  return found;
}
