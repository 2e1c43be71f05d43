import { expect, it } from "vitest";
import { rolesIn, rolesSaid, roleRows, withRole } from "./roles";

const known = [{ id: "dcs", usual: "Director of Children’s Services", name: "" }, { id: "lead-member", usual: "Cabinet Member for Children", name: "Executive Member" }];

it("shows what a role is usually called, what the office calls it, and what it is called here", () => {
  expect(roleRows(known, [{ id: "dcs", name: "Corporate Director" }])).toEqual([
    { id: "dcs", usual: "Director of Children’s Services", office: "", name: "Corporate Director" },
    { id: "lead-member", usual: "Cabinet Member for Children", office: "Executive Member", name: "" },
  ]);
});
it("loses no role that only the pack names", () => {
  expect(roleRows(known, [{ id: "youth-mayor", name: "Young Mayor" }]).at(-1)).toEqual({ id: "youth-mayor", usual: "Youth mayor", office: "", name: "Young Mayor" });
});
it("keeps a name, changes it, and forgets it when it is empty", () => {
  const named = withRole(withRole([], "dcs", "Director"), "lead-member", "Mayor");
  expect(withRole(named, "dcs", "Corporate Director ")).toEqual([{ id: "dcs", name: "Corporate Director " }, { id: "lead-member", name: "Mayor" }]);
  expect(withRole(named, "dcs", "  ")).toEqual([{ id: "lead-member", name: "Mayor" }]);
  expect(withRole([], "dcs", "")).toEqual([]);
});
it("calls roles here as the pack does, and else as the office does", () => {
  expect(rolesIn(known, [{ id: "dcs", name: " Director " }]).map(({ name }) => name)).toEqual(["Director", "Executive Member"]);
  expect(rolesSaid([{ id: "dcs", name: "Director " }, { id: "x", name: " " }, { id: "y", name: "Mayor" }])).toBe("Director, Mayor");
});
