import { expect, it } from "vitest";
import { placeOf } from "./dragging";

const rows = ["a", "b", "c", "d"].map((id, nth) => ({ id, middle: 20 + nth * 40 }));

it("finds the row whose place a held row takes", () => {
  expect(placeOf(rows, "b", 25), "over the lower half of the first").toBe("b");
  expect(placeOf(rows, "b", 15), "over the upper half of the first").toBe("a");
  expect(placeOf(rows, "b", 70), "within its own bounds").toBe("b");
  expect(placeOf(rows, "b", 101), "past the middle of the next").toBe("c");
  expect(placeOf(rows, "b", 900), "far below").toBe("d");
  expect(placeOf(rows, "b", -900), "far above").toBe("a");
});
it("stays when it is the only one, or is not there", () => {
  expect(placeOf([{ id: "a", middle: 20 }], "a", 500)).toBe("a");
  expect(placeOf([], "a", 500)).toBe("a");
});
