// Between the browser's selection and places in the document.
// A paragraph's words stand alone in an element with data-words, so that offsets in it are offsets in its text.
import type { Paragraph, Span } from "../../desk/types";
import { bytesBefore, offsetOfByte } from "../../text/bytes";
import { paragraphAt } from "../../text/pieces";
import { snapEnd, snapStart, snapToWords } from "../../text/words";

/** A place in the document: a paragraph and a UTF-16 offset in its text. */
export type Point = { paragraph: Paragraph; offset: number };
/** Words that are selected, from one point to another. */
export type Picked = { from: Point; to: Point };

export const spanOf = ({ from, to }: Picked): Span => ({
  start: from.paragraph.start + bytesBefore(from.paragraph.text, from.offset),
  end: to.paragraph.start + bytesBefore(to.paragraph.text, to.offset),
});

/** The points of a span; null when it stands in no paragraph. */
export function pickedOf(paragraphs: Paragraph[], { start, end }: Span): Picked | null {
  const first = paragraphAt(paragraphs, start);
  const last = paragraphAt(paragraphs, Math.max(start, end - 1));
  if (!first || !last) return null;
  return { from: { paragraph: first, offset: offsetOfByte(first.text, start - first.start) }, to: { paragraph: last, offset: offsetOfByte(last.text, end - last.start) } };
}

/** The words as they will be quoted. */
export function wordsOfPicked(paragraphs: Paragraph[], { from, to }: Picked): string {
  if (from.paragraph === to.paragraph) return from.paragraph.text.slice(from.offset, to.offset);
  const between = paragraphs.slice(from.paragraph.index + 1, to.paragraph.index).map(({ text }) => text);
  return [from.paragraph.text.slice(from.offset), ...between, to.paragraph.text.slice(0, to.offset)].join(" ");
}

/** Moves both ends out to whole words; null when no word is left. */
export function snap(points: Point[]): Picked | null {
  const ends = [...points];
  while (ends.length > 2 || (ends.length === 2 && ends[0]!.paragraph !== ends[1]!.paragraph)) {
    const first = ends[0]!;
    const last = ends.at(-1)!;
    const start = snapStart(first.paragraph.text, first.offset);
    const end = snapEnd(last.paragraph.text, last.offset);
    if (start >= first.paragraph.text.length) ends.splice(0, 1, ...(ends.length === 2 ? [{ paragraph: last.paragraph, offset: 0 }] : []));
    else if (end <= 0) ends.splice(-1, 1, ...(ends.length === 2 ? [{ paragraph: first.paragraph, offset: first.paragraph.text.length }] : []));
    else return { from: { ...first, offset: start }, to: { ...last, offset: end } };
  }
  if (ends.length !== 2) return null;
  const { paragraph } = ends[0]!;
  const range = snapToWords(paragraph.text, ends[0]!.offset, ends[1]!.offset);
  return range && { from: { paragraph, offset: range.from }, to: { paragraph, offset: range.to } };
}

const indexOf = (holder: Element) => Number(holder.getAttribute("data-words"));

function offsetWithin(holder: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(holder, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** Reads the browser's selection inside the document, snapped to words. */
export function readSelection(root: HTMLElement, paragraphs: Paragraph[]): Picked | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(root)) return null;
  const holders = [...root.querySelectorAll("[data-words]")].filter((holder) => range.intersectsNode(holder));
  const points = holders.map((holder, at): Point => {
    const paragraph = paragraphs[indexOf(holder)]!;
    const from = at === 0 && holder.contains(range.startContainer) ? offsetWithin(holder, range.startContainer, range.startOffset) : 0;
    return { paragraph, offset: from };
  });
  const last = holders.at(-1);
  if (!last) return null;
  const paragraph = paragraphs[indexOf(last)]!;
  const end = last.contains(range.endContainer) ? offsetWithin(last, range.endContainer, range.endOffset) : paragraph.text.length;
  if (points.length === 1) return snap([points[0]!, { paragraph, offset: end }]);
  return snap([...points.slice(0, -1), { paragraph, offset: end }]);
}

/** The place in the document under the pointer; null when no words stand there. */
export function pointAt(paragraphs: Paragraph[], { clientX, clientY }: MouseEvent): Point | null {
  const place = document.caretPositionFromPoint(clientX, clientY);
  const holder = place?.offsetNode.parentElement?.closest("[data-words]");
  if (!place || !holder) return null;
  return { paragraph: paragraphs[indexOf(holder)]!, offset: offsetWithin(holder, place.offsetNode, place.offset) };
}

function boundary(holder: Element, offset: number): [Node, number] {
  const walker = document.createTreeWalker(holder, NodeFilter.SHOW_TEXT);
  let left = offset;
  let node = walker.nextNode();
  let last: Node = holder;
  while (node) {
    const length = node.textContent!.length;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
    node = walker.nextNode();
  }
  return [last, last.nodeType === Node.TEXT_NODE ? last.textContent!.length : 0];
}

/** The browser's range of the picked words; null when they are folded away. */
export function rangeOf(root: HTMLElement, { from, to }: Picked): Range | null {
  const first = root.querySelector(`[data-words="${from.paragraph.index}"]`);
  const last = root.querySelector(`[data-words="${to.paragraph.index}"]`);
  if (!first || !last) return null;
  const range = document.createRange();
  range.setStart(...boundary(first, from.offset));
  range.setEnd(...boundary(last, to.offset));
  return range;
}

/** Shows the picked words as the browser's own selection. */
export function showSelection(root: HTMLElement, picked: Picked): Range | null {
  const range = rangeOf(root, picked);
  const selection = getSelection();
  if (!range || !selection) return null;
  selection.removeAllRanges();
  selection.addRange(range);
  return range;
}
