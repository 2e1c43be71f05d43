import { describe, expect, it } from "vitest";
import { countWords, isInsideWord, sentenceAround, snapToWords, wordsOf } from "./words";

const snapped = (text: string, from: number, to: number) => {
  const range = snapToWords(text, from, to);
  return range && text.slice(range.from, range.to);
};
const around = (text: string, part: string) => [text.indexOf(part), text.indexOf(part) + part.length] as const;

describe("a selection", () => {
  const text = "Children are seen promptly and alone, in places where they feel safe.";

  it("grows to whole words", () => {
    expect(snapped(text, ...around(text, "ldren are se"))).toBe("Children are seen");
  });
  it("loses the spaces around it", () => {
    expect(snapped(text, ...around(text, " are seen "))).toBe("are seen");
  });
  it("does not begin with the comma of the words before", () => {
    expect(snapped(text, ...around(text, ", in pl"))).toBe("in places");
  });
  it("keeps the full stop when it was selected", () => {
    expect(snapped(text, ...around(text, "feel safe."))).toBe("feel safe.");
  });
  it("does not end with the opening mark of the next words", () => {
    const said = "She said “we are proud” today";
    expect(snapped(said, ...around(said, "She said “"))).toBe("She said");
    expect(snapped(said, ...around(said, "“we are proud”"))).toBe("“we are proud”");
  });
  it("keeps curly apostrophes, hyphens and figures whole", () => {
    const odd = "the council’s in-house team saw 1,200 children (3.5%)";
    expect(snapped(odd, ...around(odd, "counc"))).toBe("council’s");
    expect(snapped(odd, ...around(odd, "house"))).toBe("in-house");
    expect(snapped(odd, ...around(odd, "200"))).toBe("1,200");
    expect(snapped(odd, ...around(odd, "5"))).toBe("3.5");
  });
  it("never cuts an emoji", () => {
    const happy = "We felt 👩‍👧 safe 😀 here";
    const middle = happy.indexOf("👩") + 1;
    expect(snapped(happy, middle, happy.indexOf("safe") + 2)).toBe("👩‍👧 safe");
    expect(isInsideWord(happy, happy.indexOf("😀") + 1)).toBe(true);
  });
  it("is nothing when it holds no word", () => {
    expect(snapped(text, 8, 9)).toBeNull();
    expect(snapped("a … b", 1, 4)).toBeNull();
  });
  it("never loses a letter that was selected", () => {
    for (let from = 0; from < text.length; from += 1)
      for (let to = from + 1; to <= text.length; to += 1) {
        const range = snapToWords(text, from, to);
        const letters = text.slice(from, to).replace(/[^\p{L}]/gu, "");
        if (range) expect(text.slice(range.from, range.to).replace(/[^\p{L}]/gu, "")).toContain(letters);
        else expect(letters).toBe("");
      }
  });
});

describe("words and sentences", () => {
  it("are found in order", () => {
    expect(wordsOf(" two  words ").map((word) => word.from)).toEqual([1, 6]);
    expect(countWords("Children are seen.")).toBe(3);
  });
  it("give the sentence around a place", () => {
    const text = "Leaders know. They act quickly. Children benefit.";
    const { from, to } = sentenceAround(text, text.indexOf("act"));
    expect(text.slice(from, to)).toBe("They act quickly.");
  });
});
