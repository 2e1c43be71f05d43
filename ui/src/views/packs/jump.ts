/** The parts of a pack's form, by name. */
export const partNames: Record<string, string> = { meeting: "The meeting", editions: "Who may see what", sources: "Documents", quotes: "Quotes", followups: "Who sees to what", roles: "Role names", sections: "Sections", notes: "Manager’s notes", late: "Late items" };

/** The first thing in it that the keyboard can come to. */
export const firstIn = (node: ParentNode): HTMLElement | null => node.querySelector<HTMLElement>(":is(input, select, textarea, button):enabled, summary, a[href]");

/** Goes to a field, a card or a part of the form by its id. */
export function goTo(id: string) {
  const found = document.getElementById(id) ?? document.getElementById("part-notes");
  if (!found) return;
  found.scrollIntoView({ block: found.matches("section") ? "start" : "center" });
  (found.matches("input, textarea, select") ? found : firstIn(found))?.focus({ preventScroll: true });
}

/** Goes to a part of the form, and puts the keyboard there. */
export function jumpTo(id: string) {
  const part = document.getElementById(`part-${id}`);
  part?.scrollIntoView({ block: "start" });
  if (part) firstIn(part)?.focus({ preventScroll: true });
}
