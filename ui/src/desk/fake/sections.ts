// The sections of the invented pack, by audience, as its form arranges them.
import type { PackForm, RoleName } from "../types";
import { daysSaid, visitedSaid } from "./days";
import { citedOf, namedOf, type PackPapers, papersIn, type Printed, type Shelf } from "./printed";
import { isOwn } from "./reading";
import { capital, counted, number } from "./wording";

type Section = { id: string; heading: string; newPage: boolean; words: string[] };
type Kind = Omit<Section, "words">;

const section = (id: string, heading: string, newPage = false): Kind => ({ id, heading, newPage });
const [glance, said, improve, before, publicly, questions, lines, sources] = [
  section("at-a-glance", "At a glance"), section("inspectors-said", "What inspectors said", true), section("areas-to-improve", "Areas to improve"), section("then-and-now", "Then and now"),
  section("said-publicly", "What was said in public"), section("questions", "Questions for the meeting", true), section("lines-to-take", "Likely questions and lines to take"), section("sources", "Quotations and sources"),
] as const;
const templates: Record<string, Kind[]> = {
  "cabinet-member": [glance, improve, said, before, publicly, questions, lines, sources],
  "all-members": [glance, said, improve, before, publicly, { ...questions, heading: "Questions members may wish to ask" }, sources],
  "young-people": [{ ...glance, heading: "The short version" }, { ...said, heading: "Good things" }, { ...improve, heading: "Things that need to get better" }, { ...questions, heading: "Questions you can ask" }, { ...sources, heading: "Where this comes from" }],
};
const usual = [glance, said, improve, before, publicly, questions, sources];

/** What is asked at the meeting, by the document a pack is about. */
const asked: Record<string, string[]> = {
  letter: ["1  How many return home interviews in the last quarter were held within three days, and what changed for a child because of one?", "Who could answer: {dcs}", "2  When a manager changes a decision, where would we find the reason, and who checks?", "Who could answer: {psw}"],
  harrowdene: ["1  How would we know if children here were left at risk of harm?", "Who could answer: {dcs}", "2  Which of our own checks would have found it first?", "Who could answer: {psw}"],
};
const always = ["1  What has changed for children since, and how do we know?", "Who could answer: {dcs}", "2  Which of these findings would inspectors make again today?", "Who could answer: {psw}"];
const likely: Record<string, string[]> = {
  letter: ["1  Why do return home interviews come too late, and when will that change?", "2  Why do managers not always record why a decision was made?"],
  harrowdene: ["1  Could what inspectors found in Harrowdene happen here?"],
};

/** What inspectors did and found, facts only. */
function found({ row, theme, mark, findings }: Printed, council: string): string {
  const came = row.inspected ? `Inspectors came to ${council} ${visitedSaid(row.inspected)}${mark("inspected")}${theme ? ` and looked at ${theme}${mark("theme")}` : ""}.` : `This pack is about the ${citedOf(row)}.`;
  const overall = row.judgements.find(({ area }) => area === "overall");
  const graded = [overall, ...row.judgements.filter(({ words }) => words !== overall?.words)].flatMap((each) => (each ? `${each.label}: “${each.words}”${mark(`judgement:${each.area}`)}.` : []));
  const grades = row.sourceKind === "letter" ? "A focused visit looks at one part of the service and gives no grades." : graded.join(" ");
  const lists = findings.length ? `The ${row.sourceKind} lists ${counted(findings.length, "area to improve", "areas to improve")}.` : "";
  return [came, grades, lists].filter(Boolean).join(" ");
}

/** What was asked for before, beside what is said now. */
function since({ papers, subject, council }: PackPapers): string {
  const earlier = papers.find((paper) => paper !== subject && isOwn(paper.row));
  if (!subject || !earlier) return `No earlier inspection of ${council ?? "the council"} is in this pack.`;
  if (subject.id === "letter" && earlier.id === "report2022") return "In March 2022 inspectors asked for better records of managers’ decisions. In September 2026 they still do.";
  return earlier.findings.length ? `${capital(namedOf(earlier))} listed ${counted(earlier.findings.length, "area to improve", "areas to improve")}.` : `${capital(namedOf(earlier))} lists nothing that is to improve, as far as it is in the library.`;
}

const verdicts = { exact: "exact", punctuation: "different in punctuation only", differs: "different in words", "not-found": "not found in the report or letter", "no-source": "not checked, because no report or letter is here" } as const;
/** How the inspectors’ words fared in public. */
function tally({ papers, subject }: PackPapers): string | null {
  const said = papers.flatMap((paper) => (isOwn(paper.row) ? [] : paper.said)).map(({ verdict, document }) => (!subject ? "no-source" : document && !papers.some(({ row }) => row.fileName === document) ? "not-found" : verdict));
  if (!said.length) return null;
  const times = ["", "once", "twice"][said.length] ?? `${number(said.length)} times`;
  const parts = (Object.keys(verdicts) as (keyof typeof verdicts)[]).map((verdict) => [said.filter((each) => each === verdict).length, verdicts[verdict]] as const);
  return `Inspectors are quoted ${times} in public: ${parts.filter(([count]) => count).map(([count, words]) => `${number(count)} ${words}`).join(", ")}.`;
}

function wordsOf(id: string, pack: PackPapers): string[] {
  const { papers, subject, council } = pack;
  if (id === "sources") return papers.map(({ row, mark, unsure }, index) => `${index + 1}  ${citedOf(row, unsure)}${mark("published")}${isOwn(row) ? `: ${row.title}` : ""}. Published: ${row.published ? daysSaid(row.published) : unsure.includes("published") ? "not confirmed" : "not stated"}${mark("published")}.`);
  if (id === "said-publicly") return [tally(pack) ?? "Nothing that was said of it in public is in this pack."];
  if (!subject) return [];
  const words: Record<string, string[]> = {
    "at-a-glance": [found(subject, council ?? "the council")],
    "areas-to-improve": subject.findings.length ? subject.findings.map((finding, index) => `${index + 1}  ${finding}`) : ["The part of the report that is in the library lists nothing that is to improve."],
    "then-and-now": [since(pack)], questions: asked[subject.id] ?? always, "lines-to-take": likely[subject.id] ?? ["1  What has been done since?"],
  };
  return words[id] ?? [];
}

const stays = (id: string) => ["at-a-glance", "sources"].includes(id);

/** What a role is called: as the pack says, or else the office, or else the template. */
function called(id: string, own: PackForm["roles"], roles: RoleName[]): string {
  const known = roles.find((role) => role.id === id);
  return own?.find((role) => role.id === id)?.name.trim() || known?.name || known?.usual || id;
}

/** The sections of an edition: those that are named take one another’s places, and those left out are not there. */
export function sectionsOf(form: PackForm, edition: number, shelf: Shelf): Section[] {
  const { order = [], leftOut = [], roles: own } = form;
  const there = kindsOf(form, edition).filter(({ id }) => stays(id) || !leftOut.includes(id));
  const moving = there.filter(({ id }) => !stays(id) && order.includes(id));
  const inOrder = moving.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const named = (words: string) => words.replace(/\{([a-z-]+)\}/g, (_, id: string) => called(id, own, shelf.roles));
  const pack = papersIn(form, shelf);
  return there.map((each) => inOrder[moving.indexOf(each)] ?? each).map((each) => ({ ...each, words: wordsOf(each.id, pack).map(named) }));
}

/** The sections of an edition’s template; without a line of the manager’s own there is none to announce. */
export function kindsOf({ editions, notes }: PackForm, edition: number): Kind[] {
  const written = notes.some(({ section, text }) => section === lines.id && text.trim());
  return templateOf(editions[edition]?.audience ?? "").map((each) => (each.id === lines.id && !written ? { ...each, heading: "Likely questions" } : each));
}
/** The sections of a template, under its own headings. */
export const templateOf = (audience: string): Kind[] => templates[audience] ?? usual;

/** Ids that are arranged and that no edition has. */
export function unknownOf({ editions, order = [], leftOut = [] }: PackForm): string[] {
  const known = editions.flatMap(({ audience }) => templateOf(audience).map(({ id }) => id));
  return [...new Set([...order, ...leftOut])].filter((id) => !known.includes(id));
}
