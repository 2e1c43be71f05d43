// What the palette finds for the words typed: commands, packs, documents, quotes, and the whole library.
import { desk } from "../desk/here";
import type { PackRow, QuoteCard, SourceRow } from "../desk/types";
import { app } from "../state/app.svelte";
import { commands, fit } from "../state/commands.svelte";
import { route } from "../state/route.svelte";
import { dateSaid, unbroken } from "../text/said";
import { settle } from "../text/settle";
import { holds } from "../text/shelf";

export type Found = { id: string; group: string; name: string; aside: string; keys?: string | undefined; run: () => unknown };
const most = 6;

export class Finding {
  words = $state("");
  private packs = $state.raw<PackRow[]>([]);
  private sources = $state.raw<SourceRow[]>([]);
  private cards = $state.raw<QuoteCard[]>([]);
  private asking: Promise<void> = Promise.resolve();
  private readonly look = settle(120, (words: string) => {
    this.asking = this.askSources(words);
    if (words.length > 1) void this.askQuotes(words);
    else this.cards = [];
  });

  found = $derived.by<Found[]>(() => {
    const asked = this.words.trim();
    const whole: Found[] = asked ? [{ id: "whole", group: "Search", name: `Find “${asked}” in the library`, aside: "documents, quotes and packs", run: () => route.go("library", null, { words: asked }) }] : [];
    return [...this.commands(asked), ...this.inPacks(asked), ...this.inSources(asked), ...this.inQuotes(), ...whole];
  });

  async begin() {
    const reply = await app.attempt(() => desk.packs());
    if (reply) this.packs = reply.packs;
  }
  type(words: string) {
    this.words = words;
    if (words.trim()) this.look(words.trim());
    else {
      this.look.forget();
      this.cards = [];
      this.sources = [];
    }
  }
  /** Waits for the documents that fit what was typed last, for those who type faster than anybody can look. */
  async settled() {
    this.look.now();
    await this.asking;
  }
  private async askSources(words: string) {
    const reply = await app.attempt(() => desk.papers({ words, most }));
    if (reply && words === this.words.trim()) this.sources = reply.sources;
  }
  private async askQuotes(words: string) {
    const reply = await app.attempt(() => desk.quotes({ words, source: null }));
    if (reply && words === this.words.trim()) this.cards = reply.quotes;
  }

  private commands(asked: string): Found[] {
    return commands.all
      .filter((command) => command.run && command.id !== "palette" && (command.can?.() ?? true))
      .map((command) => ({ command, fit: fit(`${command.name} ${asked ? (command.words ?? "") : ""}`, asked) }))
      .filter((each) => each.fit > 0)
      .toSorted((a, b) => (asked ? b.fit - a.fit : 0))
      .slice(0, asked ? most : 40)
      .map(({ command }) => ({ id: command.id, group: asked ? "Do" : command.group, name: command.name, aside: "", keys: command.keys?.[0], run: command.run! }));
  }
  private inPacks(asked: string): Found[] {
    if (!asked) return [];
    return this.packs
      .filter((pack) => fit(`${pack.title} ${pack.committee ?? ""} ${pack.council ?? ""}`, asked))
      .slice(0, most)
      .map((pack) => ({ id: `pack-${pack.id}`, group: "Packs", name: pack.title || "Untitled pack", aside: dateSaid(pack.meeting), run: () => route.go("packs", pack.id) }));
  }
  private inSources(asked: string): Found[] {
    if (!asked) return [];
    return this.sources
      .filter((source) => holds(source, asked))
      .map((source) => ({ id: `source-${source.id}`, group: "Documents", name: source.title, aside: [source.kindWords, source.authority].filter(Boolean).join(", "), run: () => route.go("reader", source.id) }));
  }
  private inQuotes(): Found[] {
    return this.cards.slice(0, most).map((card) => ({ id: `quote-${card.id}`, group: "Quotes", name: `“${card.words}”`, aside: unbroken(card.citation), run: () => route.go("reader", card.source, { quote: card.id }) }));
  }
}
