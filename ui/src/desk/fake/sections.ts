// The sections of the invented pack, by audience, as its form arranges them.
import type { PackForm, RoleName } from "../types";

type Section = { id: string; heading: string; newPage: boolean; words: string[] };

const section = (id: string, heading: string, newPage: boolean, ...words: string[]): Section => ({ id, heading, newPage, words });

const glance = section("at-a-glance", "At a glance", false, "Inspectors visited the front door on 1 and 2 September 2026. They found decisions that are quick and thoughtful, and two things that must improve. A focused visit gives no grades.");
const said = section("inspectors-said", "What inspectors said", true);
const improve = section("areas-to-improve", "Areas to improve", false, "1  The timeliness of return home interviews when children have been missing.", "2  Managers’ reasons when they agree or change a decision.");
const before = section("then-and-now", "Then and now", false, "In March 2022 inspectors asked for decisions on the day. In September 2026 they found them made on the day.");
const publicly = section("said-publicly", "What was said in public", false, "A press release of 16 September quotes the letter once, and not in its own words.");
const questions = section("questions", "Questions for the meeting", true, "1  How many return home interviews in the last quarter were held within three days, and what changed for a child because of one?", "Who could answer: {dcs}", "2  When a manager changes a decision, where would we find the reason, and who checks?", "Who could answer: {psw}");
const lines = section("lines-to-take", "Lines to take", false, "Decisions are made on the day, and inspectors said so. Return home interviews are not yet quick enough.");
const sources = section("sources", "Quotations and sources", false, "1  Ofsted, focused visit to Wexcombe children’s services (letter), 15 September 2026.");

const templates: Record<string, Section[]> = {
  "cabinet-member": [glance, improve, said, before, publicly, questions, lines, sources],
  "young-people": [{ ...glance, heading: "The short version" }, { ...said, heading: "Good things" }, improve, questions, sources],
};
const usual = [glance, said, improve, before, publicly, questions, sources];

const stays = (id: string) => ["at-a-glance", "sources"].includes(id);

/** What a role is called: as the pack says, or else the office, or else the template. */
function called(id: string, own: PackForm["roles"], roles: RoleName[]): string {
  const known = roles.find((role) => role.id === id);
  return own?.find((role) => role.id === id)?.name.trim() || known?.name || known?.usual || id;
}

/** The sections of an edition: those that are named take one another’s places, and those left out are not there. */
export function sectionsOf({ editions, order = [], leftOut = [], roles: own }: PackForm, edition: number, roles: RoleName[]): Section[] {
  const there = (templates[editions[edition]?.audience ?? ""] ?? usual).filter(({ id }) => stays(id) || !leftOut.includes(id));
  const moving = there.filter(({ id }) => !stays(id) && order.includes(id));
  const inOrder = moving.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const named = (words: string) => words.replace(/\{([a-z-]+)\}/g, (_, id: string) => called(id, own, roles));
  return there.map((each) => inOrder[moving.indexOf(each)] ?? each).map((each) => ({ ...each, words: each.words.map(named) }));
}

/** Ids that are arranged and that no edition has. */
export function unknownOf({ editions, order = [], leftOut = [] }: PackForm): string[] {
  const known = editions.flatMap(({ audience }) => (templates[audience] ?? usual).map(({ id }) => id));
  return [...new Set([...order, ...leftOut])].filter((id) => !known.includes(id));
}
