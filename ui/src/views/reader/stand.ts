// Where the bar stands at selected words, from above to below on the page.
export type Stretch = { top: number; bottom: number };

/** Between the bar and the words. */
const gap = 3;

/** Under the words or, where there is no room in what is seen, over them. The bar grows until it cuts no line of text in two. */
export function stand(words: Stretch, height: number, lines: Stretch[], seen: Stretch): { top: number; height: number } {
  const cut = (edge: number) => lines.filter(({ top, bottom }) => top < edge && edge < bottom);
  const under = words.bottom + gap;
  const low = Math.max(under + height, ...cut(under + height).map(({ bottom }) => bottom + gap));
  if (low <= seen.bottom) return { top: under, height: low - under };
  const over = words.top - gap;
  const high = Math.min(over - height, ...cut(over - height).map(({ top }) => top - gap));
  if (high >= seen.top) return { top: high, height: over - high };
  // Neither fits whole: as it is, where it fits at all, or at the lower edge of what is seen.
  if (under + height <= seen.bottom) return { top: under, height };
  if (over - height >= seen.top) return { top: over - height, height };
  return { top: seen.bottom - height - gap, height };
}
