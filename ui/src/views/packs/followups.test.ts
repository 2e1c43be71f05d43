import { expect, it } from "vitest";
import type { FollowUp, Mark, PackForm, Paragraph, Reading } from "../../desk/types";
import { areasOf, knownOf, ownerOf, ownerSaid, strays, withSaid } from "./followups";

const words = "The timeliness of return home interviews, and how what children say informs plans.";
const known = (finding: string, source = "letter"): FollowUp => ({ source, finding, owner: "dcs", due: null, state: null, note: null });

it("lists what is to be improved, priority actions first, and no strengths", () => {
  const paragraphs = [{ text: "Record decisions.", start: 0, page: 2 }, { text: "Act at once.", start: 19, page: 3 }, { text: "Praise.", start: 33, page: 3 }] as Paragraph[];
  const mark = (start: number, end: number, what: Mark["what"], bearing: Mark["bearing"]) => ({ start, end, what, bearing }) as Mark;
  const reading = { paragraphs, marks: [mark(0, 17, "finding", "improve"), mark(19, 31, "finding", "priority"), mark(33, 40, "finding", "strength"), mark(0, 17, "suggestion", "improve")] } as Reading;
  expect(areasOf(reading)).toEqual([{ words: "Act at once.", priority: true, page: 3 }, { words: "Record decisions.", priority: false, page: 2 }]);
});
it("knows an area by its first words, and takes the one that names most of them", () => {
  const list = [known("The timeliness"), known("the timeliness of return-home interviews"), known("The timeliness", "other")];
  expect(knownOf(list, "letter", words)).toBe(list[1]);
  expect(knownOf(list, "letter", "Something else")).toBeUndefined();
});
it("keeps what is said of an area, in its place, until nothing is left", () => {
  const one = withSaid([], "letter", words, { owner: "dcs" });
  expect(one).toEqual([known(words)]);
  const two = withSaid([known("The timeliness"), known("Recording")], "letter", words, { state: "done" });
  expect(two.map(({ finding, state }) => [finding, state]), "the words it was known by stay").toEqual([["The timeliness", "done"], ["Recording", null]]);
  expect(withSaid(one, "letter", words, { owner: null })).toEqual([]);
  expect(withSaid([], "letter", words, { due: null })).toEqual([]);
});
it("names follow-ups that fit nothing, once their document is read", () => {
  const form = { sources: ["letter", "report"], followUps: [known("Fostering"), known("The timeliness"), known("Adoption", "gone"), known("Not read yet", "report")] } as unknown as PackForm;
  expect(strays(form, new Map([["letter", [{ words, priority: false, page: 1 }]]])).map(({ finding }) => finding)).toEqual(["Fostering", "Adoption"]);
});
it("keeps a role by its id and shows what it is called here", () => {
  const roles = [{ id: "dcs", usual: "Director of Children’s Services", name: "" }, { id: "lead-member", usual: "Cabinet Member", name: "Executive Member" }];
  expect(ownerOf("executive member ", roles)).toBe("lead-member");
  expect(ownerSaid("lead-member", roles)).toBe("Executive Member");
  expect(ownerOf("Jane Smith", roles)).toBe("Jane Smith");
  expect(ownerOf("", roles)).toBeNull();
  expect(ownerSaid(null, roles)).toBe("");
});
