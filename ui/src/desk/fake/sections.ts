// The sections of the invented pack, by audience, as its form arranges them.
import type { PackForm, RoleName } from "../types";

type Section = { id: string; heading: string; newPage: boolean; words: string[] };
type Kind = Omit<Section, "words">;

const section = (id: string, heading: string, newPage = false): Kind => ({ id, heading, newPage });
const [glance, said, improve, before, publicly, questions, lines, sources] = [
  section("at-a-glance", "At a glance"), section("inspectors-said", "What inspectors said", true), section("areas-to-improve", "Areas to improve"), section("then-and-now", "Then and now"),
  section("said-publicly", "What was said in public"), section("questions", "Questions for the meeting", true), section("lines-to-take", "Lines to take"), section("sources", "Quotations and sources"),
] as const;
const templates: Record<string, Kind[]> = {
  "cabinet-member": [glance, improve, said, before, publicly, questions, lines, sources],
  "young-people": [{ ...glance, heading: "The short version" }, { ...said, heading: "Good things" }, improve, questions, sources],
};
const usual = [glance, said, improve, before, publicly, questions, sources];

/** What the sections say, by the document a pack is about. */
const visit: Record<string, string[]> = {
  "at-a-glance": ["Inspectors visited the front door on 1 and 2 September 2026. They found decisions that are quick and thoughtful, and two things that must improve. A focused visit gives no grades."],
  "areas-to-improve": ["1  The timeliness of return home interviews, and how what children say in them informs safety plans.", "2  The recording by managers of why they agree or change a decision."],
  "then-and-now": ["In March 2022 inspectors asked for better records of managers’ decisions. In September 2026 they still do."],
  "said-publicly": ["A press release of 16 September 2026 quotes the letter three times: twice in its own words, and once with a word put in. A fourth quotation is not in the letter."],
  questions: ["1  How many return home interviews in the last quarter were held within three days, and what changed for a child because of one?", "Who could answer: {dcs}", "2  When a manager changes a decision, where would we find the reason, and who checks?", "Who could answer: {psw}"],
  "lines-to-take": ["Decisions are made on the day, and inspectors said so. Return home interviews are not yet quick enough."],
};
const elsewhere: Record<string, string[]> = {
  "at-a-glance": ["Inspectors were in Harrowdene from 9 to 13 June 2025 and judged its services inadequate. Their words show what to look for at home."],
  "areas-to-improve": ["The part of the report that is in the library lists nothing that is to improve."],
  "then-and-now": ["No earlier inspection of Harrowdene is in the library."],
  "said-publicly": ["Nothing that was said of it in public is in the library."],
  questions: ["1  How would we know if children here were left at risk of harm?", "Who could answer: {dcs}", "2  Which of our own checks would have found it first?", "Who could answer: {psw}"],
  "lines-to-take": ["We read what inspectors find elsewhere, and check whether it could happen here."],
};
const titles: Record<string, string> = {
  letter: "Ofsted, focused visit to Wexcombe children’s services (letter), 15 September 2026.", press: "Wexcombe Council, press release, 16 September 2026.",
  report2022: "Ofsted, inspection of Wexcombe local authority children’s services (report), 7 to 18 March 2022.", report2016: "Ofsted, inspection of services in Wexcombe (report), 30 January 2017.",
  young: "Ofsted, what inspectors told young people in Wexcombe, undated.", harrowdene: "Ofsted, inspection of Harrowdene local authority children’s services (report), 22 July 2025.", pasted: "“We will not rest,” says opposition leader, news story, September 2026.",
};
function wordsOf(id: string, { sources = [], late = [] }: PackForm): string[] {
  const paper = sources.filter((source) => !late.some((item) => item.sources.includes(source)));
  if (id === "sources") return paper.flatMap((source) => titles[source] ?? []).map((title, index) => `${index + 1}  ${title}`);
  return (paper.includes("harrowdene") && !paper.includes("letter") ? elsewhere : visit)[id] ?? [];
}

const stays = (id: string) => ["at-a-glance", "sources"].includes(id);

/** What a role is called: as the pack says, or else the office, or else the template. */
function called(id: string, own: PackForm["roles"], roles: RoleName[]): string {
  const known = roles.find((role) => role.id === id);
  return own?.find((role) => role.id === id)?.name.trim() || known?.name || known?.usual || id;
}

/** The sections of an edition: those that are named take one another’s places, and those left out are not there. */
export function sectionsOf(form: PackForm, edition: number, roles: RoleName[]): Section[] {
  const { editions, order = [], leftOut = [], roles: own } = form;
  const there = (templates[editions[edition]?.audience ?? ""] ?? usual).filter(({ id }) => stays(id) || !leftOut.includes(id));
  const moving = there.filter(({ id }) => !stays(id) && order.includes(id));
  const inOrder = moving.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const named = (words: string) => words.replace(/\{([a-z-]+)\}/g, (_, id: string) => called(id, own, roles));
  return there.map((each) => inOrder[moving.indexOf(each)] ?? each).map((each) => ({ ...each, words: wordsOf(each.id, form).map(named) }));
}

/** Ids that are arranged and that no edition has. */
export function unknownOf({ editions, order = [], leftOut = [] }: PackForm): string[] {
  const known = editions.flatMap(({ audience }) => (templates[audience] ?? usual).map(({ id }) => id));
  return [...new Set([...order, ...leftOut])].filter((id) => !known.includes(id));
}
