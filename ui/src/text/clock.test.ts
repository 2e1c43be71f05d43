import { expect, it } from "vitest";
import { leftSaid, nextAt, shares, timeOf } from "./clock";

it("reads times as people type them", () => {
  expect(timeOf("18:00")).toEqual({ hours: 18, minutes: 0 });
  expect(timeOf("1830")).toEqual({ hours: 18, minutes: 30 });
  expect(timeOf("6.30 pm")).toEqual({ hours: 18, minutes: 30 });
  expect(timeOf("12am")).toEqual({ hours: 0, minutes: 0 });
});
it("does not guess at what is no time", () => {
  for (const words of ["", "6", "25:00", "18:75", "13pm", "soon"]) expect(timeOf(words), words).toBeNull();
});
it("takes a time that has passed for tomorrow’s", () => {
  const now = new Date(2027, 0, 14, 17, 0);
  expect(nextAt({ hours: 18, minutes: 0 }, now).getDate()).toBe(14);
  expect(nextAt({ hours: 9, minutes: 0 }, now).getDate()).toBe(15);
});
it("says what is left in minutes, in hours when there are many, and that nothing is", () => {
  expect([60, 1, 90].map(leftSaid)).toEqual(["60 min", "1 min", "90 min"]);
  expect([125, 180].map(leftSaid)).toEqual(["2 h 5 min", "3 h"]);
  expect([0, -5].map(leftSaid)).toEqual(["The meeting has begun", "The meeting has begun"]);
});
it("shares the minutes out, and none gets nothing", () => {
  expect(shares(60, [10, 10, 15, 20, 5])).toEqual([10, 10, 15, 20, 5]);
  expect(shares(3, [10, 10, 15, 20, 5]).every((share) => share >= 1)).toBe(true);
});
