// One hour, or less, to a meeting: five steps over the ordinary screens, a clock, and a pack that is always there.
import { desk } from "../desk/here";
import type { PackForm, PapersRequest } from "../desk/types";
import { leftSaid, shares } from "../text/clock";
import { unknown } from "../text/shelf";
import { app } from "./app.svelte";
import { bringing } from "./bringing.svelte";
import { route } from "./route.svelte";

export type Step = { id: "bring" | "check" | "pick" | "compose" | "issue"; name: string; weight: number; words: string };
export const steps: Step[] = [
  { id: "bring", name: "Bring in", weight: 10, words: "Drop the letter or report, and whatever was said about it." },
  { id: "check", name: "Check", weight: 10, words: "Confirm what Packhorse is unsure of. What is left over stays out of the pack." },
  { id: "pick", name: "Pick", weight: 15, words: "Up to twelve quotes are suggested. Take out what does not belong and add what is missing." },
  { id: "compose", name: "Compose", weight: 20, words: "Say who gets it, look at the pages, write what only you can write." },
  { id: "issue", name: "Issue", weight: 5, words: "One PDF for each person, in a folder you choose." },
];

type Kept = { meeting: number; began: number; step: number; pack: string | null };
const kept = "packhorse.hour";
const warnings = [10, 5, 1];
/** More documents than a library can hold. */
const all = 1_000_000;

function remembered(): Kept | null {
  try {
    const found = JSON.parse(localStorage.getItem(kept) ?? "null") as Kept | null;
    // A meeting that is long over is not gone on with.
    return found && found.meeting > Date.now() - 3_600_000 ? found : null;
  } catch {
    return null;
  }
}

class Hour {
  private on = $state.raw<Kept | null>(remembered());
  private now = $state(Date.now());
  private warned = Infinity;
  working = $state("");

  running = $derived(this.on !== null);
  step = $derived(this.on?.step ?? 0);
  pack = $derived(this.on?.pack ?? null);
  meeting = $derived(this.on?.meeting ?? 0);
  left = $derived(this.on ? Math.ceil((this.on.meeting - this.now) / 60_000) : 0);
  /** The minutes each step may take, of those there were at the beginning. */
  shares = $derived(this.on ? shares(Math.max(0, (this.on.meeting - this.on.began) / 60_000), steps.map((step) => step.weight)) : []);
  canIssue = $derived((app.about?.sources ?? 0) > 0 && !bringing.running && !this.working);

  /** Keeps the clock going; the reply stops it. */
  tick(): () => void {
    const timer = setInterval(() => {
      this.now = Date.now();
      const due = warnings.find((minutes) => this.left <= minutes && minutes < this.warned);
      if (!this.on || due === undefined || this.left < 0) return;
      this.warned = due;
      app.say(`${leftSaid(this.left)} to the meeting.`);
    }, 5000);
    return () => clearInterval(timer);
  }

  begin(meeting: number) {
    this.now = Date.now();
    this.warned = Infinity;
    this.keep({ meeting, began: this.now, step: 0, pack: null });
    route.go("library");
  }
  end() {
    this.on = null;
    localStorage.removeItem(kept);
    route.go("hour");
  }
  private keep(on: Kept) {
    this.on = on;
    localStorage.setItem(kept, JSON.stringify(on));
  }

  async to(step: number) {
    if (!this.on || step < 0 || step >= steps.length) return;
    const { id } = steps[step]!;
    // From the second step on there is always a pack that could be issued as it is.
    const pack = step > 0 ? await this.ready() : this.pack;
    if (step > 0 && !pack) return app.say("Bring a document in first.");
    this.keep({ ...this.on, step });
    if (id === "bring") route.go("library");
    else if (id === "check") route.go("check");
    else if (id === "pick") route.go("packs", pack, { part: "quotes" });
    else route.go("packs", pack, id === "issue" ? { issue: "now" } : { part: "editions" });
  }
  async issueNow() {
    if (this.on) await this.to(steps.length - 1);
  }

  /** The pack of this hour: begun when there is none, and given what was brought in since. */
  private async ready(): Promise<string | null> {
    if (!this.on) return null;
    const sources = await app.attempt(() => this.sources());
    if (!sources?.length) return null;
    this.working = this.pack ? "Bringing the pack up to date…" : "Making a pack to begin with…";
    const form = (await this.known(sources)) ?? (await this.made(sources));
    this.working = "";
    if (form && this.on && form.id !== this.on.pack) this.keep({ ...this.on, pack: form.id });
    return form?.id ?? null;
  }
  /** What was brought in since the beginning or, when nothing was, what the newest inspection’s council has. */
  private async sources(): Promise<string[]> {
    const ids = async (request: Omit<PapersRequest, "most">, most = all) => (await desk.papers({ ...request, most })).sources;
    const fresh = await ids({ since: this.on?.began ?? 0 });
    if (fresh.length) return fresh.map(({ id }) => id);
    const [newest] = await ids({ newest: true }, 1);
    return newest ? (await ids({ council: newest.authority ?? unknown })).map(({ id }) => id) : [];
  }
  private async known(sources: string[]): Promise<PackForm | null> {
    if (!this.pack || (await app.keepFirst?.()) === false) return null;
    let form: PackForm;
    try {
      form = await desk.pack({ pack: this.pack });
    } catch {
      // It was removed; another is made.
      return null;
    }
    const fresh = sources.filter((id) => !form.sources.includes(id));
    if (!fresh.length) return form;
    const saved = await app.change(() => desk.savePack({ ...form, sources: [...form.sources, ...fresh] }));
    return saved ? await this.suggested(saved.reply) : form;
  }
  private async made(sources: string[]): Promise<PackForm | null> {
    const title = "What inspectors said, and what to ask";
    const begun = await app.change(() => desk.newPack({ title, sources, quotes: [] }));
    if (!begun) return null;
    const day = new Date(this.meeting).toLocaleDateString("sv-SE");
    const saved = await app.change(() => desk.savePack({ ...begun.reply, meeting: day }));
    return this.suggested(saved?.reply ?? begun.reply);
  }
  private async suggested(form: PackForm): Promise<PackForm> {
    const made = await app.change(() => desk.suggestQuotes({ pack: form.id, most: 12 }));
    return made?.reply ?? form;
  }
}

export const hour = new Hour();
