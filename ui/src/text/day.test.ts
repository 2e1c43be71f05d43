import { describe, expect, it } from "vitest";
import { dayInWords, dayOf } from "./day";

describe("a day", () => {
  it("is read as a person types it", () => {
    for (const words of ["14 January 2027", "14 Jan 2027", "Thursday 14 January 2027", "14th January, 2027", "14/1/2027", "14.01.2027", "2027-01-14"]) expect(dayOf(words), words).toBe("2027-01-14");
  });
  it("is British: the day before the month", () => {
    expect(dayOf("3/4/2027")).toBe("2027-04-03");
  });
  it("is nothing when there is no such day", () => {
    for (const words of ["", "31 February 2027", "14 Smarch 2027", "next week", "14 January"]) expect(dayOf(words), words).toBeNull();
  });
  it("is said with its weekday, and read back the same", () => {
    expect(dayInWords("2027-01-14")).toBe("Thursday 14 January 2027");
    expect(dayOf(dayInWords("2027-01-14"))).toBe("2027-01-14");
  });
});
