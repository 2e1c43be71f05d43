import { expect, it } from "vitest";
import { lengthsOf, minutesToRead, pagesSaid } from "./lengths";

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
it("says halves", () => {
  expect([0.1, 0.5, 1, 1.4, 2].map(pagesSaid)).toEqual(["½ p", "½ p", "1 p", "1½ p", "2 p"]);
  expect(minutesToRead(10)).toBe(1);
  expect(minutesToRead(2200)).toBe(10);
});
