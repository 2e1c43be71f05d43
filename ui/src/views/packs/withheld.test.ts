import { expect, it } from "vitest";
import type { Edition, PackForm, QuoteCard } from "../../desk/types";
import { columnsOf, holds, nextPack, sameWithheld, sectionsFor, toggled, whyAlways, withheldSaid } from "./withheld";

const ahmed: Edition = { audience: "all-members", recipient: "Cllr Ahmed", size: "normal" };
const outline = [{ id: "cover", heading: "Cover", page: 1 }, { id: "deadlines", heading: "What happens next", page: 2 }];

it("withholds a section and gives it again, and leaves no trace then", () => {
  const without = toggled(ahmed, "sections", "deadlines");
  expect(without.withheld).toEqual({ sections: ["deadlines"], quotes: [] });
  expect(toggled(without, "sections", "deadlines")).toEqual(ahmed);
});
it("keeps the reason for what is still withheld, and drops it with the last", () => {
  const without: Edition = { ...ahmed, withheld: { sections: ["deadlines"], quotes: ["q1"], exempt: [2] } };
  expect(toggled(without, "quotes", "q1").withheld).toEqual({ sections: ["deadlines"], quotes: [], exempt: [2] });
  expect(toggled(toggled(without, "quotes", "q1"), "sections", "deadlines")).toEqual(ahmed);
});
it("says what is withheld in words", () => {
  const of = (sections: string[], quotes: string[]) => withheldSaid({ ...ahmed, withheld: { sections, quotes } }, outline, ["q1", "q2"]);
  expect(of(["deadlines"], ["q1", "q2"])).toBe("without What happens next and 2 quotes");
  expect(of(["deadlines"], [])).toBe("without What happens next");
  expect(of(["deadlines", "lines-to-take"], ["q1"])).toBe("without What happens next, Lines to take and 1 quote");
  expect(of([], ["gone"]), "a quotation that is not in the pack is not missed").toBe("");
  expect(withheldSaid(ahmed, outline, [])).toBe("");
});
it("offers the sections of the edition, never the cover or the list of late items, and those withheld already", () => {
  expect(sectionsFor(toggled(ahmed, "sections", "then-and-now"), [{ id: "late-items", heading: "Late items", page: 1 }, ...outline])).toEqual([{ id: "deadlines", heading: "What happens next" }, { id: "then-and-now", heading: "Then and now" }]);
});
it("knows who is kept from the same", () => {
  const one: Edition = { ...ahmed, withheld: { sections: ["a", "b"], quotes: [] } };
  expect(sameWithheld(one, { ...ahmed, withheld: { sections: ["b", "a"], quotes: [] } })).toBe(true);
  expect(sameWithheld(one, ahmed)).toBe(false);
});
it("takes people and their sections to the next pack, and nothing of the papers", () => {
  const old = { id: "a", title: "T", meeting: "2027-01-14", sources: ["s"], quotes: ["q1"], notes: [], status: "final", followUps: [{ source: "s" }], editions: [{ ...ahmed, withheld: { sections: ["deadlines", "late-1"], quotes: ["q1"] } }, { ...ahmed, withheld: { sections: [], quotes: ["q1"] } }] } as unknown as PackForm;
  expect(nextPack(old, "b")).toEqual({ id: "b", title: "T", meeting: null, sources: [], quotes: [], notes: [], editions: [{ ...ahmed, withheld: { sections: ["deadlines"], quotes: [] } }, ahmed] });
});
it("tells why a section is in every copy, unless it is withheld already", () => {
  expect(whyAlways(ahmed, "sources")).toMatch(/could not be checked/);
  expect(whyAlways(ahmed, "deadlines")).toBe(null);
  expect(whyAlways(toggled(ahmed, "sections", "sources"), "sources"), "so that it can be given again").toBe(null);
});
it("puts the sections of all editions side by side, then the quotations", () => {
  const chair: Edition = { audience: "chair", recipient: null, size: "normal" };
  const outlines = { "all-members": outline, chair: [{ id: "questions", heading: "Questions", page: 1 }, { id: "deadlines", heading: "Deadlines", page: 2 }] };
  const form = { editions: [ahmed, chair], quotes: ["q1", "gone"] } as unknown as PackForm;
  const columns = columnsOf(form, outlines, [{ id: "q1", words: "Seen promptly", bearing: "strength" } as QuoteCard]);
  expect(columns.map(({ id }) => id), "as they are printed").toEqual(["questions", "deadlines", "q1"]);
  expect(columnsOf({ ...form, order: ["deadlines", "questions"] }, outlines, []).map(({ id }) => id), "in the pack’s own order").toEqual(["deadlines", "questions"]);
  expect([ahmed, chair].map((edition) => columns.map((column) => holds(column, edition, outlines)))).toEqual([[false, true, true], [true, true, true]]);
});
