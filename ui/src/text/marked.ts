/** A piece of a text, and whether it is what was looked for. */
export type Marked = { text: string; hit: boolean };

const bare = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "");

/** A text without its accents, and for each of its places the place in the text. */
function unaccented(text: string): { plain: string; places: number[] } {
  let plain = "";
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const folded = bare(letter);
    for (let index = 0; index < folded.length; index += 1) places.push(at);
    plain += folded;
    at += letter.length;
  }
  return { plain, places: [...places, at] };
}

/** The text in pieces: what begins with one of the words looked for, with or without accents, stands by itself. */
export function marked(text: string, words: string): Marked[] {
  const looked = bare(words).match(/[\p{L}\p{N}’']+/gu);
  if (!looked) return [{ text, hit: false }];
  const any = looked.toSorted((a, b) => b.length - a.length).map((word) => word.replace(/[’']/g, "[’']")).join("|");
  const { plain, places } = unaccented(text);
  let at = 0;
  const pieces = plain.split(new RegExp(`(?<![\\p{L}\\p{N}])(${any})`, "giu")).map((piece, index) => {
    const from = index === 0 ? 0 : places[at]!;
    at += piece.length;
    return { text: text.slice(from, at === plain.length ? text.length : places[at]), hit: index % 2 === 1 };
  });
  return pieces.filter((piece) => piece.text);
}
