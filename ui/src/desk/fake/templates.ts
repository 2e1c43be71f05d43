// Templates of the invented office, by the rules of the desk.
import type { Audience, TemplateRow } from "../types";
import { templateOf } from "./sections";

/** An audience as a list names it. */
export type Named = Pick<Audience, "id" | "name">;
/** Texts of the office’s own, by id. */
export type OwnTemplates = Record<string, string>;

type Shipped = { title: string; kicker: string; intros: Record<string, string>; part?: [id: string, label: string, prompt: string]; beHeard?: string };
/** First sentences that most templates of the program share. */
const intros = {
  "at-a-glance": "The main points, each taken from a document named in this briefing.",
  "inspectors-said": "Inspectors’ own words, with the paragraph and page where they stand.",
  "areas-to-improve": "What inspectors ask for, in their words.",
  "then-and-now": "What inspectors asked for at an earlier inspection or visit, beside what they say now.",
  "said-publicly": "Public statements about the council’s inspections. Inspectors’ words quoted in them are held against the report or letter.",
  sources: "Each numbered quotation with the document, page and paragraph it comes from, and a fingerprint of the file.",
  glossary: "What terms in this briefing mean.",
};
/** What the templates of the program are called, and what they ask the manager for on the first page. */
const shipped: Record<string, Shipped> = {
  "committee-chair": {
    title: "Chair’s briefing", kicker: "Briefing for the chair",
    intros: { ...intros, "inspectors-said": "Inspectors’ own words, strengths and concerns, with the paragraph and page where they stand.", questions: "Each line of enquiry says what prompts it, who should answer and what a full answer holds." },
    part: ["asked-to-do", "You are asked to", "Say what the committee is asked to do: note, comment, recommend, or set a date for the next report."],
  },
  "cabinet-member": {
    title: "Cabinet Member’s briefing", kicker: "Briefing for the Cabinet Member",
    intros: {
      ...intros,
      "areas-to-improve": "What inspectors ask for, in their words, and since when; who is to do what by when, where the manager stated it.",
      "said-publicly": "What has been said in public. Inspectors’ words quoted there are held against the report or letter, and any difference is shown.",
      "lines-to-take": "Questions likely to be asked, and what prompts them. Lines to take are the manager’s own words and are marked as such.",
    },
    part: ["decisions", "Decisions needed, and by when", "Each decision, who takes it and the last date for it. Say if none is needed."],
  },
  "all-members": { title: "Members’ briefing", kicker: "Briefing for all members", intros: { ...intros, questions: "Questions that any member, as a corporate parent, may put. Who can answer is in brackets." } },
  "young-people": {
    title: "Young people’s summary", kicker: "For children and young people",
    intros: {
      "at-a-glance": "This page tells you the main things inspectors said.", "inspectors-said": "Inspectors said these things are going well. Words in quotation marks are theirs.",
      "areas-to-improve": "Inspectors said these things must change. Words in quotation marks are theirs.", questions: "You can ask these questions at a meeting, or ask your worker to ask them for you.",
      sources: "You can read the full report or letter. Each quotation says on which page it stands.", glossary: "Some words in this paper, in plain English.",
    },
    beHeard: "Name the children in care council or youth group, and how to join or write to it. Say how to reach an advocate, with a phone number or email address. Say how to make a complaint, and who can help.",
  },
};

/** A template as packs use it: one of the office has what it does not say from the one it was copied from. */
export function templateFor(own: OwnTemplates, id: string): Shipped {
  const text = own[id] ? (JSON.parse(own[id]) as { title: string; like?: string; kicker?: string }) : null;
  const base = shipped[id] ?? shipped[text?.like ?? ""] ?? { title: id, kicker: id, intros: {} };
  return text ? { ...base, title: text.title, kicker: text.kicker ?? base.kicker } : base;
}

/** What the first page of an edition asks the manager to write. */
export function partsToWrite(own: OwnTemplates, id: string): Audience["firstPage"] {
  const { part } = templateFor(own, id);
  return part ? [{ section: part[0], label: part[1], prompt: part[2] }] : [];
}

function built({ id, name }: Named): string {
  const all = templateOf(id);
  const { title, kicker, intros } = templateFor({}, id);
  return JSON.stringify({
    id, name, title, kicker,
    sections: all.map((section) => section.id), headings: Object.fromEntries([...all, { id: "glossary", heading: id === "young-people" ? "What the words mean" : "Words used in this briefing" }].map(({ id, heading }) => [id, heading])),
    intros: Object.fromEntries(Object.entries(intros).filter(([section]) => section === "glossary" || all.some((each) => each.id === section))),
  });
}

const nameOf = (text: string) => (JSON.parse(text) as { name: string }).name;

export function templateRows(audiences: Named[], own: OwnTemplates): TemplateRow[] {
  const known = audiences.map(({ id, name }) => ({ id, name: own[id] ? nameOf(own[id]) : name, own: id in own, builtIn: true }));
  const more = Object.entries(own).filter(([id]) => !audiences.some((audience) => audience.id === id));
  return [...known, ...more.map(([id, text]) => ({ id, name: nameOf(text), own: true, builtIn: false }))];
}

export function templateText(audiences: Named[], own: OwnTemplates, id: string): string {
  const audience = audiences.find((each) => each.id === id);
  const text = own[id] ?? (audience && built(audience));
  if (!text) throw { kind: "fixable", message: `There is no audience template “${id}”.`, hints: ["Choose another."] };
  return text;
}

/** Its id, when it can be used. */
export function checkedId(text: string): string {
  const { id, sections, headings } = JSON.parse(text) as { id: string; sections: string[]; headings: Record<string, string> };
  const bare = sections.find((section) => !headings[section]?.trim());
  if (bare) throw { kind: "fixable", message: `The template cannot be used as it is: line 1: the section “${bare}” has no heading.`, hints: ["Correct that line and try again."] };
  return id;
}
