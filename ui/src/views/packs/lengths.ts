// How long each section of an edition is, read from the pages themselves.
import type { Outline } from "../../desk/types";
import { countWords } from "../../text/words";

export type Length = { id: string; heading: string; page: number; pages: number; words: number };

/** Words a minute of somebody who reads to decide. */
const PACE = 220;

const plain = (words: string) => words.replace(/\s+/g, " ").toLowerCase();

/** The section's share of pages and its words; 0 while the pages have not been read. */
export function lengthsOf(outline: Outline, texts: string[]): Length[] {
  const places = outline.map(({ heading, page }, index) => {
    const text = plain(texts[page - 1] ?? "");
    const earlier = outline.slice(0, index).filter((each) => each.page === page).length;
    const found = text.indexOf(plain(heading));
    // A heading that is not found stands behind those before it on its page.
    const at = earlier === 0 && found < 0 ? 0 : Math.max(0, found);
    return { page: page - 1, at, share: text ? at / text.length : 0 };
  });
  return outline.map((section, index) => {
    const from = places[index]!;
    const to = places[index + 1] ?? { page: texts.length, at: 0, share: 0 };
    const between = texts.slice(from.page, to.page + 1).map((text, nth) => {
      const whole = plain(text);
      return whole.slice(nth === 0 ? from.at : 0, from.page + nth === to.page ? to.at : undefined);
    });
    return { ...section, pages: texts.length ? Math.max(0, to.page + to.share - from.page - from.share) : 0, words: countWords(between.join(" ")) };
  });
}

/** “½ p”, “1½ p”: to the half page, and never nothing. */
export function pagesSaid(pages: number): string {
  const halves = Math.max(1, Math.round(pages * 2));
  return `${halves > 1 ? Math.floor(halves / 2) : ""}${halves % 2 ? "½" : ""} p`;
}

/** Minutes it takes to read, at least one. */
export const minutesToRead = (words: number): number => Math.max(1, Math.round(words / PACE));
