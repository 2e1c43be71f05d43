// What needs a person's hand before an invented pack is issued, by the rules and in the words of the desk.
import type { Edition, PackForm, QuoteCard, ToFix } from "../types";
import { daySaid, today, workingDaysBefore } from "./days";
import { cameLate, type Known, lateSectionsOf, quotedIn } from "./late";
import { citedOf, dayOf, type PackPapers, papersIn, printedOf, sameCouncil } from "./printed";
import type { Paper } from "./papers";
import { isOwn } from "./reading";
import { kindsOf, sectionsOf, unknownOf } from "./sections";
import { type OwnTemplates, templateFor } from "./templates";
import { capital, countWords, counted, excerpt, minutesFor, minutesSaid } from "./wording";

export type Around = Known & { papers: Paper[]; templates: OwnTemplates };
type Where = ToFix["go"];

const packs = (id: string): Where => ({ view: "packs", id });
const reader = (id: string): Where => ({ view: "reader", id });
const line = (check: string, message: string, remedy: string, go: Where, severity: ToFix["severity"] = "look"): ToFix => ({ message, remedy, go, stops: severity === "stops", severity, check });
const weights = { stops: 0, look: 1, note: 2 } as const;

/** Everything that is looked at before a pack is issued, what stops it first. */
export function preflight(form: PackForm, around: Around): ToFix[] {
  const pack = papersIn(form, around);
  const all = [
    ...removed(form, around), ...newer(form, around, pack), ...ofPack(form, around), ...ofMeeting(form), ...ofQuotes(form, around), ...ofSources(form, around, pack),
    ...form.editions.flatMap((edition, index) => [...ofWithheld(edition), ...(isAlike(form, index) ? [] : ofEdition(form, index, around, pack))]),
    ...unknownOf(form).map((id) => line("pack", `No edition of this pack has a section “${id}”, so it was neither moved nor left out.`, "Take it out of the arrangement of the sections.", packs("sections"))),
  ];
  const once = all.filter(({ message }, index) => all.findIndex((each) => each.message === message) === index);
  return once.sort((a, b) => weights[a.severity!] - weights[b.severity!]);
}

/** A hundred recipients of one edition are looked at once. */
const isAlike = ({ editions }: PackForm, index: number) => editions.findIndex((each) => each.audience === editions[index]!.audience && JSON.stringify(each.withheld) === JSON.stringify(editions[index]!.withheld)) < index;

function removed({ sources, quotes }: PackForm, { find, cards }: Around): ToFix[] {
  const gone = (message: string, id: string) => line("pack", message, "Take it out of the pack, or bring it back with Undo.", packs(id), "stops");
  return [...sources.filter((id) => !find(id)).map(() => gone("A document of this pack was removed from the library.", "sources")), ...quotes.filter((id) => !cards.some((card) => card.id === id)).map(() => gone("A quotation of this pack was removed.", "quotes"))];
}

/** An inspection of the council that the library holds and the pack does not, later than all it has. */
function newer(form: PackForm, { papers }: Around, { council }: PackPapers): ToFix[] {
  const last = ({ row }: Paper) => (row.inspected ?? row.published ?? "").split("/").at(-1)!;
  const primary = papers.filter(({ row }) => isOwn(row));
  const ours = ({ row }: Paper) => form.sources.includes(row.id) || cameLate(form, row.id);
  const latest = primary.filter(ours).map(last).sort().at(-1);
  const [found] = primary.filter((paper) => !ours(paper) && council && paper.row.authority && sameCouncil(paper.row.authority, council) && latest && last(paper) > latest).sort((a, b) => last(b).localeCompare(last(a)));
  if (!found) return [];
  const [what, remedy, check] = found.row.sourceKind === "letter" ? ["visit", "Add it if the meeting should know of it.", "pack"] : ["inspection", "Add it, or check that grades and findings it has overtaken are meant as history.", "superseded"];
  return [line(check!, `The library holds a later ${what} than any of this pack: “${found.row.title}”.`, remedy!, packs("sources"))];
}

function ofPack(form: PackForm, { find }: Around): ToFix[] {
  const list: ToFix[] = [];
  const stop = (message: string, remedy: string, id: string) => list.push(line("pack", message, remedy, packs(id), "stops"));
  if (!form.sources.some(find) && !form.late?.some(({ sources }) => sources.some(find))) stop("The pack has no documents.", "Choose the documents it draws on.", "sources");
  if (!form.title.trim()) stop("The pack has no title.", "Write a title.", "title");
  if (!form.editions.length) stop("The pack has no edition.", "Choose at least one audience.", "editions");
  const [committee, meeting] = [!!form.committee?.trim(), !!form.meeting];
  if (!committee || !meeting) {
    const [missing, add] = committee ? ["The day of the meeting is not stated.", "it"] : meeting ? ["The committee is not stated.", "it"] : ["Neither the committee nor the day of the meeting is stated.", "both"];
    list.push(line("pack", missing!, `Add ${add}, to stand on the first page and on every page.`, packs(committee ? "meeting" : "committee")));
  }
  if (form.late?.some(({ reason }) => !reason.trim())) stop("A late item does not say why it is late and cannot wait.", "Write the reason; the chair decides on it (Local Government Act 1972, section 100B(4)(b)).", "late");
  if (!form.quotes.length) list.push(line("pack", "The pack has no quotations.", "Pick quotations, or have some suggested.", packs("quotes")));
  return list;
}

/** Five clear days: neither the day of publication nor that of the meeting counts. */
function ofMeeting({ meeting }: PackForm): ToFix[] {
  if (!meeting) return [];
  if (meeting < today()) return [line("meeting", "The meeting is in the past.", "Check the day of the meeting.", packs("meeting"))];
  const last = workingDaysBefore(meeting, 6);
  if (last === null) return [line("meeting", "Whether there are five clear days before the meeting was not counted: the bank holidays of that year are not known yet.", "Ask democratic services for the day on which the agenda is published.", packs("meeting"))];
  if (today() <= last) return [];
  return [line("meeting", `There are fewer than five clear days before the meeting: papers for a public agenda had to be open by ${daySaid(last)}.`, "If this goes on the agenda, it is a late item: the chair must agree that special circumstances make it urgent, and the minutes state them (Local Government Act 1972, section 100B(4)(b)).", packs("meeting"))];
}

const cardsOf = ({ quotes }: PackForm, { cards }: Known): QuoteCard[] => quotes.flatMap((id) => cards.find((card) => card.id === id) ?? []);

function ofQuotes(form: PackForm, around: Around): ToFix[] {
  return cardsOf(form, around).flatMap((card) => {
    const paper = around.find(card.source);
    const words = excerpt(card.words, 12);
    const told = (message: string, remedy: string, severity?: ToFix["severity"]) => line("quotations", message, remedy, packs("quotes"), severity);
    if (!paper) return [told(`The source of “${words}” is not in the library.`, "Bring the source in again, or take the quotation out.", "stops")];
    const list: ToFix[] = card.altered ? [told(`“${words}” is not what ${paper.row.fileName} says at that place.`, "Pick the words again from the source.", "stops")] : [];
    const said = paper.said.find(({ text }) => text.includes(card.words) || card.words.includes(text));
    if (!said) return list;
    const held = said.document && form.sources.some((id) => around.find(id)?.row.fileName === said.document) ? said.document : null;
    const own = form.sources.some((id) => isOwn(around.find(id)?.row ?? { sourceKind: "other" }));
    if (held && said.verdict === "exact") list.push(told(`“${words}” stands word for word in ${held}.`, "Pick it from there, so that the pack cites the inspectors themselves."));
    const why = held ? (said.verdict === "differs" ? `${held} has other words` : null) : own ? "no document of this pack holds them" : "there is no report or letter to hold it against";
    if (why) list.push(told(`“${words}” is given as the inspectors’ words, and ${why}.`, "Leave it out, or quote what the report or letter says."));
    return list;
  });
}

function ofSources(form: PackForm, { find }: Around, { council, papers, refused, subject }: PackPapers): ToFix[] {
  const list: ToFix[] = refused.map(({ row }) => line("council", `${row.fileName} is about ${row.authority}, not ${council}; it is left out of this pack.`, "Take it out of the pack, or correct its council in the library.", reader(row.id)));
  for (const { id, row } of papers.filter(({ row }) => council && !row.authority))
    list.push(line("council", `${row.fileName} does not say for certain which council it is about; it is taken to be about ${council}, because it was put into this pack.`, "Check that it is about this council, and say so in the library.", reader(id)));
  const late = (form.late ?? []).flatMap(({ sources }) => sources).flatMap((id) => find(id) ?? []);
  // In the order in which they are in the pack.
  for (const { id, row, unsure } of [...form.sources.flatMap((source) => papers.find(({ id }) => id === source) ?? []), ...late.map((paper) => printedOf(paper, form.acceptUnsure))]) {
    if (!unsure.length) continue;
    const names = unsureNames(unsure);
    const message = names.length ? `Not confirmed in ${row.fileName}, and ${form.acceptUnsure ? "printed as unconfirmed" : "left out of the pack"}: ${names.join(", ")}.` : `Not everything that was read in ${row.fileName} is confirmed.`;
    list.push(line("facts", message, "Confirm or correct what was read in it.", reader(id)));
  }
  if (!subject) list.push(line("pack", "No inspection report or letter is among the sources.", "Bring it in, so that quotations of inspectors can be checked.", packs("sources")));
  return list;
}

function ofWithheld({ audience, recipient, withheld }: Edition): ToFix[] {
  if (!withheld?.sections.length && !withheld?.quotes.length) return [];
  const what = [...withheld.sections.map((id) => `“${id.replaceAll("-", " ")}”`), ...(withheld.quotes.length ? [counted(withheld.quotes.length, "quotation", "quotations")] : [])];
  return [line("withheld", `${recipient?.trim() || `The ${audience} edition`} does not get: ${what.join(", ")}.`, "Nothing needs doing if this is meant. The finished file is searched for it.", packs("editions"), "note")];
}

const factNames: Record<string, string> = { title: "the title", framework: "the framework", authority: "the council", inspected: "the days of the inspection", published: "the date", theme: "what the visit looked at" };
function unsureNames(unsure: string[]): string[] {
  const grades = unsure.filter((field) => field.startsWith("judgement:")).length;
  return [...Object.keys(factNames).filter((field) => unsure.includes(field)).map((field) => factNames[field]!), ...(grades ? [counted(grades, "grade", "grades")] : [])];
}
/** Sections that only the Cabinet Member’s template may hold. */
const advice = ["lines-to-take", "exposure", "political-lines", "private-advice"];

function ofEdition(form: PackForm, index: number, around: Around, pack: PackPapers): ToFix[] {
  const { audience } = form.editions[index]!;
  const { title, part, beHeard } = templateFor(around.templates, audience);
  const written = (id: string) => form.notes.some(({ section, text }) => section === id && text.trim());
  const list = [...ofCharacters(form, index, around), ...ofTime(form, index, around, title), ...ofBalance(form, index, around, pack), ...ofAge(form, index, around, pack)];
  const note = (message: string) => list.push(line("edition", message, "Nothing needs doing if this is meant.", packs("editions"), "note"));
  if (!pack.subject) note("No inspection report or letter is among the sources of this pack.");
  for (const card of cardsOf(form, around)) if (pack.refused.some(({ row }) => row.id === card.source)) note(`The quotation “${excerpt(card.words, 12)}” is left out with its source.`);
  const has = (id: string) => id === part?.[0] || kindsOf(form, index).some((section) => section.id === id);
  for (const section of new Set(form.notes.map(({ section }) => section).filter((id) => written(id) && !has(id)))) {
    const why = advice.includes(section) && audience !== "cabinet-member" ? "may not hold it" : "has no such section";
    note(`The manager’s note for “${section.replaceAll("-", " ")}” is left out of the ${title}, which ${why}.`);
  }
  const beside = cardsOf(form, around).filter((card) => card.note?.trim()).length;
  if (beside && audience !== "cabinet-member") note(`${capital(counted(beside, "note is", "notes are"))} beside quotations left out of the ${title}, which may not hold private advice.`);
  if (part && !written(part[0])) list.push(line("pack", `“${part[1]}” is empty in the ${title}.`, part[2], packs("notes")));
  if (has("lines-to-take") && !form.leftOut?.includes("lines-to-take") && !written("lines-to-take")) list.push(line("pack", `No line to take is written for the ${title}.`, "Write a factual line for each likely question.", packs("notes")));
  if (beHeard && !written("be-heard")) list.push(line("pack", "The young people’s paper does not say how to be heard, so that section is left out.", beHeard, packs("notes")));
  return list;
}

/** The lines an edition prints, each with its heading and the id of its section; the first page has none. */
function printed(form: PackForm, index: number, around: Around): { id: string; heading: string; text: string }[] {
  const { withheld, recipient } = form.editions[index]!;
  const quoted = quotedIn(form, index, around);
  const first = [form.title, form.committee, form.marking, recipient].map((text) => ({ id: "", heading: "First page", text: text ?? "" }));
  const sections = sectionsOf(form, index, around).filter(({ id }) => !withheld?.sections.includes(id));
  const rest = sections.flatMap(({ id, heading, words }) => [heading, ...(quoted[id] ?? []).flatMap((card) => [card.words, card.citation]), ...words, ...form.notes.filter(({ section }) => section === id).map(({ text }) => text)].map((text) => ({ id, heading, text })));
  return [...first, ...rest, ...lateSectionsOf(form, index, around).flatMap(({ id, heading, late: { reason, text } }) => [heading, reason, text].map((words) => ({ id, heading, text: words ?? "" })))];
}

/** The minutes an edition takes: what nobody reads from end to end does not count. */
export const minutesToRead = (form: PackForm, index: number, around: Around): number =>
  minutesFor(printed(form, index, around).filter(({ id }) => id && id !== "sources").reduce((sum, { text }) => sum + countWords(text), 0));

/** Characters that no font of a pack has, each named with its place. */
const ofCharacters = (form: PackForm, index: number, around: Around): ToFix[] =>
  printed(form, index, around).flatMap(({ id, heading, text }) => {
    const named = [...new Set(text.match(/\p{Extended_Pictographic}/gu))].map((letter) => `“${letter}” (U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")})`);
    return named.length ? [line("characters", `No font of the pack has ${named.join(", ")}, which stands under “${heading}”.`, "Write it otherwise in your own words, or pick the quotation without it.", packs(id ? "notes" : "title"), "stops")] : [];
  });

function ofTime(form: PackForm, index: number, around: Around, title: string): ToFix[] {
  const takes = minutesToRead(form, index, around);
  const given = form.minutes;
  if (!given || takes <= given) return [];
  const shown = Object.values(quotedIn(form, index, around)).flat();
  const weight = (card: QuoteCard) => form.weights?.find(({ quote }) => quote === card.id)?.weight ?? card.weight;
  const could = shown.filter((card) => weight(card) === "could").sort((a, b) => countWords(b.words) - countWords(a.words));
  const cut: QuoteCard[] = [];
  const then = () => minutesToRead({ ...form, quotes: form.quotes.filter((id) => !cut.some((card) => card.id === id)) }, index, around);
  for (const card of could) if (then() > given) cut.push(card);
  const numbers = cut.map((card) => shown.indexOf(card) + 1).sort((a, b) => a - b);
  const more = then() > given ? "; something that should be in has to go as well" : "";
  const remedy = cut.length ? `Leave out what could be left out: ${cut.length === 1 ? "quotation" : "quotations"} ${numbers.join(", ")}. Then it takes about ${minutesSaid(then())}${more}.` : "Say which quotations could be left out, withhold a section, or ask for more time.";
  const found = line("time", `The ${title} takes about ${minutesSaid(takes)} to read, and ${minutesSaid(given)} ${given === 1 ? "was" : "were"} given.`, remedy, packs("editions"));
  return [{ ...found, ...(cut.length && { quotes: cut.sort((a, b) => shown.indexOf(a) - shown.indexOf(b)).map(({ id }) => id) }) }];
}

const remedyOfBalance = "Pick what is missing, or leave it if this is meant.";
/** Says when the quotations give another picture than the document. */
function ofBalance(form: PackForm, index: number, around: Around, { subject }: PackPapers): ToFix[] {
  if (!subject) return [];
  const bearings = (quotedIn(form, index, around)["inspectors-said"] ?? []).filter(({ source }) => source === subject.id).map(({ bearing }) => bearing);
  const [strong, weak] = [bearings.includes("strength"), bearings.includes("improve") || bearings.includes("priority")];
  const held = [...(around.find(subject.id)?.marks ?? []), ...around.cards.filter(({ source }) => source === subject.id)].map(({ bearing }) => bearing);
  const kind = subject.row.sourceKind;
  const young = form.editions[index]!.audience === "young-people";
  if (strong && !weak && (held.includes("improve") || held.includes("priority")) && !young) return [line("balance", `The quotations hold strengths and no concern; the ${kind} holds both.`, remedyOfBalance, packs("quotes"))];
  if (weak && !strong && held.includes("strength")) return [line("balance", `The quotations hold concerns and no strength; the ${kind} holds both.`, remedyOfBalance, packs("quotes"))];
  return [];
}

/** Quotations from before the newest inspection with grades: a visit overtakes nothing. */
function ofAge(form: PackForm, index: number, around: Around, { papers }: PackPapers): ToFix[] {
  const newest = papers.find(({ row }) => row.sourceKind === "report");
  const shown = Object.values(quotedIn(form, index, around)).flat();
  const old = shown.filter(({ source }) => newest && papers.some(({ id, row }) => id === source && isOwn(row) && dayOf(row) < dayOf(newest.row))).map((card) => shown.indexOf(card) + 1);
  return newest && old.length ? [line("superseded", `Quotation ${old.join(", ")} is from before the newest inspection; ${citedOf(newest.row)} is later.`, "Check that each earlier quotation is meant as history.", packs("quotes"))] : [];
}
