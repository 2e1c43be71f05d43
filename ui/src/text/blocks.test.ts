import { describe, expect, it } from "vitest";
import type { Paragraph, ParagraphKind } from "../desk/types";
import { blocksOf, foldedSaid } from "./blocks";

let index = 0;
const made = (kind: ParagraphKind, extra: Partial<Paragraph> = {}): Paragraph => ({
  index: index++, kind, level: null, row: null, column: null, table: null, header: false, text: "words", start: index * 10, page: 1, number: null, nth: null, ...extra,
});

describe("blocks of a document", () => {
  it("hold every paragraph once, in order", () => {
    const cell = (row: number, column: number) => made("cell", { table: 0, row, column });
    const all = [made("boilerplate"), made("furniture"), made("heading"), made("item"), made("item"), cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1), made("paragraph", { page: 2 })];
    const blocks = blocksOf(all);
    expect(blocks.map((block) => block.what)).toEqual(["page", "folded", "one", "list", "table", "page", "one"]);
    const held = blocks.flatMap((block) => (block.what === "one" ? [block.paragraph] : block.what === "table" ? block.rows.flat() : block.what === "page" ? [] : block.paragraphs));
    expect(held).toEqual(all);
  });

  it("keep two tables that touch apart", () => {
    const blocks = blocksOf([made("cell", { table: 0, row: 0, column: 0 }), made("cell", { table: 1, row: 0, column: 0 })]);
    expect(blocks.filter((block) => block.what === "table")).toHaveLength(2);
  });

  it("say what is folded away", () => {
    expect(foldedSaid([made("boilerplate"), made("boilerplate"), made("furniture")])).toBe("2 lines of standard text and 1 line of the page’s header or footer are folded away.");
    expect(foldedSaid([made("furniture")])).toBe("1 line of the page’s header or footer is folded away.");
  });
});
