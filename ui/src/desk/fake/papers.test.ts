import { expect, test } from "vitest";
import { wordsAt } from "../../text/pieces";
import { FakeLibrary } from "./library";
import { papers } from "./papers";
import { markedIn } from "./pictures";
import { datedOf } from "./printed";
import { readingOf } from "./reading";

test("every mark lies on its words, and every value stands where it is said to have been read", () => {
  for (const paper of papers) {
    const { marks, paragraphs } = readingOf(paper);
    expect(marks.map((mark) => wordsAt(paragraphs, mark)), paper.row.fileName).toEqual(paper.marks.map(({ words }) => words));
    for (const { field, words, context = words, page = null, value } of paper.facts.filter(({ value }) => value !== null))
      expect(paragraphs.some((each) => each.text.includes(context!) && each.page === page), `${paper.row.fileName}: ${field} ${value}`).toBe(true);
  }
});

test("what was checked of a press release is cited where the letter has it", () => {
  for (const { text, verdict, sentence, document, page, paragraph, citation } of papers.flatMap(({ said }) => said).filter(({ sentence }) => sentence)) {
    const letter = papers.find(({ row }) => row.fileName === document)!;
    const home = readingOf(letter).paragraphs.find((each) => each.text.includes(sentence!));
    expect([home?.page, home?.number, citation]).toEqual([page, paragraph, `${datedOf(letter.row)}, para ${paragraph}, p. ${page}`]);
    if (verdict === "exact") expect(sentence!.toLowerCase()).toContain(text.toLowerCase());
  }
});

test("what the lists say of an inspection is what its facts say", () => {
  const library = new FakeLibrary("");
  for (const { row, facts } of papers) {
    const value = (field: string) => facts.find((fact) => fact.field === field)?.value;
    for (const [field, listed] of [["published", row.published], ["inspected", row.inspected?.replace("/", " to ")], ["authority", row.authority]] as const)
      if (value(field) !== undefined) expect(value(field), `${row.fileName}: ${field}`).toBe(listed);
    expect(row.overall, row.fileName).toBe(row.judgements.find(({ area }) => area === "overall")?.words ?? null);
  }
  expect(library.about().toCheck).toBe(library.sources().reduce((sum, { id }) => sum + library.reading(id).facts.filter(({ fact }) => fact?.confidence === "check").length, 0));
  library.confirm("report2016", "judgement:children-in-care", "Good");
  expect(library.sources().find(({ id }) => id === "report2016")?.judgements.every(({ confidence }) => confidence === "sure")).toBe(true);
});

test("words of a value are marked whatever their letters, and over the end of a row", () => {
  expect(markedIn(["Inspectors looked at the ‘front", "door’, and more."], "‘Front door’")).toEqual([{ row: 0, from: 25, to: 31 }, { row: 1, from: 0, to: 5 }]);
  expect(markedIn(["Nothing of it."], "front door")).toEqual([]);
});
