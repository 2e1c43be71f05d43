// Drags one row of a list with the pointer. Not the browser’s drag and drop: the window keeps that for files.

/** What a list gives: its moving rows from top to bottom, and what to do when one is held over another. */
export type Drag = { id: string; rows: () => { id: string; middle: number }[]; over: (past: string) => void; end: (kept: boolean) => void };

/** Follows the pointer until it lets go; Escape, or a pointer that is taken away, keeps nothing. */
export function drag(event: PointerEvent, { id, rows, over, end }: Drag) {
  if (event.button !== 0) return;
  event.preventDefault();
  const follow = ({ clientY }: PointerEvent) => {
    const standing = rows();
    const past = placeOf(standing, id, clientY);
    if (past !== id) over(past);
  };
  const finish = (kept: boolean) => {
    ending.abort();
    end(kept);
  };
  const ending = new AbortController();
  const { signal } = ending;
  addEventListener("pointermove", follow, { signal });
  addEventListener("pointerup", () => finish(true), { signal });
  addEventListener("pointercancel", () => finish(false), { signal });
  addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), event.stopPropagation(), finish(false)), { signal, capture: true });
}

/** The row whose place a held row takes when the pointer is at a height; its own when it stays. */
export function placeOf(rows: { id: string; middle: number }[], id: string, y: number): string {
  const others = rows.filter((row) => row.id !== id);
  const above = others.filter(({ middle }) => middle < y).length;
  return rows[above]?.id ?? id;
}
