// How much a pack needs its quotes. Where it does not say, the library’s own weight counts.
import type { Weighing, Weight } from "../../desk/types";
import { weights } from "../../text/said";

/** What the pack says of a quote; null when it says nothing. */
export const weightIn = (list: Weighing[], quote: string): Weight | null => list.find((each) => each.quote === quote)?.weight ?? null;

/** The weights of a pack with one of them set, or taken back. */
export function withWeight(list: Weighing[], quote: string, weight: Weight | null): Weighing[] {
  const others = list.filter((each) => each.quote !== quote);
  return weight ? [...others, { quote, weight }] : others;
}

/** What stands where the pack says nothing: “Must, as in the library”. */
export function libraryWeightSaid(weight: Weight | null): string {
  const name = weights.find((each) => each.weight === weight)?.name;
  return name ? `${name}, as in the library` : "Not weighed";
}
