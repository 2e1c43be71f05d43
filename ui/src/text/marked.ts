/** A piece of a text, and whether it is what was looked for. */
export type Marked = { text: string; hit: boolean };

/** The text in pieces: what begins with one of the words looked for stands by itself. */
export function marked(text: string, words: string): Marked[] {
  const looked = words.match(/[\p{L}\p{N}’']+/gu);
  if (!looked) return [{ text, hit: false }];
  const any = looked.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[’']/g, "[’']")).join("|");
  const pieces = text.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})`, "giu"));
  return pieces.map((piece, index) => ({ text: piece, hit: index % 2 === 1 })).filter((piece) => piece.text);
}
