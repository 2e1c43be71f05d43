import { expect, it } from "vitest";
import { peopleIn, samePerson } from "./people";

const names = (pasted: string) => peopleIn(pasted).names;

it("takes a name from each line, without bullets, numbers and empty lines", () => {
  expect(names("Cllr Ros Ferrier\r\n\r\n• Cllr Jo Marr\n 3. Zara Ahmed\n–  Dev Anand \n(4) Mary-Jane O’Neill\nJ. Smith")).toEqual(["Cllr Ros Ferrier", "Cllr Jo Marr", "Zara Ahmed", "Dev Anand", "Mary-Jane O’Neill", "J. Smith"]);
});
it("turns a name of an address book round, and leaves the address out", () => {
  expect(names("Ferrier, Ros <ros.ferrier@wexcombe.gov.uk>; 'Marr, Jo (Cllr)' <jo.marr@wexcombe.gov.uk>; \"Lloyd Jones, Huw\" <huw@wexcombe.gov.uk>")).toEqual(["Ros Ferrier", "Cllr Jo Marr", "Huw Lloyd Jones"]);
  expect(names("To: Zara Ahmed <zara@wexcombe.gov.uk>, Dev Anand<mailto:dev@wexcombe.gov.uk>")).toEqual(["Zara Ahmed", "Dev Anand"]);
  expect(names("Ahmed, Cllr Zara\nde Souza, Maria\nFERRIER, Ros")).toEqual(["Cllr Zara Ahmed", "Maria de Souza", "Ros FERRIER"]);
});
it("keeps a role that stands behind a name where it is", () => {
  expect(names("Ros Ferrier, Chair of Scrutiny\nCllr Marr, Leader")).toEqual(["Ros Ferrier, Chair of Scrutiny", "Cllr Marr, Leader"]);
});
it("leaves an office in brackets out", () => {
  expect(names("Smith, Jane (Children’s Services) <jane@wexcombe.gov.uk>")).toEqual(["Jane Smith"]);
});
it("takes the name from a row of a table", () => {
  expect(names("Cllr Ros Ferrier\tChair\tros@wexcombe.gov.uk\nros@wexcombe.gov.uk\tCllr Jo Marr")).toEqual(["Cllr Ros Ferrier", "Cllr Jo Marr"]);
});
it("parts names that stand in one line", () => {
  expect(names("Cllr Ros Ferrier, Cllr Jo Marr")).toEqual(["Cllr Ros Ferrier", "Cllr Jo Marr"]);
  expect(names("Ros Ferrier, Jo Marr, Zara Ahmed")).toEqual(["Ros Ferrier", "Jo Marr", "Zara Ahmed"]);
});
it("makes no name out of an address, and says which had none", () => {
  expect(peopleIn("ros.ferrier@wexcombe.gov.uk\n<jo@wexcombe.gov.uk>")).toEqual({ names: [], here: [], nameless: ["ros.ferrier@wexcombe.gov.uk", "<jo@wexcombe.gov.uk>"] });
});
it("takes nobody twice", () => {
  expect(peopleIn("Jo Marr\njo  marr\nZara Ahmed", ["zara ahmed"])).toEqual({ names: ["Jo Marr"], here: ["zara ahmed"], nameless: [] });
  expect(names("Cllr Dev Anand\nDev  Anand")).toEqual(["Cllr Dev Anand"]);
});
it("knows who is listed already, with a title or without", () => {
  expect(peopleIn("Marr, Jo <jo@wexcombe.gov.uk>; Ahmed, Zara (Cllr) <zara@wexcombe.gov.uk>", ["Cllr Jo Marr"])).toEqual({ names: ["Cllr Zara Ahmed"], here: ["Cllr Jo Marr"], nameless: [] });
  expect(peopleIn("Councillor Ros Ferrier\nRos Ferrier", ["Cllr Ros Ferrier"]).here, "and says it once").toEqual(["Cllr Ros Ferrier"]);
});
it("takes nobody for another", () => {
  expect(samePerson("Mr J Smith", "Mrs J Smith")).toBe(false);
  expect(samePerson("Mr Smith", "Smith"), "a surname alone is too little").toBe(false);
  expect(samePerson("Jo Marr", "Joan Marr")).toBe(false);
});
it("takes a hundred names at once", () => {
  const hundred = Array.from({ length: 100 }, (_, index) => `Cllr Person ${String.fromCharCode(65 + (index % 26))}${"abcd"[Math.floor(index / 26)]}`);
  expect(names(hundred.join("\n"))).toEqual(hundred);
});
