import { expect, test } from "vitest";
import type { QuoteCard } from "../../desk/types";
import { groupsOf } from "./groups";

const card = (id: string, more: Partial<QuoteCard> = {}): QuoteCard => ({
  id, source: "letter", sourceTitle: "The letter", authority: "Wexcombe", words: "w", bearing: "strength", citation: "", note: null, edits: [], shown: [], weight: null,
  speaker: "Inspectors", themes: [], verdict: null, primary: null, usedIn: [], altered: false, now: null, ...more,
});
const titles = (...args: Parameters<typeof groupsOf>) => groupsOf(...args).map(({ title, quotes }) => `${title}: ${quotes.map(({ id }) => id).join(" ")}`);

test("tags and weights keep their own order, and what nobody weighed comes last", () => {
  const quotes = [card("a", { bearing: "context" }), card("b", { weight: "could" }), card("c", { weight: "must", bearing: "improve" })];
  expect(titles(quotes, "tag")).toEqual(["Strength: b", "To improve: c", "Context: a"]);
  expect(titles(quotes, "weight")).toEqual(["Must: c", "Could: b", "Not weighed yet: a"]);
});

test("names stand by the alphabet, and what is not known is said and comes last", () => {
  const quotes = [card("a", { authority: null, speaker: null }), card("b", { authority: "Wexcombe", themes: ["Front door"] }), card("c", { authority: "Harrowdene" })];
  expect(titles(quotes, "council")).toEqual(["Harrowdene: c", "Wexcombe: b", "Council not known: a"]);
  expect(titles(quotes, "speaker")).toEqual(["Inspectors: b c", "Speaker not known: a"]);
  expect(titles(quotes, "theme")).toEqual(["Front door: b", "No theme found: a c"]);
});

test("two documents of one title are two groups", () => {
  expect(titles([card("a"), card("b", { source: "other" })], "document")).toEqual(["The letter: a", "The letter: b"]);
});
