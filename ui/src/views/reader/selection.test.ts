import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../desk/types";
import { byteLength } from "../../text/bytes";
import { pickedOf, snap, spanOf, wordsOfPicked } from "./selection";

function paragraphsOf(...texts: string[]): Paragraph[] {
  let start = 0;
  return texts.map((text, index) => {
    const paragraph: Paragraph = { index, kind: "paragraph", level: null, row: null, column: null, table: null, header: false, text, start, page: null, number: null, nth: null };
    start += byteLength(text) + 2;
    return paragraph;
  });
}

describe("picked words", () => {
  const paragraphs = paragraphsOf("The council’s 😀 plan works.", "Children’s views count.", "Done.");
  const whole = new TextEncoder().encode(paragraphs.map(({ text }) => text).join("\n\n"));
  const bytes = (start: number, end: number) => new TextDecoder().decode(whole.slice(start, end));

  it("cross to the desk as the bytes of the same words", () => {
    const [first] = paragraphs as [Paragraph];
    const picked = snap([{ paragraph: first, offset: first.text.indexOf("ncil") }, { paragraph: first, offset: first.text.indexOf("lan") }])!;
    expect(wordsOfPicked(paragraphs, picked)).toBe("council’s 😀 plan");
    const { start, end } = spanOf(picked);
    expect(bytes(start, end)).toBe("council’s 😀 plan");
  });

  it("may run over paragraphs", () => {
    const [first, second] = paragraphs as [Paragraph, Paragraph];
    const picked = snap([{ paragraph: first, offset: first.text.indexOf("works") + 2 }, { paragraph: second, offset: 4 }])!;
    const { start, end } = spanOf(picked);
    expect(bytes(start, end)).toBe("works.\n\nChildren’s");
    expect(wordsOfPicked(paragraphs, picked)).toBe("works. Children’s");
  });

  it("lose a paragraph of which nothing was selected, as after a triple click", () => {
    const [first, second, third] = paragraphs as [Paragraph, Paragraph, Paragraph];
    expect(wordsOfPicked(paragraphs, snap([{ paragraph: first, offset: 0 }, { paragraph: second, offset: 0 }])!)).toBe(first.text);
    expect(wordsOfPicked(paragraphs, snap([{ paragraph: first, offset: first.text.length }, { paragraph: second, offset: 0 }, { paragraph: third, offset: 0 }])!)).toBe(second.text);
  });

  it("come back from bytes to the same words", () => {
    for (const [from, to] of [["council’s", "plan"], ["😀", "😀"], ["views", "count."]] as const) {
      const home = paragraphs.find(({ text }) => text.includes(from))!;
      const start = home.start + byteLength(home.text.slice(0, home.text.indexOf(from)));
      const end = home.start + byteLength(home.text.slice(0, home.text.indexOf(to) + to.length));
      expect(spanOf(pickedOf(paragraphs, { start, end })!)).toEqual({ start, end });
    }
  });
});
