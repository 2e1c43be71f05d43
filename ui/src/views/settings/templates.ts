// A template as a person edits it: its text is JSON, and what is not edited here stays as it is.

/** A section an edition can have. */
export type SectionIn = { id: string; heading: string; intro: string; in: boolean };
export type Template = { id: string; name: string; title: string; sections: SectionIn[] };

type Written = { id: string; name: string; title: string; like?: string; sections: string[]; headings: Record<string, string>; intros?: Record<string, string>; bare_headings?: Record<string, string>; bare_intros?: Record<string, string> };

const read = (text: string) => JSON.parse(text) as Written;

/** What of a template can be edited. Sections it has come first, in order, then those it could have. */
export function templateOf(text: string): Template {
  const { id, name, title, sections, headings, intros = {} } = read(text);
  const all = [...sections, ...Object.keys(headings).filter((section) => !sections.includes(section))];
  return { id, name, title, sections: all.map((section) => ({ id: section, heading: headings[section] ?? "", intro: intros[section] ?? "", in: sections.includes(section) })) };
}

/** The text of a template with what was edited. */
export function textOf(text: string, { id, name, title, sections }: Template): string {
  const before = read(text);
  const was = templateOf(text);
  const of = (known: Record<string, string> = {}, changed: (section: SectionIn, old: SectionIn | undefined) => boolean) =>
    Object.fromEntries(Object.entries(known).filter(([section]) => !sections.some((each) => each.id === section && changed(each, was.sections.find((old) => old.id === section)))));
  const headings = Object.fromEntries(sections.map((section) => [section.id, section.heading.trim()]));
  const intros = Object.fromEntries(sections.filter(({ intro }) => intro.trim()).map((section) => [section.id, section.intro.trim()]));
  const written: Written = {
    ...before,
    id,
    name: name.trim(),
    title: title.trim(),
    sections: sections.filter((section) => section.in).map((section) => section.id),
    headings,
    intros,
    // Words for a section with nothing stated go when the person words that section anew.
    bare_headings: of(before.bare_headings, (section, old) => section.heading.trim() !== old?.heading),
    bare_intros: of(before.bare_intros, (section, old) => section.intro.trim() !== old?.intro),
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** A copy under a name of its own, which asks what the original asks. */
export function copyOf(text: string, known: { id: string; name: string }[]): string {
  const before = read(text);
  const name = free(`${before.name}, our own`, (name) => known.some((each) => each.name === name), " ");
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const id = free(slug, (id) => known.some((each) => each.id === id), "-");
  return `${JSON.stringify({ ...before, id, name, like: before.like ?? before.id }, null, 2)}\n`;
}

function free(wanted: string, taken: (name: string) => boolean, joint: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${joint}${number}`;
    if (!taken(name)) return name;
  }
}

/** Moves a section by one place. */
export function moved(sections: SectionIn[], at: number, by: 1 | -1): SectionIn[] {
  const to = at + by;
  if (to < 0 || to >= sections.length) return sections;
  const next = [...sections];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}
