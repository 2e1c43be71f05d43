// What lies over the lower edge of the window leaves as much room below the page, so that all of the page can be seen.
const lying = new Set<HTMLElement>();
/** From its own edge to that of the window, and as much above it. */
const around = 36;

function leave() {
  const heights = [...lying].map((node) => node.offsetHeight + around);
  document.documentElement.style.setProperty("--under", `${Math.max(0, ...heights)}px`);
}

/** Keeps room for an element while it stands. */
export function room(node: HTMLElement): () => void {
  const watching = new ResizeObserver(leave);
  lying.add(node);
  watching.observe(node);
  return () => {
    watching.disconnect();
    lying.delete(node);
    leave();
  };
}
