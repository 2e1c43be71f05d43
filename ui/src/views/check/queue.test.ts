import { expect, test } from "vitest";
import type { Reading } from "../../desk/types";
import { stepFrom, turnTo, waitingIn } from "./queue";

const fact = (confidence: "sure" | "check" | "none") => ({ value: "v", words: "v", confidence, rule: "", context: null, page: null });
const reading = (id: string, ...fields: ["sure" | "check" | "none" | null, string][]) =>
  ({ source: { id }, facts: fields.map(([confidence, field]) => ({ field, label: field, choices: [], fact: confidence && fact(confidence) })), paragraphs: [], marks: [], notices: [] }) as unknown as Reading;

const readings = [reading("a", ["sure", "council"], ["check", "date"], [null, "lead"]), reading("b", ["none", "council"], ["check", "date"])];
const queue = waitingIn(readings);

test("only what was read and is less than sure waits", () => {
  expect(queue.map(({ key }) => key)).toEqual(["a/date", "b/council", "b/date"]);
});

test("after one is dealt with the next one comes, and after the last the first that is left", () => {
  const left = queue.filter(({ key }) => key !== "b/council");
  expect(turnTo(left, queue, "b/council")?.key).toBe("b/date");
  expect(turnTo(queue.slice(0, 2), queue, "b/date")?.key).toBe("a/date");
  expect(turnTo([], queue, "a/date")).toBeUndefined();
  expect(turnTo(queue, queue, null)?.key).toBe("a/date");
});

test("next and previous stop at the ends", () => {
  expect(stepFrom(queue, "a/date", -1)?.key).toBe("a/date");
  expect(stepFrom(queue, "a/date", 1)?.key).toBe("b/council");
  expect(stepFrom(queue, "b/date", 1)?.key).toBe("b/date");
});
