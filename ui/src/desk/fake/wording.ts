// Small pieces of wording, as the desk has them.
const numbers = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** A number, in words up to ten. */
export const number = (count: number): string => numbers[count] ?? String(count);
/** A number with what is counted: “one area”, “12 areas”. */
export const counted = (count: number, one: string, many: string): string => `${number(count)} ${count === 1 ? one : many}`;
export { upperFirst as capital } from "../../text/said";
export const minutesSaid = (minutes: number): string => `${minutes} ${minutes === 1 ? "minute" : "minutes"}`;

/** A title inside a sentence: what names an office keeps its large letter, “Cabinet Member’s briefing”. */
export const uncapital = (words: string): string => (/^\p{Lu}{2}|\s\p{Lu}/u.test(words) ? words : `${words.charAt(0).toLowerCase()}${words.slice(1)}`);

const waiting = ["and", "or", "the", "a", "an", "of", "to", "in", "on", "at", "by", "for", "with", "from", "who", "that"];
/** The first words of a passage, whole when it is short; dots say that it goes on. */
export function excerpt(words: string, most: number): string {
  const all = words.trim().split(/\s+/);
  if (all.length <= most + 4) return all.join(" ");
  let kept = most;
  while (kept > 1 && waiting.includes(all[kept - 1]!.toLowerCase())) kept -= 1;
  return `${all.slice(0, kept).join(" ").replace(/[,;:]+$/, "")} […]`;
}

export const countWords = (words: string): number => words.split(/\s+/).filter(Boolean).length;
/** How many minutes a tired reader takes for so many words. */
export const minutesFor = (words: number): number => Math.max(1, Math.ceil(words / 200));
