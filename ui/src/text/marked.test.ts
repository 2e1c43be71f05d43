import { expect, it } from "vitest";
import { marked } from "./marked";

const shown = (text: string, words: string) => marked(text, words).map((piece) => (piece.hit ? `[${piece.text}]` : piece.text)).join("");

it("marks what begins with a word looked for, whatever its case", () => {
  expect(shown("Children are seen. Their children’s plans too.", "children")).toBe("[Children] are seen. Their [children]’s plans too.");
  expect(shown("Their plans and planning", "plan their")).toBe("[Their] [plan]s and [plan]ning");
  expect(shown("The children’s plans", "children's")).toBe("The [children’s] plans");
  expect(shown("A grandchild", "child")).toBe("A grandchild");
  expect(shown("At Café Môr, cafes\u0301", "mor café")).toBe("At [Café] [Môr], [cafe]s\u0301");
});

it("takes signs in what is looked for for no pattern, and loses no letter", () => {
  for (const words of ["", "(", "a|b", "p. 2", "[x", "ß", "Şans"]) expect(marked("A (b) p. 2 [x] straße", words).map((piece) => piece.text).join(""), words).toBe("A (b) p. 2 [x] straße");
  expect(shown("A (b)", "(")).toBe("A (b)");
});
