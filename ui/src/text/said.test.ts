import { describe, expect, it } from "vitest";
import { dateSaid, fileNameOf, many, sizeSaid, unbroken, unbrokenDate, verdictBearing, verdictName, verdictSaid, yearOf } from "./said";

describe("dates", () => {
  it("are said as a person writes them", () => {
    expect(dateSaid("2026-09-15")).toBe("15 September 2026");
    expect(dateSaid("2023-07"), "a partial date stays partial").toBe("July 2023");
    expect(dateSaid("2012")).toBe("2012");
    expect(dateSaid("2026-09-01/2026-09-02")).toBe("1 to 2 September 2026");
    expect(dateSaid("2016-11-07/2016-12-01")).toBe("7 November to 1 December 2016");
    expect(dateSaid("2025-12-15/2026-01-09")).toBe("15 December 2025 to 9 January 2026");
    expect(dateSaid("2026-11-22T02:45:01Z")).toBe("22 November 2026");
    expect(dateSaid(null)).toBe("");
  });
  it("that are already words stay as they are", () => {
    expect(dateSaid("1 to 2 September 2026")).toBe("1 to 2 September 2026");
  });
  it("give the year they end in", () => {
    expect(yearOf("2025-12-15/2026-01-09")).toBe("2026");
    expect(yearOf("1 to 2 September 2026")).toBe("2026");
    expect(yearOf(null)).toBeNull();
  });
});

describe("verdicts", () => {
  it("are told by a sign and a word, not by their colour alone", () => {
    expect(verdictSaid("differs")).toBe("≠ Words differ");
    expect(verdictBearing("differs")).toBe("priority");
    const all = Object.keys(verdictName) as (keyof typeof verdictName)[];
    expect(new Set(all.map(verdictSaid)).size).toBe(all.length);
  });
});

describe("counts and names", () => {
  it("agree in number", () => {
    expect(many(1, "quote")).toBe("1 quote");
    expect(many(0, "quote")).toBe("0 quotes");
    expect(many(2, "inquiry", "inquiries")).toBe("2 inquiries");
  });
  it("say sizes and file names", () => {
    expect(sizeSaid(204_300)).toBe("204 kB");
    expect(fileNameOf("C:\\Papers\\letter.pdf")).toBe("letter.pdf");
  });
});

describe("a citation", () => {
  it("keeps its numbers with the word before them", () => {
    expect(unbrokenDate("30 November to 2 December 2026")).toBe("30\u00a0November to 2\u00a0December\u00a02026");
    expect(unbroken("Ofsted, 15 September 2026, para 6, p. 2")).toBe("Ofsted, 15 September 2026, para\u00a06, p.\u00a02");
    expect(unbroken("paras 3 and 4 counted from the top")).toBe("paras\u00a03 and 4 counted from the top");
  });
});
