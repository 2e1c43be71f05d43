import type { Mark, Paragraph } from "../desk/types";
import { byteLength, offsetOfByte } from "./bytes";

/** A run of a paragraph's text under the same marks. `said` is a quotation that ends with it, whose verdict is told there. */
export type Piece = { text: string; from: number; mark: Mark | null; said: Mark | null };

const rank = { quote: 3, quotation: 2, finding: 1, suggestion: 0 } as const;

/** Cuts a paragraph's text where marks begin and end. The pieces joined are the text again. */
export function piecesOf(paragraph: Paragraph, marks: Mark[]): Piece[] {
  const { text, start } = paragraph;
  const end = start + byteLength(text);
  const here = marks
    .filter((mark) => mark.start < end && mark.end > start)
    .map((mark) => ({ mark, from: offsetOfByte(text, Math.max(0, mark.start - start)), to: offsetOfByte(text, Math.min(end, mark.end) - start) }));
  const cuts = [...new Set([0, text.length, ...here.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < cuts.length; index += 1) {
    const [from, to] = [cuts[index]!, cuts[index + 1]!];
    const over = here.filter((each) => each.from <= from && each.to >= to).map((each) => each.mark);
    over.sort((a, b) => rank[b.what] - rank[a.what]);
    pieces.push({ text: text.slice(from, to), from, mark: over[0] ?? null, said: null });
  }
  for (const { mark, to } of here) if (mark.what === "quotation" && mark.verdict && mark.end <= end) tell(pieces, mark, to);
  return pieces;
}

/** Tells a verdict behind the quotation that ends at an offset, and behind the mark that closes it. */
function tell(pieces: Piece[], said: Mark, to: number) {
  const at = pieces.findIndex(({ from, text }) => from + text.length === to);
  const after = pieces[at + 1];
  const closing = after && !after.mark && /^["'’”]/.test(after.text);
  if (closing && after.text.length > 1) pieces.splice(at + 1, 1, { ...after, text: after.text.slice(0, 1) }, { ...after, text: after.text.slice(1), from: after.from + 1 });
  const last = pieces[closing ? at + 1 : at];
  if (last) last.said = said;
}

/** The words of a span, its paragraphs joined by a space. */
export function wordsAt(paragraphs: Paragraph[], span: { start: number; end: number }): string {
  return paragraphs
    .filter((paragraph) => paragraph.start < span.end && paragraph.start + byteLength(paragraph.text) > span.start)
    .map(({ text, start }) => text.slice(offsetOfByte(text, Math.max(0, span.start - start)), offsetOfByte(text, span.end - start)))
    .join(" ");
}

/** The paragraph a byte of the document stands in. */
export const paragraphAt = (paragraphs: Paragraph[], byte: number): Paragraph | undefined =>
  paragraphs.findLast((paragraph) => paragraph.start <= byte);
