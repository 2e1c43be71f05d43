// How long each section of an edition is, by the words of its pages.
import type { Outline } from "../../desk/types";
import { countWords } from "../../text/words";

/** `halves` are half pages. They and the minutes are whole, and add up to those of the edition; nobody reads without minutes. */
export type Length = { id: string; heading: string; page: number; pages: number; words: number; halves: number; minutes: number | null };

/** Words a minute of a tired reader, as the desk counts them. */
const PACE = 200;
/** What nobody reads from end to end, and the desk does not count. */
const LOOKED_UP = ["cover", "contents", "glossary", "sources"];

const plain = (words: string) => words.replace(/\s+/g, " ").toLowerCase();
const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);

/** The sections’ shares of pages, words and minutes. */
export function lengthsOf(outline: Outline, texts: string[]): Length[] {
  const places = outline.map(({ heading, page }, index) => {
    const text = plain(texts[page - 1] ?? "");
    const earlier = outline.slice(0, index).filter((each) => each.page === page).length;
    const found = text.indexOf(plain(heading));
    // A heading that is not found stands behind those before it on its page.
    const at = earlier === 0 && found < 0 ? 0 : Math.max(0, found);
    return { page: page - 1, at, share: text ? at / text.length : 0 };
  });
  const sections = outline.map((section, index) => {
    const from = places[index]!;
    const to = places[index + 1] ?? { page: texts.length, at: 0, share: 0 };
    const between = texts.slice(from.page, to.page + 1).map((text, nth) => {
      const whole = plain(text);
      return whole.slice(nth === 0 ? from.at : 0, from.page + nth === to.page ? to.at : undefined);
    });
    return { ...section, pages: texts.length ? Math.max(0, to.page + to.share - from.page - from.share) : 0, words: countWords(between.join(" ")) };
  });
  const read = sections.map(({ id, words }) => (LOOKED_UP.includes(id) ? 0 : words));
  const all = sum(read);
  const total = minutesPrinted(texts) ?? Math.max(1, Math.ceil(all / PACE));
  const halves = wholes(sections.map(({ pages }) => pages * 2));
  const minutes = wholes(read.map((words) => (all ? (words * total) / all : 0)));
  return sections.map((section, index) => ({ ...section, halves: halves[index]!, minutes: LOOKED_UP.includes(section.id) ? null : minutes[index]! }));
}

/** The minutes that stand on the cover: the outline beside it says no other number. */
function minutesPrinted(texts: string[]): number | null {
  const found = texts.map((text) => /reading time about (\d+) minute/.exec(plain(text))?.[1]).find((minutes) => minutes);
  return found ? Number(found) : null;
}

/** Whole numbers in place of values: the largest remainders are rounded up, so that they add up to what the values do. */
function wholes(values: number[]): number[] {
  const floors = values.map(Math.floor);
  const up = values
    .map((value, at) => ({ at, rest: value - floors[at]! }))
    .sort((a, b) => b.rest - a.rest)
    .slice(0, Math.round(sum(values)) - sum(floors));
  return floors.map((floor, at) => floor + (up.some((each) => each.at === at) ? 1 : 0));
}

/** Minutes it takes to read all of it. */
export const minutesOf = (lengths: Length[]): number => sum(lengths.map(({ minutes }) => minutes ?? 0));

/** “½ p”, “1½ p”; what is less than a half is not called nothing. */
export function pagesSaid(halves: number): string {
  if (!halves) return "under ½ p";
  return `${halves > 1 ? Math.floor(halves / 2) : ""}${halves % 2 ? "½" : ""} p`;
}

/** “2 min”; what is less than one is not called nothing, and nothing is said of what is only looked up. */
export const minutesSaid = (minutes: number | null): string => (minutes === null ? "" : minutes ? `${minutes} min` : "under 1 min");
