import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../desk/types";
import { wordsOfPicked } from "./selection";
import { firstWord, growParagraph, growSentence, growWord, moveWord, stepSentence } from "./walk";

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
  it("takes the rest of its sentence, then the next one, and gives them back", () => {
    const sentence = stepSentence(first, 1)!;
    expect(said(sentence)).toBe("Children’s views count.");
    const both = stepSentence(sentence, 1)!;
    expect(said(both)).toBe(paragraph.text);
    expect(stepSentence(both, 1), "nothing follows").toBeNull();
    expect(said(stepSentence(both, -1))).toBe("Children’s views count.");
    expect(stepSentence(sentence, -1), "one sentence is the least").toBeNull();
  });
  it("takes the paragraph, then the next one that is not folded away", () => {
    const folded: Paragraph = { ...paragraph, index: 1, kind: "furniture", text: "Page 2" };
    const next: Paragraph = { ...paragraph, index: 2, text: "They act." };
    const all = [paragraph, folded, next];
    const whole = growParagraph(first, all)!;
    expect(said(whole)).toBe(paragraph.text);
    expect(growParagraph(whole, all)!.to.paragraph).toBe(next);
    expect(growParagraph(whole, [paragraph])).toBeNull();
  });
  it("grows to the sentence, then to the paragraph", () => {
    const sentence = growSentence(first)!;
    expect(said(sentence)).toBe("Children’s views count.");
    expect(said(growSentence(sentence))).toBe(paragraph.text);
  });
});
