// How the quotes are put together on the page.
import type { QuoteCard } from "../../desk/types";
import { grouped } from "../../text/group";
import { bearingName, bearings, weights } from "../../text/said";

export type By = "document" | "tag" | "theme" | "council" | "speaker" | "weight";
export const ways: { by: By; name: string }[] = [
  { by: "document", name: "By document" }, { by: "tag", name: "By tag" }, { by: "theme", name: "By theme" },
  { by: "council", name: "By council" }, { by: "speaker", name: "By speaker" }, { by: "weight", name: "By must, should, could" },
];

const absent: Record<By, string> = { document: "", tag: "", theme: "No theme found", council: "Council not known", speaker: "Speaker not known", weight: "Not weighed yet" };
const tags = bearings.map(({ name }) => name);
const weighed = weights.map(({ name }) => name);

function keyOf(quote: QuoteCard, by: By): string {
  const keys: Record<By, string | null | undefined> = {
    document: quote.source, tag: bearingName(quote.bearing), theme: quote.themes[0], council: quote.authority, speaker: quote.speaker,
    weight: weights.find(({ weight }) => weight === quote.weight)?.name,
  };
  return keys[by] ?? absent[by];
}

/** Quotes in groups: tags and weights in their own order, names by the alphabet, what is not known last. */
export function groupsOf(quotes: QuoteCard[], by: By): { key: string; title: string; aside: string; quotes: QuoteCard[] }[] {
  const groups = grouped(quotes, (quote) => keyOf(quote, by)).map(([key, list]) => ({
    key, quotes: list, title: by === "document" ? list[0]!.sourceTitle : key, aside: by === "document" ? (list[0]!.authority ?? "") : "",
  }));
  if (by === "document") return groups;
  const order = by === "tag" ? tags : by === "weight" ? weighed : null;
  const rank = (key: string) => (key === absent[by] ? Number.MAX_SAFE_INTEGER : order ? order.indexOf(key) : 0);
  return groups.sort((a, b) => rank(a.key) - rank(b.key) || a.title.localeCompare(b.title, "en-GB"));
}
