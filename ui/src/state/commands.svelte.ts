// Everything that can be done by key or by name. One list drives the palette, the sheet of shortcuts and the keys themselves.
import { untrack } from "svelte";
import type { View } from "./route.svelte";

export type Command = {
  id: string;
  /** What it does, in the words of the page. */
  name: string;
  group: string;
  /** As they are printed on the sheet: “Ctrl+Shift+Z”. The first is the one to learn. */
  keys?: string[];
  /** Further words somebody may look for. */
  words?: string;
  /** The screen it belongs to; everywhere when left out. */
  view?: View;
  /** Does it. Without it the screen listens to the key itself, and it stands here to be seen. */
  run?: () => unknown;
  /** Whether it can be done now. */
  can?: () => boolean;
  /** Also while a box is being typed in. */
  typing?: boolean;
};

class Commands {
  private lists = $state.raw<Command[][]>([]);
  all = $derived(this.lists.flat());

  /** Adds commands while something stands; the reply takes them away. */
  add(list: Command[]): () => void {
    this.lists = [...untrack(() => this.lists), list];
    return () => (this.lists = untrack(() => this.lists).filter((each) => each !== list));
  }

  /** What a key press asks for. */
  of(event: KeyboardEvent, typing: boolean): Command | undefined {
    return this.all.find((command) => command.run && (command.typing || !typing) && (command.can?.() ?? true) && command.keys?.some((keys) => isPressed(keys, event)));
  }
}

export const commands = new Commands();

/** Whether a key press is the one a list names: “Ctrl+Shift+Z”, “F1”, “?”. */
export function isPressed(keys: string, event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">): boolean {
  const parts = keys.split("+");
  const key = parts.pop()!.toLowerCase();
  const held = (name: string) => parts.includes(name);
  if (event.key.toLowerCase() !== key || held("Ctrl") !== (event.ctrlKey || event.metaKey) || held("Alt") !== event.altKey) return false;
  // A sign such as “?” takes Shift on some keyboards and not on others.
  return held("Shift") === event.shiftKey || !/^[a-z0-9]$|^f\d+$|^arrow|^enter$/.test(key);
}

/** Whether a press goes into something that is being typed in. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches("input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]");

/** How well words fit what somebody typed: 0 not at all; more when they begin with it. */
export function fit(name: string, asked: string): number {
  const said = name.toLowerCase();
  const parts = asked.toLowerCase().split(/\s+/).filter(Boolean);
  if (!parts.length) return 1;
  let sum = 0;
  for (const part of parts) {
    const at = said.indexOf(part);
    if (at < 0) return 0;
    sum += at === 0 ? 4 : /[\s(“‘]/.test(said[at - 1]!) ? 3 : 1;
  }
  return sum;
}
