import { expect, it } from "vitest";
import { copyOf, moved, templateOf, textOf } from "./templates";

const text = JSON.stringify({
  id: "committee-chair", name: "Committee chair", title: "Chair’s briefing", kicker: "For the chair", roles: { dcs: "Director" },
  sections: ["at-a-glance", "questions"], headings: { "at-a-glance": "At a glance", questions: "Questions", glossary: "Words" },
  intros: { questions: "Each says who answers." }, bare_headings: { questions: "Likely questions" },
});

it("what a template could have stands after what it has", () => {
  const { sections } = templateOf(text);
  expect(sections.map((section) => [section.id, section.in])).toEqual([["at-a-glance", true], ["questions", true], ["glossary", false]]);
});

it("what is not edited stays as it is", () => {
  expect(JSON.parse(textOf(text, templateOf(text)))).toEqual({ ...JSON.parse(text), bare_intros: {} });
});

it("a section that is worded anew loses its other words, and one that is ticked comes in", () => {
  const template = templateOf(text);
  template.sections[1]!.heading = "What to ask ";
  template.sections[2]!.in = true;
  const written = JSON.parse(textOf(text, template));
  expect(written.headings.questions).toBe("What to ask");
  expect(written.bare_headings).toEqual({});
  expect(written.sections).toEqual(["at-a-glance", "questions", "glossary"]);
});

it("a copy has a name and an id of its own and asks what the original asks", () => {
  const first = JSON.parse(copyOf(text, [{ id: "committee-chair", name: "Committee chair" }]));
  expect([first.id, first.name, first.like]).toEqual(["committee-chair-our-own", "Committee chair, our own", "committee-chair"]);
  const second = JSON.parse(copyOf(JSON.stringify(first), [first]));
  expect(second.like).toBe("committee-chair");
  expect(JSON.parse(copyOf(text, [first])).id).toBe("committee-chair-our-own-2");
});

it("the first section does not move up", () => {
  const { sections } = templateOf(text);
  expect(moved(sections, 0, -1)).toBe(sections);
  expect(moved(sections, 0, 1).map(({ id }) => id)).toEqual(["questions", "at-a-glance", "glossary"]);
});
