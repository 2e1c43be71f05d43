import { expect, it } from "vitest";
import type { PackForm, QuoteCard } from "../../desk/types";
import { fieldOf, pageOf } from "./whereabouts";

const texts = ["The cover of a pack", "“Decisions about next\nsteps are made on the day” says the letter", "Questions"];
const form = { title: "The cover of a pack", committee: null, quotes: ["q1"], notes: [{ section: "questions", text: "The Director can answer all three" }], editions: [{ audience: "chair", recipient: "Cllr Ros Ferrier", size: "normal" }] } as unknown as PackForm;
const cards = [{ id: "q1", words: "Decisions about next steps are made on the day and explain clearly why" }, { id: "q2", words: "Decisions" }] as unknown as QuoteCard[];
const outline = [{ id: "cover", heading: "Cover", page: 1 }, { id: "inspectors-said", heading: "What inspectors said", page: 2 }, { id: "sources", heading: "Sources", page: 3 }];

it("finds the page of words over line ends and quotation marks", () => {
  expect(pageOf("Decisions about next steps are made", texts)).toBe(2);
  expect(pageOf("Nothing of the kind stands there", texts)).toBeNull();
  expect(pageOf("a", texts), "a letter stands everywhere").toBeNull();
});
it("leads from a line of a page to what made it", () => {
  const of = (words: string, page: number) => fieldOf(words, page, form, cards, outline);
  expect(of("steps are made on the day", 2)).toBe("quote-q1");
  expect(of("Strength: “Decisions about next steps", 2)).toBe("quote-q1");
  expect(of("can answer all three", 3)).toBe("note-questions");
  expect(of("The cover of", 1)).toBe("field-title");
  expect(of("For: Cllr Ros Ferrier", 1)).toBe("recipient-0");
  expect(of("", 2)).toBe("part-quotes");
  expect(of("", 3)).toBe("part-sources");
});
it("leads from the pages of late items to them, and from the cover behind their list to the meeting", () => {
  const late = [{ id: "late-items", heading: "Late items", page: 1 }, { id: "inspectors-said", heading: "What inspectors said", page: 3 }, { id: "late-1", heading: "Late item: a note", page: 5 }];
  const of = (page: number) => fieldOf("", page, form, cards, late);
  expect([1, 2, 3, 5, 6].map(of)).toEqual(["part-late", "part-meeting", "part-quotes", "section-late-1", "section-late-1"]);
});
