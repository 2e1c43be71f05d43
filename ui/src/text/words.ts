// Where words begin and end, so that a selection never holds half a word.

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character);
const isDigit = (character: string | undefined) => character !== undefined && /\p{N}/u.test(character);
const isSpace = (character: string | undefined) => character !== undefined && /\s/u.test(character);
/** Marks that hold a word together when letters stand on both sides: council’s, in-house. */
const isJoint = (character: string | undefined) => character !== undefined && /['’‑-]/u.test(character);
const isDigitJoint = (character: string | undefined) => character !== undefined && /[.,:/]/u.test(character);
/** Marks that close what came before; nobody begins a quotation with them. */
const isClosing = (character: string | undefined) => character !== undefined && /[,;:.!?)\]”’]/u.test(character);
const isOpening = (character: string | undefined) => character !== undefined && /[([“‘]/u.test(character);

function before(text: string, at: number): string | undefined {
  if (at <= 0) return undefined;
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text[at - 1];
}

function after(text: string, at: number): string | undefined {
  const codePoint = text.codePointAt(at);
  return codePoint === undefined ? undefined : String.fromCodePoint(codePoint);
}

/** Whether cutting here would cut a word or a character. */
export function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const unit = text.charCodeAt(at);
  if (unit >= 0xdc00 && unit <= 0xdfff) return true;
  const left = before(text, at)!;
  const right = after(text, at)!;
  if (/[\p{M}\u200d\ufe0f]/u.test(right) || left === "\u200d") return true;
  if (isWord(left) && isWord(right)) return true;
  const beyondRight = after(text, at + right.length);
  const beyondLeft = before(text, at - left.length);
  if (isWord(left) && isJoint(right) && isWord(beyondRight)) return true;
  if (isJoint(left) && isWord(right) && isWord(beyondLeft)) return true;
  if (isDigit(left) && isDigitJoint(right) && isDigit(beyondRight)) return true;
  return isDigitJoint(left) && isDigit(right) && isDigit(beyondLeft);
}

/** Moves the beginning of a selection off spaces and stray closing marks, then out to the word it fell in. */
export function snapStart(text: string, from: number): number {
  let at = Math.max(0, Math.min(from, text.length));
  if (!isInsideWord(text, at)) {
    while (at < text.length && (isSpace(text[at]) || (isClosing(text[at]) && !isInsideWord(text, at)))) at += 1;
    return at;
  }
  while (isInsideWord(text, at)) at -= 1;
  return at;
}

/** Moves the end of a selection off spaces and stray opening marks, then out to the word it fell in. */
export function snapEnd(text: string, to: number): number {
  let at = Math.max(0, Math.min(to, text.length));
  if (!isInsideWord(text, at)) {
    while (at > 0 && (isSpace(text[at - 1]) || isOpening(text[at - 1]))) at -= 1;
    return at;
  }
  while (isInsideWord(text, at)) at += 1;
  return at;
}

/** Snaps both ends of a selection within one paragraph; null when no word is left in it. */
export function snapToWords(text: string, from: number, to: number): { from: number; to: number } | null {
  const start = snapStart(text, from);
  const end = snapEnd(text, to);
  return start < end && /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? { from: start, to: end } : null;
}

/** Words of a paragraph, in order, each as its beginning and end. */
export function wordsOf(text: string): { from: number; to: number }[] {
  const words: { from: number; to: number }[] = [];
  let from: number | null = null;
  for (let at = 0; at <= text.length; at += 1) {
    const space = at === text.length || isSpace(text[at]);
    if (!space && from === null) from = at;
    if (space && from !== null) {
      words.push({ from, to: at });
      from = null;
    }
  }
  return words;
}

/** The sentence around a place, without the space after it. */
export function sentenceAround(text: string, at: number): { from: number; to: number } {
  const sentences = [...new Intl.Segmenter("en-GB", { granularity: "sentence" }).segment(text)];
  const found = sentences.findLast((sentence) => sentence.index <= at) ?? sentences[0];
  if (!found) return { from: 0, to: text.length };
  return { from: found.index, to: found.index + found.segment.trimEnd().length };
}

export const countWords = (text: string): number => wordsOf(text).length;
