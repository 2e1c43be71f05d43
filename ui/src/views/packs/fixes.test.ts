import { expect, test } from "vitest";
import type { ToFix } from "../../desk/types";
import { counted, weighed } from "./fixes";

const fix = (severity: ToFix["severity"], stops = false): ToFix => ({ message: "A.", remedy: "B.", go: null, stops, severity });

test("what stops a pack comes first, what is only worth knowing last", () => {
  const found = weighed([fix("note"), fix("look"), fix("stops", true), fix(undefined)]);
  expect(found.map(({ heading, fixes }) => [heading, fixes.length])).toEqual([["Stops the pack", 1], ["To look at", 2], ["Worth knowing", 1]]);
});

test("only what needs a hand is counted", () => {
  expect(counted([fix("stops", true), fix("look"), fix("look"), fix("note")])).toBe("1 stops the pack, 2 to look at");
  expect(counted([fix("note")])).toBe("");
});
