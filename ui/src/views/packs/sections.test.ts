import { expect, it } from "vitest";
import { arranged } from "./order";
import { leftOutSaid, movingIn, neighbourOf, rowsOf, straysOf, tidy, withMoved, without, withOut, withPlaced } from "./sections";

const outline = (...ids: string[]) => ids.map((id, page) => ({ id, heading: id.toUpperCase(), page: page + 1 }));
const chair = outline("cover", "at-a-glance", "contents", "judgements", "said", "improve", "questions", "deadlines", "glossary", "sources");
const cabinet = outline("cover", "at-a-glance", "contents", "judgements", "deadlines", "said", "improve", "lines", "glossary", "sources");
const both = { chair, cabinet };
const ids = (sections: { id: string }[]) => sections.map(({ id }) => id);
const printed = (template: typeof chair, form: Parameters<typeof arranged>[1]) => ids(arranged(template, form)).filter((id) => !["cover", "contents"].includes(id));

it("lets those that are named take one another’s places, as the desk does", () => {
  expect(printed(chair, { order: ["deadlines", "judgements"] })).toEqual(["at-a-glance", "deadlines", "said", "improve", "questions", "judgements", "glossary", "sources"]);
  expect(printed(chair, { order: ["sources", "at-a-glance"], leftOut: ["sources", "said"] }), "what is fixed stays").toEqual(["at-a-glance", "judgements", "improve", "questions", "deadlines", "glossary", "sources"]);
});
it("lists the edition in view as it is printed, and the others’ sections behind what they follow", () => {
  expect(ids(rowsOf(both, "chair", {}))).toEqual(["at-a-glance", "judgements", "said", "improve", "lines", "questions", "deadlines", "glossary", "sources"]);
  expect(rowsOf(both, "chair", {}).find(({ id }) => id === "lines")).toEqual({ id: "lines", heading: "LINES", out: false, fixed: null, audiences: ["cabinet"] });
  expect(rowsOf({}, "chair", {})).toEqual([]);
});
it("keeps what is left out in its place, so that it can be put back", () => {
  const rows = rowsOf(both, "chair", { leftOut: ["improve", "sources"] });
  expect(ids(rows)).toEqual(ids(rowsOf(both, "chair", {})));
  expect(ids(rows.filter(({ out }) => out)), "the sources cannot be left out").toEqual(["improve"]);
});
it("moves a section past its neighbour, and names only those two", () => {
  expect(withMoved(both, "chair", {}, "improve", -1)).toEqual({ order: ["improve", "said"], leftOut: undefined });
  expect(withMoved(both, "cabinet", {}, "deadlines", 1).order).toEqual(["said", "deadlines"]);
});
it("moves past the neighbour in the edition in view, over what only others have", () => {
  const { order } = withMoved(both, "chair", {}, "questions", -1);
  expect(printed(chair, { order })).toEqual(["at-a-glance", "judgements", "said", "questions", "improve", "deadlines", "glossary", "sources"]);
  expect(printed(cabinet, { order }), "the other edition is as it was").toEqual(printed(cabinet, {}));
  expect(neighbourOf(rowsOf(both, "chair", {}), "chair", "lines", 1), "the chair has no lines to take").toBeNull();
});
it("puts a dragged section where another stands, as if it had been moved there step by step", () => {
  for (const audience of ["chair", "cabinet"])
    for (const id of ids(movingIn(rowsOf(both, audience, {}), audience)))
      for (const by of [1, -1] as const) {
        let [stepped, past] = [{}, null as string | null];
        for (let next = neighbourOf(rowsOf(both, audience, {}), audience, id, by); next; next = neighbourOf(rowsOf(both, audience, {}), audience, next, by)) {
          stepped = withMoved(both, audience, stepped, id, by);
          past = next;
          const placed = withPlaced(both, audience, {}, id, past);
          expect(ids(movingIn(rowsOf(both, audience, placed), audience)), `${id} to ${past}`).toEqual(ids(movingIn(rowsOf(both, audience, stepped), audience)));
        }
      }
  const form = { order: ["said", "judgements"] };
  expect(withPlaced(both, "chair", form, "said", "said"), "let go where it was").toBe(form);
});
it("stops where what is fixed begins", () => {
  expect(neighbourOf(rowsOf(both, "chair", {}), "chair", "judgements", -1)).toBeNull();
  expect(neighbourOf(rowsOf(both, "chair", {}), "chair", "deadlines", 1)).toBeNull();
  const form = { order: ["said", "judgements"] };
  expect(withMoved(both, "chair", form, "said", -1)).toBe(form);
});
it("is as in the template again when a section is moved there and back", () => {
  const there = withMoved({ chair }, "chair", {}, "deadlines", -1);
  expect(withMoved({ chair }, "chair", there, "deadlines", 1)).toEqual({ order: undefined, leftOut: undefined });
});
it("prints the edition in view exactly as its list says, whatever is moved in whichever edition", () => {
  let form: Parameters<typeof arranged>[1] = {};
  // A fixed walk through moves that a hand could make.
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  for (let turn = 0; turn < 400; turn += 1) {
    const audience = next(2) ? "chair" : "cabinet";
    const before = rowsOf(both, audience, form);
    const moving = before.filter(({ fixed }) => !fixed);
    const row = moving[next(moving.length)]!;
    if (next(6) === 0) {
      form = withOut(form, row.id, !row.out);
      continue;
    }
    const by = next(2) ? 1 : -1;
    const past = neighbourOf(before, audience, row.id, by);
    form = withMoved(both, audience, form, row.id, by);
    const rows = rowsOf(both, audience, form);
    expect(ids(rows).toSorted(), "nothing lost, nothing invented").toEqual(ids(before).toSorted());
    const shown = rows.filter((each) => !each.out && each.audiences.includes(audience));
    expect(ids(shown)).toEqual(printed(both[audience], form));
    const here = (list: typeof rows) => ids(list.filter((each) => !each.fixed && each.audiences.includes(audience)));
    const wanted = here(before).map((id) => (past === null ? id : id === row.id ? past : id === past ? row.id : id));
    expect(here(rows), "the two have changed places, and nothing else has").toEqual(wanted);
  }
});
it("leaves out, puts back and leaves no trace", () => {
  const out = withOut({}, "said", true);
  expect(out).toEqual({ order: undefined, leftOut: ["said"] });
  expect(withOut(out, "said", true), "once").toEqual(out);
  expect(withOut(out, "said", false)).toEqual({ order: undefined, leftOut: undefined });
  expect(tidy({ order: ["sources"], leftOut: ["glossary"] }), "what is fixed is not kept").toEqual({ order: undefined, leftOut: undefined });
});
it("says what is left out", () => {
  expect(leftOutSaid(rowsOf(both, "chair", {}), { leftOut: ["said", "then-and-now", "sources"] })).toBe("Left out: SAID; Then and now");
  expect(leftOutSaid([], {})).toBe("");
});
it("names what no edition has, and forgets it", () => {
  const form = { order: ["lines", "said"], leftOut: ["be-heard"] };
  expect(straysOf({ chair }, form)).toEqual([{ id: "lines", heading: "Lines" }, { id: "be-heard", heading: "Be heard" }]);
  expect(straysOf(both, { order: ["lines"] })).toEqual([]);
  expect(without(form, "lines")).toEqual({ order: ["said"], leftOut: ["be-heard"] });
});
