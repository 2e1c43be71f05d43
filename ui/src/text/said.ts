// How values of the desk are said to a person.
import type { Bearing, Confidence, Verdict, Weight } from "../desk/types";

export const bearings: { key: string; bearing: Bearing; name: string }[] = [
  { key: "1", bearing: "strength", name: "Strength" },
  { key: "2", bearing: "improve", name: "To improve" },
  { key: "3", bearing: "priority", name: "Priority action" },
  { key: "4", bearing: "statement", name: "Statement" },
  { key: "5", bearing: "context", name: "Context" },
];

export const weights: { weight: Weight; name: string }[] = [
  { weight: "must", name: "Must" },
  { weight: "should", name: "Should" },
  { weight: "could", name: "Could" },
];

export const bearingName = (bearing: Bearing): string => bearings.find((each) => each.bearing === bearing)?.name ?? bearing;

export const verdictName: Record<Verdict, string> = {
  exact: "exact",
  punctuation: "punctuation only",
  differs: "words differ",
  "not-found": "not found",
  "no-source": "no source in the library",
};

export const verdictTone: Record<Verdict, "good" | "middling" | "poor" | "none"> = {
  exact: "good",
  punctuation: "good",
  differs: "poor",
  "not-found": "middling",
  "no-source": "none",
};

const toned = { good: "strength", middling: "improve", poor: "priority", none: "context" } as const;
/** The bearing whose colour a verdict has. */
export const verdictBearing = (verdict: Verdict) => toned[verdictTone[verdict]];

const sign: Record<Verdict, string> = { exact: "✓", punctuation: "✓", differs: "≠", "not-found": "?", "no-source": "–" };
/** A verdict as it stands at the words it is about: its sign and its name. */
export const verdictSaid = (verdict: Verdict): string => `${sign[verdict]} ${upperFirst(verdictName[verdict])}`;

export const confidenceName: Record<Confidence, string> = { sure: "sure", check: "to check", none: "not known" };

const months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function partsOf(said: string): { year: string; month: string | null; day: string | null } | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(said);
  if (!found) return null;
  const month = found[2] ? (months[Number(found[2]) - 1] ?? null) : null;
  return { year: found[1]!, month, day: found[3] ? String(Number(found[3])) : null };
}

function oneDate(said: string): string {
  const parts = partsOf(said);
  return parts ? [parts.day, parts.month, parts.year].filter(Boolean).join(" ") : said;
}

/** Says a date or a range as a person writes it; anything that is not an ISO date is left as it is. */
export function dateSaid(value: string | null): string {
  if (!value) return "";
  const range = /^(\d{4}(?:-\d{2}){0,2})(?:\/|\.\.|…| to )(\d{4}(?:-\d{2}){0,2})$/.exec(value);
  if (!range) return oneDate(value.replace(/^(\d{4}-\d{2}-\d{2})T.*$/, "$1"));
  const [from, to] = [partsOf(range[1]!)!, partsOf(range[2]!)!];
  const end = oneDate(range[2]!);
  if (range[1] === range[2]) return end;
  if (from.year !== to.year || !from.day || !to.day) return `${oneDate(range[1]!)} to ${end}`;
  return from.month === to.month ? `${from.day} to ${end}` : `${from.day} ${from.month} to ${end}`;
}

/** The year a date or range ends in, for filtering. */
export const yearOf = (value: string | null): string | null => /(\d{4})(?!.*\d{4})/.exec(value ?? "")?.[1] ?? null;

/** One thing, or many: `many(2, "quote")` is "2 quotes". */
export const many = (count: number, one: string, more = `${one}s`): string => `${count.toLocaleString("en-GB")} ${count === 1 ? one : more}`;

/** What a person says of a field whose value the document does not have: on a button, and once it is done. */
export const deniedSaid = (field: string): { name: string; done: string } =>
  field.startsWith("finding:") ? { name: "Not a finding", done: "taken off the list" } : { name: "Not stated", done: "kept as not stated" };

/** The first letter small, for a description inside a sentence. */
export const lowerFirst = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The first letter large, for words that begin a sentence. */
export const upperFirst = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

export function sizeSaid(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;

/** A date that stays in one line; a range breaks before its last day. */
export const unbrokenDate = (said: string): string => said.replace(/ (?=[A-Z]|\d{4})/g, "\u00a0");

/** A citation whose numbers stay with the word before them when its line breaks. */
export const unbroken = (citation: string): string => citation.replace(/\b(paras?|pp?\.|page|paragraph) (?=\d)/g, "$1\u00a0");
