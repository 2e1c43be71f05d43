import { describe, expect, it } from "vitest";
import type { Mark, Paragraph } from "../desk/types";
import { byteLength } from "./bytes";
import { piecesOf, wordsAt } from "./pieces";

const paragraph = (text: string, start = 0): Paragraph => ({
  index: 0, kind: "paragraph", level: null, row: null, column: null, table: null, header: false, text, start, page: null, number: null, nth: null,
});
const mark = (start: number, end: number, what: Mark["what"] = "quote"): Mark => ({ start, end, what, bearing: "strength", id: null, note: null, verdict: null });

describe("pieces of a paragraph", () => {
  const text = "The council’s “front door” 😀 works.";
  const start = 100;
  const at = (part: string) => {
    const from = start + byteLength(text.slice(0, text.indexOf(part)));
    return [from, from + byteLength(part)] as const;
  };

  it("join to the text again, whatever the marks", () => {
    const marks = [mark(...at("council’s")), mark(...at("s “front door” 😀"), "suggestion"), mark(0, 900, "finding"), mark(500, 600)];
    expect(piecesOf(paragraph(text, start), marks).map((piece) => piece.text).join("")).toBe(text);
  });
  it("carry the mark that matters most", () => {
    const marks = [mark(...at("“front door” 😀 works"), "suggestion"), mark(...at("front door"))];
    const pieces = piecesOf(paragraph(text, start), marks);
    expect(pieces.find((piece) => piece.text === "front door")?.mark?.what).toBe("quote");
    expect(pieces.find((piece) => piece.text === "” 😀 works")?.mark?.what).toBe("suggestion");
  });
  it("tell a verdict behind a quotation and the mark that closes it", () => {
    const said = { ...mark(...at("front door"), "quotation"), verdict: "differs" as const };
    const pieces = piecesOf(paragraph(text, start), [said]);
    expect(pieces.map((piece) => piece.text).join("")).toBe(text);
    expect(pieces.filter((piece) => piece.said).map((piece) => piece.text)).toEqual(["”"]);
    const bare = { ...said, ...{ start: said.start, end: said.start + 5 } };
    expect(piecesOf(paragraph(text, start), [bare]).filter((piece) => piece.said).map((piece) => piece.text), "nothing closes it").toEqual(["front"]);
    expect(piecesOf(paragraph(text, start), [mark(...at("front door"), "quotation")]).some((piece) => piece.said), "nobody checked it").toBe(false);
  });
  it("are none for an empty text", () => {
    expect(piecesOf(paragraph("", start), [mark(0, 200)])).toEqual([]);
  });
  it("give the words of a span over two paragraphs", () => {
    const first = paragraph("It’s good.", 0);
    const second = paragraph("It’s quick.", byteLength(first.text) + 2);
    expect(wordsAt([first, second], { start: 7, end: second.start + 6 })).toBe("good. It’s");
  });
});
