/** Moves one thing of a list to another position; the list itself stays as it was. */
export function moved<Thing>(things: Thing[], from: number, to: number): Thing[] {
  if (from < 0 || from >= things.length) return things;
  const rest = things.toSpliced(from, 1);
  return rest.toSpliced(Math.max(0, Math.min(to, rest.length)), 0, things[from]!);
}
