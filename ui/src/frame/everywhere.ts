// What can be done on every screen, and the keys each screen listens to itself.
import { app } from "../state/app.svelte";
import { bringing } from "../state/bringing.svelte";
import type { Command } from "../state/commands.svelte";
import { over } from "../state/over.svelte";
import { route, type View } from "../state/route.svelte";
import { tour } from "../state/tour.svelte";
import { lowerFirst } from "../text/said";

/** Whoever goes somewhere by a key goes on with the keyboard there. */
const goTo = (view: View) => {
  route.go(view);
  document.getElementById("main")?.focus();
};
const go = (view: View, name: string, keys: string | null, words = ""): Command => ({ id: `go-${view}`, name: `Go to ${name}`, group: "Screens", ...(keys ? { keys: [keys] } : {}), words, typing: true, run: () => goTo(view) });

/** The names of undo and redo change with what was done last. */
export function everywhere(): Command[] {
  return [
    { id: "palette", name: "Search, or find something to do", group: "Everywhere", keys: ["Ctrl+K"], typing: true, run: () => (over.palette = true) },
    { id: "undo", name: app.about?.undo ? `Undo: ${lowerFirst(app.about.undo)}` : "Undo", group: "Everywhere", keys: ["Ctrl+Z"], can: () => !!app.about?.undo, run: () => app.undo() },
    { id: "redo", name: app.about?.redo ? `Redo: ${lowerFirst(app.about.redo)}` : "Redo", group: "Everywhere", keys: ["Ctrl+Shift+Z", "Ctrl+Y"], can: () => !!app.about?.redo, run: () => app.redo() },
    { id: "help", name: "Help with this screen", group: "Everywhere", keys: ["F1"], typing: true, run: () => (over.help = !over.help) },
    { id: "keys", name: "Show all shortcuts", group: "Everywhere", keys: ["?"], words: "keyboard keys", run: () => (over.keys = true) },
    { id: "escape", name: "Close what is open, or leave a selection", group: "Everywhere", keys: ["Esc"] },
    go("library", "the library", "Ctrl+1", "documents inspections"),
    go("check", "what is to check", "Ctrl+2", "confirm facts queue"),
    go("quotes", "the quotes", "Ctrl+3"),
    go("packs", "the packs", "Ctrl+4", "briefing"),
    go("hour", "the one-hour pack", "Ctrl+5", "meeting urgent quick"),
    go("register", "the register of what was issued", "Ctrl+6", "history sent"),
    go("settings", "the settings", "Ctrl+,", "council logo backup restore about"),
    go("help", "the help", null, "help licences about"),
    { id: "bring-in", name: "Bring in documents", group: "Things to do", keys: ["Ctrl+O"], words: "import add open file", typing: true, can: () => !bringing.running, run: () => bringing.files() },
    { id: "new-pack", name: "New pack", group: "Things to do", keys: ["Ctrl+Shift+P"], words: "briefing make begin", typing: true, run: () => (over.newPack = true) },
    { id: "sample", name: "Open the sample documents", group: "Things to do", words: "example wexcombe try", can: () => !!app.about?.samples && !bringing.running, run: () => bringing.sample() },
    { id: "tour", name: "Take the three-minute tour", group: "Things to do", words: "introduction learn help", run: () => tour.begin() },
    { id: "backup", name: "Back up the library now", group: "Things to do", words: "copy save safe", run: () => app.backup() },
  ];
}

const own = (view: View, group: string, list: [keys: string, name: string][]): Command[] => list.map(([keys, name]) => ({ id: `${view}-${keys}`, name, group, keys: [keys], view }));

/** Keys that a screen listens to itself. */
export const screens: Command[] = [
  ...own("reader", "Reading", [
    ["1 – 5", "Pick the selected words: strength, to improve, priority action, statement, context"],
    ["6", "Add a note to the words before picking them"],
    ["N", "Next suggestion; with Shift, the previous one"],
    ["↓ ↑", "Next or previous paragraph"],
    ["→ ←", "Next or previous word"],
    ["Shift+→ ←", "One word more, one word fewer"],
    ["Enter", "Grow to the sentence, then to the paragraph"],
    ["Ctrl+F", "Find in this document; Enter for the next place"],
  ]),
  ...own("check", "Checking", [["C", "Confirm; Enter does the same"], ["E", "Change"], ["N", "Not stated"], ["J", "Next"], ["K", "Back"]]),
  ...own("packs", "Composing", [
    ["Alt+↑ ↓", "Move the quote or section that has the focus"],
    ["Ctrl+S", "Save now; it is saved by itself as well"],
    ["Ctrl+E", "Preview the next edition"],
    ["Ctrl+Enter", "Issue the pack"],
  ]),
];
