// Where the card of the tour stands: beside what it speaks of, never over it while there is room elsewhere.
export type Box = { left: number; top: number; width: number; height: number };
export type Side = "below" | "right" | "left" | "above";
type Size = Pick<Box, "width" | "height">;

/** Between the card, what it speaks of, and the edge of the window. */
const gap = 12;

const over = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left)) * Math.max(0, Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top));

/** A ring around something, whole even where that reaches the edge of the window. */
export function ringOf({ left, top, width, height }: Box, window: Size, apart: number, edge: number): Box {
  const from = { left: Math.max(edge, left - apart), top: Math.max(edge, top - apart) };
  return { ...from, width: Math.min(window.width - edge, left + width + apart) - from.left, height: Math.min(window.height - edge, top + height + apart) - from.top };
}

/** The first side that has room, those wished for before the others; otherwise the corner that covers the least. */
export function beside(ring: Box, card: Size, window: Size, wished: Side[]): Pick<Box, "left" | "top"> {
  const [right, low] = [window.width - card.width - gap, window.height - card.height - gap];
  // Under and over it the card keeps to the edge that is nearer to the edge of the window.
  const across = ring.left + ring.width / 2 > window.width / 2 ? ring.left + ring.width - card.width : ring.left;
  const inside = Math.max(gap, Math.min(across, right));
  const places: Record<Side, Pick<Box, "left" | "top">> = {
    below: { left: inside, top: ring.top + ring.height + gap },
    above: { left: inside, top: ring.top - card.height - gap },
    // At its side it stands low, where it hides least of a page.
    right: { left: ring.left + ring.width + gap, top: low },
    left: { left: ring.left - card.width - gap, top: low },
  };
  const fits = ({ left, top }: Pick<Box, "left" | "top">) => left >= gap && top >= gap && left <= right && top <= low && over({ left, top, ...card }, ring) === 0;
  const sides: Side[] = [...wished, "below", "right", "left", "above"];
  const corners = [low, gap].flatMap((top) => [gap, right].map((left) => ({ left, top })));
  return sides.map((side) => places[side]).find(fits) ?? corners.toSorted((a, b) => over({ ...a, ...card }, ring) - over({ ...b, ...card }, ring))[0]!;
}
