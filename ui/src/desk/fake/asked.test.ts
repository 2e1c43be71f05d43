import { expect, test } from "vitest";
import { anything } from "../../text/shelf";
import type { InspectionRow } from "../types";
import { askedOf, choicesOf, papersOf, wantedOf } from "./asked";
import { inspectionsOf } from "./inspections";
import { FakeLibrary } from "./library";

const sources = new FakeLibrary("").sources();
const all = inspectionsOf(sources, true);
const ids = (inspections: InspectionRow[]) => inspections.flatMap(({ papers }) => papers.map(({ source }) => source));

test("a kind asks for documents, everything else for inspections", () => {
  expect(ids(wantedOf(all, { ...anything, kind: "press-release" }))).toEqual(["press"]);
  expect(ids(wantedOf(all, { ...anything, theme: "Front door and decision-making", council: "Wexcombe" }))).toContain("press");
  expect(ids(wantedOf(all, { ...anything, council: "–" }))).toEqual(sources.filter(({ authority }) => authority === null).map(({ id }) => id));
});

test("every choice but “not known” is answered by something", () => {
  const choices = choicesOf(all);
  for (const name of ["council", "kind", "framework", "year", "theme"] as const)
    for (const { value } of choices[name]) expect(wantedOf(all, { ...anything, [name]: value }).length, `${name} ${value}`).toBeGreaterThan(0);
  const years = choices.year.map(({ value }) => value).filter((value) => value !== "–");
  expect(years, "the newest first").toEqual(years.toSorted().reverse());
});

test("no more is given than is asked for, and all is counted", () => {
  const reply = askedOf(sources, { check: false, wanted: anything, most: 1, chosen: ["letter", "gone"] }, false);
  expect([reply.inspections.length, reply.total, reply.chosen]).toEqual([1, all.length, ["letter"]]);
  expect(reply.councils[0]?.documents).toBe(sources.filter(({ authority }) => authority === reply.inspections[0]!.authority).length);
  expect(papersOf(sources, { newest: true, most: 2 }, () => 0).total).toBe(sources.length);
});

test("documents come in the order they are named, and as they came in", () => {
  const named = papersOf(sources, { ids: ["press", "gone", "letter"], most: 9 }, () => 0);
  expect(named.sources.map(({ id }) => id)).toEqual(["press", "letter"]);
  expect(papersOf(sources, { since: 5, most: 9 }, (id) => (id === "press" ? 5 : 4)).sources.map(({ id }) => id)).toEqual(["press"]);
});
