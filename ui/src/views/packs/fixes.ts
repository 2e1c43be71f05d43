// What the check before issue found, heaviest first, in words for a person.
import type { ToFix } from "../../desk/types";
import { many } from "../../text/said";

export type Weighed = { heading: string; fixes: ToFix[] };

const headings = { stops: "Stops the pack", look: "To look at", note: "Worth knowing" } as const;
type Severity = keyof typeof headings;

export const severityOf = (fix: ToFix): Severity => (fix.stops ? "stops" : (fix.severity ?? "look"));

/** The findings under a heading for each weight that occurs. */
export function weighed(fixes: ToFix[]): Weighed[] {
  return (Object.keys(headings) as Severity[])
    .map((severity) => ({ heading: headings[severity], fixes: fixes.filter((fix) => severityOf(fix) === severity) }))
    .filter(({ fixes }) => fixes.length);
}

/** “2 stop the pack, 5 to look at”; nothing where all is worth knowing at most. */
export function counted(fixes: ToFix[]): string {
  const count = (severity: Severity) => fixes.filter((fix) => severityOf(fix) === severity).length;
  const [stops, look] = [count("stops"), count("look")];
  return [stops && `${stops} ${stops === 1 ? "stops" : "stop"} the pack`, look && `${look} to look at`].filter(Boolean).join(", ");
}

/** What the button does that leaves quotations out. */
export const leaveOutSaid = (quotes: string[]) => `Leave ${quotes.length === 1 ? "it" : many(quotes.length, "quote")} out`;
