// What an invented quote's card shows, worked out from its words.
import { byteLength, offsetOfByte } from "../../text/bytes";
import type { Edit, QuoteCard } from "../types";

type Part = QuoteCard["shown"][number];
/** A few of the themes of the desk, by their plain names. */
const themes: [RegExp, string][] = [
  [/front door|safeguarding hub|decisions about/i, "Front door and decision-making"], [/threshold/i, "Thresholds and referrals"], [/missing|return home/i, "Missing children"],
  [/seen|listened|story/i, "Seeing and hearing children"], [/managers|management/i, "Supervision and management oversight"], [/leaders/i, "Leadership and governance"], [/partners/i, "Partnership working"],
];

export const themesOf = (words: string): string[] => themes.filter(([sign]) => sign.test(words)).map(([, name]) => name);

/** The quote as a pack shows it: left out as […], put in within brackets. */
export function shownOf(words: string, edits: Edit[]): Part[] {
  const placed = edits
    .map((edit) => (edit.edit === "omit" ? { from: edit.span.start, to: edit.span.end, part: { what: "omitted", text: "[…]" } as Part } : { from: edit.at, to: edit.at, part: { what: "inserted", text: `[${edit.words}]` } as Part }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
  const cut = (from: number, to: number): Part[] => (from < to ? [{ what: "words", text: words.slice(offsetOfByte(words, from), offsetOfByte(words, to)) }] : []);
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to, part } of placed) {
    if (from < at) throw { kind: "fixable", message: "The quote stays as it is, because the change does not fit its words.", hints: ["Leave out whole words, leave some standing, and do not leave the same words out twice."] };
    parts.push(...cut(at, from), part);
    at = to;
  }
  return [...parts, ...cut(at, byteLength(words))];
}

/** The words that quote was picked with. */
export const pickedOf = (stands: string) => stands.replace("not well understood", "not consistently understood");

/** For the quote that is altered in the invented library: what the document says today. */
export function nowOf(card: Pick<QuoteCard, "words" | "citation">): QuoteCard["now"] {
  const { words } = card;
  return {
    start: 0, end: byteLength(words), words, citation: card.citation,
    difference: [
      { change: "same", words: "Thresholds are not", alteration: "none" }, { change: "removed", words: "well", alteration: "replaced" },
      { change: "added", words: "consistently", alteration: "replaced" }, { change: "same", words: "understood by partners.", alteration: "none" },
    ],
  };
}
