// Alt with an arrow moves a row of a list, whichever of its controls has the focus.

/** An attachment for the row; a list to choose from opens with Alt and an arrow, and keeps doing so. */
export const altArrows = (move: (by: 1 | -1) => void, moves: () => boolean = () => true) => (node: HTMLElement) => {
  const listen = (event: KeyboardEvent) => {
    if (!moves() || !event.altKey || event.target instanceof HTMLSelectElement || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(event.key === "ArrowUp" ? -1 : 1);
  };
  node.addEventListener("keydown", listen);
  return () => node.removeEventListener("keydown", listen);
};
