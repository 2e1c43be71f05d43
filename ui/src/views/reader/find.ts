import type { Paragraph } from "../../desk/types";
import { type Picked, rangeOf } from "./selection";

/** Every place of these words in the document, in order. */
export function findIn(paragraphs: Paragraph[], words: string): Picked[] {
  const wanted = words.trim().toLowerCase();
  if (!wanted) return [];
  return paragraphs.flatMap((paragraph) => {
    const text = paragraph.text.toLowerCase();
    // A letter that changes length in lower case would shift the offsets after it.
    if (text.length !== paragraph.text.length) return [];
    const places: Picked[] = [];
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length))
      places.push({ from: { paragraph, offset: at }, to: { paragraph, offset: at + wanted.length } });
    return places;
  });
}

/** Colours the places found, where the engine can do that without changing the document. */
export function colour(root: HTMLElement, places: Picked[], now: Picked | undefined) {
  if (!("highlights" in CSS)) return;
  const ranges = (list: Picked[]) => list.map((place) => rangeOf(root, place)).filter((range) => range !== null);
  CSS.highlights.set("found", new Highlight(...ranges(places)));
  CSS.highlights.set("found-now", new Highlight(...(now ? ranges([now]) : [])));
}
