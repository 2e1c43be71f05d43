import { expect, it } from "vitest";
import { paragraphsSaid } from "./exempt";

it("says paragraphs in order", () => {
  expect(paragraphsSaid([2])).toBe("paragraph 2");
  expect(paragraphsSaid([3, 1])).toBe("paragraphs 1 and 3");
  expect(paragraphsSaid([3, 1, 7])).toBe("paragraphs 1, 3 and 7");
});
