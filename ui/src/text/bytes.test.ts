import { describe, expect, it } from "vitest";
import { byteLength, bytesBefore, offsetOfByte } from "./bytes";

const encoder = new TextEncoder();
const texts = ["", "plain", "the council’s plan", "“Children are seen” – and heard… £5 é", "So 😀 happy 👩‍👧 today", "ends with 🎉", "naïve café"];

describe("bytes of a paragraph", () => {
  it("agree with the encoder at every character boundary", () => {
    for (const text of texts) {
      let offset = 0;
      for (const character of text) {
        expect(bytesBefore(text, offset), `${text} at ${offset}`).toBe(encoder.encode(text.slice(0, offset)).length);
        offset += character.length;
      }
      expect(byteLength(text)).toBe(encoder.encode(text).length);
    }
  });

  it("come back to the same place", () => {
    for (const text of texts) {
      let offset = 0;
      for (const character of text) {
        expect(offsetOfByte(text, bytesBefore(text, offset))).toBe(offset);
        offset += character.length;
      }
      expect(offsetOfByte(text, byteLength(text))).toBe(text.length);
    }
  });

  it("never cut a character in two", () => {
    const text = "a😀b";
    expect(bytesBefore(text, 2), "the middle of the surrogate pair is the pair’s beginning").toBe(1);
    for (const inside of [2, 3, 4]) expect(offsetOfByte(text, inside), `byte ${inside} is inside the emoji`).toBe(1);
    expect(offsetOfByte("the council’s", 12), "byte 12 is inside the apostrophe").toBe(11);
  });

  it("stay inside the text", () => {
    expect(bytesBefore("abc", 99)).toBe(3);
    expect(offsetOfByte("abc", 99)).toBe(3);
  });
});
