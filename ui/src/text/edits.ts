// Permitted edits of a quote: words left out, words put in. The quote's own words never change.
import type { Edit, QuoteCard } from "../desk/types";
import { bytesBefore } from "./bytes";
import { wordsOf } from "./words";

type Part = QuoteCard["shown"][number];
/** Which words are left out, and what is put in before which word; the last place is after all words. */
export type Draft = { out: boolean[]; put: string[] };

/** The draft that stands for a quote's edits. */
export function draftOf(words: string, edits: Edit[]): Draft {
  const tokens = wordsOf(words).map(({ from, to }) => ({ from: bytesBefore(words, from), to: bytesBefore(words, to) }));
  const out = tokens.map(({ from, to }) => edits.some((edit) => edit.edit === "omit" && edit.span.start < to && from < edit.span.end));
  const put = Array.from({ length: tokens.length + 1 }, () => "");
  for (const edit of edits) {
    if (edit.edit !== "insert") continue;
    const at = tokens.findIndex(({ from }) => from >= edit.at);
    put[at < 0 ? tokens.length : at] = edit.words;
  }
  return { out, put };
}

/** The edits of a draft: neighbouring words are left out together, with what stands between them. */
export function editsOf(words: string, { out, put }: Draft): Edit[] {
  const tokens = wordsOf(words);
  const edits: Edit[] = [];
  tokens.forEach(({ from }, index) => {
    // What is put in between words left out parts them: edits never overlap.
    if (out[index] && (!out[index - 1] || put[index]?.trim())) {
      let last = index;
      while (out[last + 1] && !put[last + 1]?.trim()) last += 1;
      edits.push({ edit: "omit", span: { start: bytesBefore(words, from), end: bytesBefore(words, tokens[last]!.to) } });
    }
    if (put[index]?.trim()) edits.push({ edit: "insert", at: bytesBefore(words, from), words: put[index].trim() });
  });
  if (put[tokens.length]?.trim()) edits.push({ edit: "insert", at: bytesBefore(words, words.length), words: put[tokens.length]!.trim() });
  return edits;
}

/** A shown quote in one line, spaced as a pack prints it. */
export function shownText(parts: Part[]): string {
  let text = "";
  for (const { what, text: words } of parts) {
    if (what === "words") {
      const next = text === "" ? words.trimStart() : words;
      text += (text.endsWith("]") && /^[\p{L}\p{N}]/u.test(next) ? " " : "") + next;
    } else text += (/[\p{L}\p{N},;:.\]]$/u.test(text) ? " " : "") + words;
  }
  return text.trimEnd();
}

/** What a draft will look like, before it is kept. */
export function preview(words: string, { out, put }: Draft): string {
  const parts: Part[] = [];
  const tokens = wordsOf(words);
  let at = 0;
  tokens.forEach(({ from, to }, index) => {
    const inserted = put[index]?.trim();
    if (inserted) {
      if (at < from && !out[index - 1]) parts.push({ what: "words", text: words.slice(at, from) });
      at = from;
      parts.push({ what: "inserted", text: `[${inserted}]` });
    }
    if (!out[index]) return;
    if (at < from && !out[index - 1]) parts.push({ what: "words", text: words.slice(at, from) });
    if (!out[index - 1] || inserted) parts.push({ what: "omitted", text: "[…]" });
    at = to;
  });
  parts.push({ what: "words", text: words.slice(at) });
  const last = put[tokens.length]?.trim();
  if (last) parts.push({ what: "inserted", text: `[${last}]` });
  return shownText(parts);
}
