import { expect, test } from "vitest";
import { draftOf, editsOf, preview, shownText } from "./edits";

const words = "The council’s front door is quick, and kind.";
const nothing = draftOf(words, []);
const draft = (out: number[], put: Record<number, string> = {}) => ({
  out: nothing.out.map((_, index) => out.includes(index)),
  put: nothing.put.map((_, index) => put[index] ?? ""),
});

test("neighbouring words are left out as one, in bytes of the words", () => {
  const edits = editsOf(words, draft([1, 2, 3]));
  expect(edits).toEqual([{ edit: "omit", span: { start: 4, end: 26 } }]);
  expect(preview(words, draft([1, 2, 3]))).toBe("The […] is quick, and kind.");
});

test("what is put in stands before its word and is marked", () => {
  expect(editsOf(words, draft([], { 4: " always " }))).toEqual([{ edit: "insert", at: 27, words: "always" }]);
  expect(preview(words, draft([], { 4: "always", 8: "sic" }))).toBe("The council’s front door [always] is quick, and kind. [sic]");
});

test("a draft of edits gives the same edits again", () => {
  for (const each of [draft([0]), draft([1, 2, 5]), draft([7], { 0: "In Wexcombe," }), draft([2], { 2: "main" }), draft([1, 2, 3], { 2: "x" })]) {
    const edits = editsOf(words, each);
    expect(editsOf(words, draftOf(words, edits))).toEqual(edits);
  }
});

test("edits never overlap, whatever is left out and put in", () => {
  const edits = editsOf(words, draft([1, 2, 3], { 2: "x" }));
  const spans = edits.flatMap((edit) => (edit.edit === "omit" ? [edit.span] : [{ start: edit.at, end: edit.at }])).sort((a, b) => a.start - b.start || a.end - b.end);
  for (let index = 1; index < spans.length; index += 1) expect(spans[index]!.start).toBeGreaterThanOrEqual(spans[index - 1]!.end);
});

test("brackets are spaced as a pack prints them", () => {
  expect(shownText([{ what: "words", text: "Help is quick " }, { what: "omitted", text: "[…]" }, { what: "words", text: "." }])).toBe("Help is quick […].");
});
