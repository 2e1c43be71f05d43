/** The paragraphs of Schedule 12A to the Local Government Act 1972 that make a paper exempt, in short. */
export const exemptions: { number: number; words: string }[] = [
  { number: 1, words: "About an individual" },
  { number: 2, words: "Likely to reveal who an individual is" },
  { number: 3, words: "Financial or business affairs" },
  { number: 4, words: "Consultation or negotiation on labour relations" },
  { number: 5, words: "Legal professional privilege" },
  { number: 6, words: "A notice, order or direction to be made" },
  { number: 7, words: "Preventing, investigating or prosecuting crime" },
];

/** “paragraphs 2 and 3”. */
export function paragraphsSaid(chosen: number[]): string {
  const numbers = [...chosen].sort((a, b) => a - b);
  if (numbers.length < 2) return `paragraph ${numbers[0] ?? ""}`.trim();
  return `paragraphs ${numbers.slice(0, -1).join(", ")} and ${numbers.at(-1)}`;
}
