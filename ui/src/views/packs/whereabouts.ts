// Between the form and the pages: which page shows what is being written, and what in the form a page shows.
import type { Outline, PackForm, QuoteCard } from "../../desk/types";

/** Words as they can be compared: a page breaks lines, hyphenates nothing and may use other marks. */
export const folded = (words: string): string => words.replace(/[\s“”‘’"'–—-]+/g, " ").trim().toLowerCase();

const BEGINNING = 60;

/** The page that holds words, counted from 1. */
export function pageOf(words: string, texts: string[]): number | null {
  const wanted = folded(words).slice(0, BEGINNING);
  if (wanted.length < 8) return null;
  const page = texts.findIndex((text) => folded(text).includes(wanted));
  return page < 0 ? null : page + 1;
}

/** The page of the cover: the first, or the one after the list of late items. */
export const coverOf = (outline: Outline): number => (outline.find(({ id }) => id === "late-items")?.page ?? 0) + 1;

/** The id of the field that made words on a page: a quote’s card, a note, a field of the meeting, or a section’s part. */
export function fieldOf(clicked: string, page: number, form: PackForm, cards: QuoteCard[], outline: Outline): string {
  const words = folded(clicked);
  if (words.length >= 4) {
    // A line may say more than the words it quotes.
    const quoted = folded(/“([^”]{12,})/.exec(clicked)?.[1] ?? clicked);
    const quote = cards.find((card) => form.quotes.includes(card.id) && [words, quoted].some((said) => folded(card.words).includes(said)));
    if (quote) return `quote-${quote.id}`;
    const note = form.notes.find((each) => folded(each.text).includes(words));
    if (note) return `note-${note.section}`;
    if (folded(form.title).includes(words)) return "field-title";
    if (form.committee && folded(form.committee).includes(words)) return "field-committee";
    const named = form.editions.findIndex((edition) => edition.recipient && words.includes(folded(edition.recipient)));
    if (named >= 0) return `recipient-${named}`;
  }
  const section = outline.findLast((each) => each.page <= page)?.id ?? "";
  if (section === "late-items") return page === coverOf(outline) ? "part-meeting" : "part-late";
  if (/^late-\d+$/.test(section)) return `section-${section}`;
  if (/source|quotation/.test(section)) return "part-sources";
  if (/said|quote/.test(section)) return "part-quotes";
  return page === coverOf(outline) ? "part-meeting" : "part-notes";
}
