// The tour of the sample library: a card beside the page that never holds anything up.
import { desk } from "../desk/here";
import type { Side } from "../text/beside";
import { app } from "./app.svelte";
import { bringing } from "./bringing.svelte";
import { route } from "./route.svelte";

/** `target` is what the card speaks of, and `side` where it would best stand beside that. */
export type Stop = { title: string; words: string; target: string; side: Side; go: () => unknown };
const seen = "packhorse.tour";

/** Opens the first document of a kind or, when there is none, the first of all, with a panel of the reader beside it. */
const open = (kind: string, tab: string) => async () => {
  for (const kinds of [[kind], []]) {
    const found = await app.attempt(() => desk.papers({ kinds, most: 1 }));
    if (found?.sources[0]) return route.go("reader", found.sources[0].id, { tab });
  }
};
const at = (view: Parameters<typeof route.go>[0], id: string | null = null) => () => route.go(view, id);

export const stops: Stop[] = [
  { title: "Everything begins with documents", words: "This library holds the papers of an invented council: a letter from inspectors, earlier reports, and what the press and the council said. Yours come in the same way: drop files or a whole folder on the window.", target: "[data-testid=bring-in]", side: "below", go: at("library") },
  { title: "What is unsure waits for you", words: "Packhorse reads the council, dates and judgements by itself. What it is less than sure of waits here, with the words it was read from. Press C to confirm, E to change it, N when the document does not say. Nothing unsure goes into a pack unless you let it, and then it is marked.", target: "[data-testid=nav-check]", side: "right", go: at("check") },
  { title: "Pick words that matter", words: "What is suggested stands here, and under a dotted line in the document. Select any words there and press 1 for a strength, 2 for something to improve. The page and paragraph stay with them, so that every quote can be traced.", target: "[data-testid=side-pane]", side: "left", go: open("letter", "suggested") },
  { title: "Was the quotation fair?", words: "Open a press release and Packhorse holds its quotations against the letter: exact, punctuation only, or words differ, with both side by side.", target: "[data-testid=side-pane]", side: "left", go: open("press-release", "said") },
  { title: "One pack, an edition for each reader", words: "A pack has one meeting and several editions: the chair gets questions, the cabinet member gets lines to take. The PDF beside the form follows every change you make.", target: "[data-testid=new-pack]", side: "below", go: at("packs") },
  { title: "When time is short", words: "The one-hour pack takes you through in five steps, with a clock, and always has something fit to issue. Ctrl K finds anything; F1 explains the screen you are on; Undo takes back whatever you did.", target: "[data-testid=nav-hour]", side: "right", go: at("hour") },
];

class Tour {
  /** The stop in view; none when the tour is not on. */
  at = $state<number | null>(null);
  private over = $state(localStorage.getItem(seen) !== null);
  /** Whether to offer it: a first start, with nothing in the library. */
  offered = $derived(this.at === null && !this.over && app.ready && !!app.about?.samples && app.about.sources === 0 && app.about.packs === 0 && !bringing.shown);

  async begin() {
    if (app.about?.samples && app.about.sources === 0) await bringing.sample();
    if (!app.about?.sources) return;
    bringing.close();
    this.to(0);
  }
  to(index: number) {
    if (index < 0) return;
    if (index >= stops.length) return this.end();
    this.at = index;
    stops[index]!.go();
  }
  end() {
    this.at = null;
    this.over = true;
    localStorage.setItem(seen, "seen");
  }
}

export const tour = new Tour();
