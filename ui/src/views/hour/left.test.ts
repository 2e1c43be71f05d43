import { expect, it } from "vitest";
import { leftSaid } from "./left";

it("says what is left in minutes, as the steps do", () => {
  expect([60, 1, 90].map(leftSaid)).toEqual(["60 min", "1 min", "90 min"]);
});
it("says hours when there are many", () => {
  expect([125, 180].map(leftSaid)).toEqual(["2 h 5 min", "3 h"]);
});
it("says when there is nothing left", () => {
  expect([0, -5].map(leftSaid)).toEqual(["The meeting has begun", "The meeting has begun"]);
});
