import { expect, it } from "vitest";
import { lengthsOf, minutesOf, minutesSaid, pagesSaid } from "./lengths";

const outline = [
  { id: "glance", heading: "At a glance", page: 1 },
  { id: "said", heading: "What inspectors said", page: 1 },
  { id: "sources", heading: "Sources", page: 3 },
];
const texts = ["At a glance\none two three four What   inspectors said five six seven", "eight nine ten", "Sources eleven"];

it("gives each section the words from its heading to the next", () => {
  expect(lengthsOf(outline, texts).map(({ words }) => words), "headings count as well").toEqual([7, 9, 2]);
});
it("shares the pages out without loss", () => {
  const pages = lengthsOf(outline, texts).reduce((sum, each) => sum + each.pages, 0);
  expect(pages).toBeCloseTo(3, 5);
});
it("claims nothing before the pages are read", () => {
  expect(lengthsOf(outline, []).every(({ pages, words }) => pages === 0 && words === 0)).toBe(true);
});
const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
it("says no more half pages and minutes than the whole has", () => {
  const nine = Array.from({ length: 9 }, (_, index) => ({ id: `s${index}`, heading: `Heading ${index} `, page: 1 + Math.floor(index / 3) }));
  const pages = [0, 3, 6].map((first) => [first, first + 1, first + 2].map((index) => `Heading ${index} ${"word ".repeat(20 + index * 12)}`).join(""));
  const lengths = lengthsOf(nine, pages);
  expect(sum(lengths.map(({ halves }) => halves)), "three pages").toBe(6);
  expect(lengths.every(({ halves, pages }) => Math.abs(halves - pages * 2) < 1), "and none is far from its own").toBe(true);
  expect(minutesOf(lengths), "630 words").toBe(4);
});
it("says the minutes that the cover says, and counts none where things are only looked up", () => {
  const cover = { id: "cover", heading: "Cover", page: 1 };
  const lengths = lengthsOf([cover, ...outline], [`Reading time\nabout 3 minutes ${texts[0]}`, texts[1]!, texts[2]!]);
  expect(lengths.map(({ minutes }) => minutes)).toEqual([null, 1, 2, null]);
});
it("says halves, and never nothing", () => {
  expect([0, 1, 2, 3, 4].map(pagesSaid)).toEqual(["under ½ p", "½ p", "1 p", "1½ p", "2 p"]);
  expect([0, 1, 12, null].map(minutesSaid)).toEqual(["under 1 min", "1 min", "12 min", ""]);
});
