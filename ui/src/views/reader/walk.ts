// Choosing words with the keyboard: what an arrow does to the words that are selected.
import type { Paragraph } from "../../desk/types";
import { sentenceAround, wordsOf } from "../../text/words";
import { type Picked, snap } from "./selection";

const within = (paragraph: Paragraph, from: number, to: number): Picked | null => snap([{ paragraph, offset: from }, { paragraph, offset: to }]);

/** Selects the first word of a paragraph. */
export function firstWord(paragraph: Paragraph): Picked | null {
  const word = wordsOf(paragraph.text)[0];
  return word ? within(paragraph, word.from, word.to) : null;
}

/** Moves to the next word (1) or the one before (-1). */
export function moveWord({ from, to }: Picked, by: 1 | -1): Picked | null {
  const point = by === 1 ? to : from;
  const words = wordsOf(point.paragraph.text);
  const at = by === 1 ? words.findIndex((word) => word.from >= point.offset) : words.findLastIndex((word) => word.to <= point.offset);
  const word = words[at];
  return word ? within(point.paragraph, word.from, word.to) : null;
}

/** Takes one more word at the end (1), or gives the last one back (-1). */
export function growWord({ from, to }: Picked, by: 1 | -1): Picked | null {
  const words = wordsOf(to.paragraph.text);
  const first = from.paragraph === to.paragraph ? from.offset : 0;
  const ends = words.filter((word) => word.to > first).map((word) => word.to);
  const end = by === 1 ? ends.find((each) => each > to.offset) : ends.findLast((each) => each < to.offset);
  return end === undefined ? null : snap([from, { paragraph: to.paragraph, offset: end }]);
}

/** Takes the rest of the sentence the selection ends in, or the next one (1); gives the last one back (-1). */
export function stepSentence({ from, to }: Picked, by: 1 | -1): Picked | null {
  const { text } = to.paragraph;
  const first = from.paragraph === to.paragraph ? from.offset : 0;
  if (by === 1) {
    const next = wordsOf(text).find((word) => word.from >= to.offset);
    const here = sentenceAround(text, Math.max(first, to.offset - 1));
    const end = here.to > to.offset ? here.to : next && sentenceAround(text, next.from).to;
    return end === undefined ? null : snap([from, { paragraph: to.paragraph, offset: end }]);
  }
  const last = sentenceAround(text, Math.max(first, to.offset - 1));
  const before = text.slice(0, last.from).trimEnd().length;
  return before > first ? snap([from, { paragraph: to.paragraph, offset: before }]) : null;
}

/** Takes the paragraph the selection ends in or, when it is held whole, the next one as well. */
export function growParagraph({ from, to }: Picked, paragraphs: Paragraph[]): Picked | null {
  const { paragraph, offset } = to;
  if (offset < paragraph.text.trimEnd().length) return snap([from, { paragraph, offset: paragraph.text.length }]);
  const next = paragraphs.find((each) => each.index > paragraph.index && each.kind !== "furniture" && each.kind !== "boilerplate");
  return next ? snap([from, { paragraph: next, offset: next.text.length }]) : null;
}

/** Grows the selection: to its sentence, then to its paragraph. */
export function growSentence({ from, to }: Picked): Picked | null {
  const { text } = from.paragraph;
  const sentence = sentenceAround(text, from.offset);
  const held = from.paragraph === to.paragraph && from.offset <= sentence.from && to.offset >= sentence.to;
  return held ? within(from.paragraph, 0, text.length) : within(from.paragraph, sentence.from, Math.max(sentence.to, from.paragraph === to.paragraph ? to.offset : 0));
}
