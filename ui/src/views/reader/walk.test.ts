import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../desk/types";
import { wordsOfPicked } from "./selection";
import { firstWord, growSentence, growWord, moveWord } from "./walk";

const paragraph: Paragraph = {
  index: 0, kind: "paragraph", level: null, row: null, column: null, table: null, header: false, start: 0, page: null, number: null, nth: null,
  text: "Children’s views count. Leaders listen.",
};
const said = (picked: ReturnType<typeof firstWord>) => picked && wordsOfPicked([paragraph], picked);

describe("choosing words by keyboard", () => {
  const first = firstWord(paragraph)!;

  it("begins with the first word and moves on", () => {
    expect(said(first)).toBe("Children’s");
    const second = moveWord(first, 1)!;
    expect(said(second)).toBe("views");
    expect(said(moveWord(second, -1))).toBe("Children’s");
    expect(moveWord(first, -1), "nothing stands before the first word").toBeNull();
  });
  it("grows and shrinks by a word", () => {
    const two = growWord(first, 1)!;
    expect(said(two)).toBe("Children’s views");
    expect(said(growWord(two, -1))).toBe("Children’s");
    expect(growWord(first, -1), "one word is the least").toBeNull();
  });
  it("grows to the sentence, then to the paragraph", () => {
    const sentence = growSentence(first)!;
    expect(said(sentence)).toBe("Children’s views count.");
    expect(said(growSentence(sentence))).toBe(paragraph.text);
  });
});
