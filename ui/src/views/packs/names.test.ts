import { expect, it } from "vitest";
import { namesIn, sameName } from "./names";

it("knows who is listed already, with a title or without", () => {
  expect(namesIn("Marr, Jo <jo@wexcombe.gov.uk>; Ahmed, Zara (Cllr) <zara@wexcombe.gov.uk>\nclerk@wexcombe.gov.uk", ["Cllr Jo Marr"])).toEqual({ fresh: ["Cllr Zara Ahmed"], here: ["Cllr Jo Marr"], nameless: ["clerk@wexcombe.gov.uk"] });
  expect(namesIn("Councillor Ros Ferrier\nRos Ferrier", ["Cllr Ros Ferrier"]).here, "and says it once").toEqual(["Cllr Ros Ferrier"]);
});
it("takes nobody twice who is pasted twice", () => {
  expect(namesIn("Cllr Dev Anand\nDev  Anand", []).fresh).toEqual(["Cllr Dev Anand"]);
});
it("takes nobody for another", () => {
  expect(sameName("Mr J Smith", "Mrs J Smith")).toBe(false);
  expect(sameName("Mr Smith", "Smith"), "a surname alone is too little").toBe(false);
  expect(sameName("Jo Marr", "Joan Marr")).toBe(false);
});
