import { expect, test } from "vitest";
import { firstDay, placed, yearsBetween } from "./timeline";

const moments = (...days: string[]) => days.map((day) => ({ day, thing: day }));

test("things stand by their day, oldest first", () => {
  const line = placed(moments("2024-01-01", "2020-01-01", "2022-01-01"), 1);
  expect(line.map(({ thing }) => thing)).toEqual(["2020-01-01", "2022-01-01", "2024-01-01"]);
  expect(line.map(({ left }) => Math.round(left))).toEqual([0, 50, 100]);
});

test("what stands too close goes to another lane and comes back when there is room", () => {
  const line = placed(moments("2020-01-01", "2020-02-01", "2026-01-01"), 20);
  expect(line.map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

test("what has no day is not on the line, and one thing alone stands at its beginning", () => {
  expect(placed(moments(""), 10)).toEqual([]);
  expect(placed(moments("2020-01-01"), 10)[0]?.left).toBe(0);
});

test("years are drawn where they begin, and not too many of them", () => {
  expect(yearsBetween("2020-07-01", "2022-07-01", 9).map(({ year }) => year)).toEqual([2021, 2022]);
  expect(yearsBetween("1990-01-01", "2026-01-01", 9).length).toBeLessThanOrEqual(9);
});

test("takes the first day a date may mean", () => {
  expect(["2026-09-15", "2026-09-01/2026-09-02", "2026-09", "2012", null].map(firstDay)).toEqual(["2026-09-15", "2026-09-01", "2026-09-01", "2012-01-01", ""]);
});
