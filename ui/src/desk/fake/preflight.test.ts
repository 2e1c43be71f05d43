import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { PackForm } from "../types";
import { daysSaid, firstDayOf, visitedSaid, workingDaysBefore } from "./days";
import { FakeLibrary } from "./library";
import { preflight } from "./preflight";
import { sectionsOf } from "./sections";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-11-27T10:00:00Z") }));
afterEach(() => void vi.useRealTimers());

const library = new FakeLibrary("");
const around = () => ({ find: library.find, roles: library.settings.roles, cards: library.cards(), papers: library.papers, templates: library.templates });
const said = (form: PackForm) => preflight(form, around()).map(({ severity, message }) => `${severity}: ${message}`);
const form = (id: string, change: Partial<PackForm> = {}): PackForm => ({ ...structuredClone(library.form(id)), ...change });

test("every document of a pack with a fact that nobody confirmed is named", () => {
  expect(said(form("pack1"))).toEqual([
    "look: Not confirmed in wexcombe-focused-visit-2026.pdf, and left out of the pack: what the visit looked at.",
    "look: Not confirmed in inspectors-praise-quick-help.html, and left out of the pack: the date.",
    "look: “You are asked to” is empty in the Chair’s briefing.",
    "look: “Decisions needed, and by when” is empty in the Cabinet Member’s briefing.",
    "look: No line to take is written for the Cabinet Member’s briefing.",
  ]);
  expect(said(form("pack1", { acceptUnsure: true }))[0]).toMatch(/^look: Not confirmed in .*, and printed as unconfirmed: what the visit looked at\.$/);
});

test("a pack says nothing of the front door until that was confirmed", () => {
  const glance = (acceptUnsure: boolean) => sectionsOf(form("pack1", { acceptUnsure }), 0, around())[0]!.words[0]!;
  expect(glance(false)).toBe("Inspectors came to Wexcombe on 1 and 2 September 2026. A focused visit looks at one part of the service and gives no grades. The letter lists two areas to improve.");
  expect(glance(true)).toContain("and looked at the ‘front door’, including the multi-agency safeguarding hub (unconfirmed).");
});

test("a meeting that is over, or too close for five clear days, is told", () => {
  expect(said(form("pack2"))).toEqual([
    "look: The library holds a later visit than any of this pack: “Focused visit to Wexcombe children’s services”.", "look: The meeting is in the past.",
    "look: The quotations hold strengths and no concern; the report holds both.",
  ]);
  expect(said(form("pack1", { meeting: "2026-11-27" })).join()).toContain("papers for a public agenda had to be open by 19 November 2026.");
  expect(workingDaysBefore("2027-01-14", 6)).toBe("2027-01-06");
  expect(workingDaysBefore("2026-12-31", 6), "two bank holidays and a weekend").toBe("2026-12-21");
});

test("an altered quotation, a removed document and a character that no font has stop a pack", () => {
  const stops = said(form("pack1", { quotes: ["q1", "q5", "gone"], sources: ["letter", "away"], notes: [{ section: "questions", text: "Well done 😀" }] })).filter((each) => each.startsWith("stops"));
  expect(stops).toEqual([
    "stops: A document of this pack was removed from the library.", "stops: A quotation of this pack was removed.",
    "stops: “Thresholds are not consistently understood by partners.” is not what 50081234-wexcombe.pdf says at that place.",
    "stops: No font of the pack has “😀” (U+1F600), which stands under “Questions for the meeting”.",
  ]);
});

test("a pack that takes too long names what could go", () => {
  const [found] = preflight(form("pack1", { minutes: 1 }), around()).filter(({ check }) => check === "time");
  expect(found!.message).toBe("The Chair’s briefing takes about 2 minutes to read, and 1 minute was given.");
  expect(found!.quotes).toEqual(["q3"]);
});

test("days are said as the desk says them", () => {
  expect(["2026-09-01/2026-09-02", "2016-11-07/2016-12-01", "2025-12-30/2026-01-02", "2026-09", "2026-09-15"].map(daysSaid)).toEqual(["1 to 2 September 2026", "7 November to 1 December 2016", "30 December 2025 to 2 January 2026", "September 2026", "15 September 2026"]);
  expect(["2026-09-01/2026-09-02", "2022-03-07/2022-03-18", "2026-09"].map(visitedSaid)).toEqual(["on 1 and 2 September 2026", "from 7 to 18 March 2022", "in September 2026"]);
  expect(["15 September 2026", "September 2026", "2026", null].map(firstDayOf)).toEqual(["2026-09-15", "2026-09-01", "2026-01-01", ""]);
});
