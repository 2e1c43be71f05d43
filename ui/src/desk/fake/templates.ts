// Templates of the invented office, by the rules of the desk.
import type { Audience, TemplateRow } from "../types";
import { sectionsOf } from "./sections";

/** Texts of the office’s own, by id. */
export type OwnTemplates = Record<string, string>;

const kickers: Record<string, string> = { "committee-chair": "Briefing for the chair", "cabinet-member": "Briefing for the Cabinet Member", "all-members": "Briefing for all members", "young-people": "For children and young people" };
/** What stands over the title of a cover. */
export const kickerOf = ({ id, name }: Audience): string => kickers[id] ?? `For the ${name.toLowerCase()}`;

function built(audience: Audience): string {
  const all = sectionsOf({ editions: [{ audience: audience.id, recipient: null, size: "normal" }] } as unknown as Parameters<typeof sectionsOf>[0], 0, []);
  return JSON.stringify({
    id: audience.id, name: audience.name, title: `${audience.name}’s briefing`, kicker: kickerOf(audience),
    sections: all.map(({ id }) => id), headings: Object.fromEntries([...all, { id: "glossary", heading: "Words used here" }].map(({ id, heading }) => [id, heading])),
    intros: { "inspectors-said": "Inspectors’ own words, with the page where they stand." },
  });
}

const nameOf = (text: string) => (JSON.parse(text) as { name: string }).name;

export function templateRows(audiences: Audience[], own: OwnTemplates): TemplateRow[] {
  const known = audiences.map(({ id, name }) => ({ id, name: own[id] ? nameOf(own[id]) : name, own: id in own, builtIn: true }));
  const more = Object.entries(own).filter(([id]) => !audiences.some((audience) => audience.id === id));
  return [...known, ...more.map(([id, text]) => ({ id, name: nameOf(text), own: true, builtIn: false }))];
}

export function templateText(audiences: Audience[], own: OwnTemplates, id: string): string {
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
