import { expect, it } from "vitest";
import type { Edition, Late, PackForm, QuoteCard } from "../../desk/types";
import { besideLate, blank, isBare, isLate, papersOf, withLateMoved, withoutLate } from "./late";

const item = (reason: string, ...sources: string[]): Late => ({ ...blank(), reason, sources });
const person = (...sections: string[]): Edition => ({ audience: "committee-chair", recipient: null, size: "normal", ...(sections.length && { withheld: { sections, quotes: [] } }) });
const [a, b, c] = [item("a", "letter"), item("b", "press"), item("c")];
const reasons = ({ late = [] }: Pick<PackForm, "late">) => late.map(({ reason }) => reason).join("");
const kept = ({ editions }: { editions: Edition[] }) => editions.map(({ withheld }) => withheld?.sections.join(" "));

it("moves an item, and whoever may not see it may not see it in its new place", () => {
  const form = { late: [a, b, c], editions: [person(), person("late-1"), person("deadlines", "late-3", "late-2")] };
  const after = withLateMoved(form, 0, 2);
  expect(reasons(after)).toBe("bca");
  expect(kept(after)).toEqual([undefined, "late-3", "deadlines late-2 late-1"]);
  expect(kept(withLateMoved(after, 2, 0)), "there and back").toEqual(kept(form));
  expect(after.editions[0], "who sees everything is as before").toBe(form.editions[0]);
});
it("removes an item, and nothing else is shown or hidden by that", () => {
  const form = { late: [a, b, c], editions: [person("late-2"), person("late-1", "late-3"), person("questions")] };
  const after = withoutLate(form, 1);
  expect(reasons(after)).toBe("ac");
  expect(kept(after)).toEqual([undefined, "late-1 late-2", "questions"]);
  expect(after.editions[0], "where nothing is withheld any more, nothing is kept of it").not.toHaveProperty("withheld");
  expect(withoutLate({ late: [a], editions: [] }, 0).late, "no item is no list").toBeUndefined();
});
it("knows late items and the page that lists them by their ids", () => {
  expect(["late-items", "late-12", "late", "latest-news", "cover"].filter(isLate)).toEqual(["late-items", "late-12"]);
});
it("says what is good to know of a document of a late item", () => {
  const form = { late: [a, item("b", "letter", "press")], quotes: ["q1", "q2"], sources: ["letter"] };
  const cards = [{ id: "q1", source: "press" }, { id: "q2", source: "press" }, { id: "q3", source: "press" }] as QuoteCard[];
  expect(besideLate(form, 1, "press", cards)).toEqual(["2 quotes of this pack"]);
  expect(besideLate(form, 1, "letter", cards)).toEqual(["no quote of it in this pack", "also in late item 1", "leaves the paper and is printed only here"]);
});
it("knows an item that is only a reason, and every document of a pack", () => {
  expect([item("only"), item("with", "letter"), { ...blank(), text: "Words." }, { ...blank(), text: " " }].map(isBare)).toEqual([true, false, false, true]);
  expect(papersOf({ sources: ["letter", "press"], late: [item("a", "press", "young")] })).toEqual(["letter", "press", "young"]);
  expect(papersOf({ sources: ["letter"] })).toEqual(["letter"]);
});
