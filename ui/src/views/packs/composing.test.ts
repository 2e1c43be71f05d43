import { beforeEach, expect, it, vi } from "vitest";
import type { PackForm } from "../../desk/types";

const desk = vi.hoisted(() => ({ about: vi.fn(), pack: vi.fn(), packs: vi.fn(), quotes: vi.fn(), savePack: vi.fn(), settings: vi.fn(), preview: vi.fn(), outline: vi.fn(), toFix: vi.fn(), suggestQuotes: vi.fn() }));
vi.mock("../../desk/here", () => ({ desk, asTrouble: (thrown: unknown) => thrown }));
const { Composing } = await import("./composing.svelte");

const form = (title: string) => ({ id: "a", title, editions: [{ audience: "chair", recipient: null, size: "normal" }], sources: [], quotes: [], notes: [] }) as unknown as PackForm;
const ready = async (composing: InstanceType<typeof Composing>) => vi.waitFor(() => expect(composing.drawing).toBe(false));

beforeEach(() => {
  vi.resetAllMocks();
  desk.about.mockResolvedValue({});
  desk.pack.mockImplementation(async () => form("Kept"));
  desk.packs.mockResolvedValue({ packs: [], audiences: [] });
  desk.quotes.mockResolvedValue({ quotes: [] });
  desk.settings.mockResolvedValue({ roles: [] });
  desk.savePack.mockImplementation(async (saved: PackForm) => saved);
  desk.preview.mockResolvedValue({ outline: [], pages: 1, words: ["A page"], cannot: null, ticket: 7 });
  desk.toFix.mockResolvedValue([]);
  desk.outline.mockResolvedValue([]);
});
async function made() {
  const composing = new Composing("a");
  await composing.load();
  await ready(composing);
  return composing;
}

it("shows what to fix, and no pages, when a pack cannot be made", async () => {
  const composing = await made();
  expect(composing.preview?.ticket).toBe(7);
  desk.preview.mockResolvedValue({ outline: [], pages: 0, words: [], cannot: { message: "No", remedy: "", go: null, stops: true }, ticket: 0 });
  composing.take(form("Kept"));
  await ready(composing);
  expect(composing.preview?.ticket).toBe(0);
  expect(composing.fixes).toHaveLength(1);
  composing.end();
});

it("says nothing of what is to be fixed before somebody looked, and says why when nobody could", async () => {
  let answer = (_: unknown[]) => {};
  desk.toFix.mockImplementation(() => new Promise<unknown[]>((done) => (answer = done)));
  const composing = await made();
  await vi.waitFor(() => expect(desk.toFix).toHaveBeenCalledTimes(1));
  expect([composing.known, composing.fresh]).toEqual([false, false]);
  composing.form!.title = "Typed meanwhile";
  composing.look();
  await composing.lookOver();
  expect(desk.toFix, "one question at a time").toHaveBeenCalledTimes(1);
  answer([]);
  await vi.waitFor(() => expect(desk.toFix).toHaveBeenCalledTimes(2));
  expect([composing.known, composing.fresh], "the answer was of the form before").toEqual([true, false]);
  answer([]);
  await vi.waitFor(() => expect(composing.fresh).toBe(true));
  desk.toFix.mockRejectedValue({ kind: "fixable", message: "Locked", hints: [] });
  composing.form!.title = "Once more";
  composing.look();
  await vi.waitFor(() => expect(composing.unlooked?.message).toBe("Locked"));
  expect(composing.blank, "the pages are sound").toBeNull();
  desk.toFix.mockResolvedValue([]);
  await composing.lookOver();
  expect([composing.unlooked, composing.fresh]).toEqual([null, true]);
  composing.end();
});

it("says when saving failed, and suggests nothing then", async () => {
  const composing = await made();
  composing.form!.title = "New";
  desk.savePack.mockRejectedValue({ kind: "fixable", message: "Full", hints: [] });
  expect(await composing.keep()).toBe(false);
  await composing.suggest(12);
  expect(desk.suggestQuotes).not.toHaveBeenCalled();
  await composing.load();
  expect(composing.form!.title, "a load never takes unsaved words away").toBe("New");
  composing.end();
});

it("shows the pack as it was asked for last, when undo is pressed twice", async () => {
  const composing = await made();
  desk.quotes.mockImplementation(() => new Promise((done) => setTimeout(() => done({ quotes: [] }), 20)));
  desk.pack.mockResolvedValueOnce(form("Once undone")).mockResolvedValueOnce(form("Twice undone"));
  await Promise.all([composing.load(), composing.load()]);
  expect(composing.form!.title).toBe("Twice undone");
  composing.end();
});

it("saves one after the other, the last words last", async () => {
  const composing = await made();
  let first = () => {};
  const saved: string[] = [];
  desk.savePack.mockImplementation(async ({ title }: PackForm) => {
    saved.push(title);
    if (title === "One") await new Promise<void>((done) => (first = done));
  });
  composing.form!.title = "One";
  const one = composing.keep();
  await vi.waitFor(() => expect(desk.savePack).toHaveBeenCalledTimes(1));
  composing.form!.title = "Two";
  const two = composing.keep();
  await new Promise((done) => setTimeout(done, 20));
  expect(saved, "the second waits for the first").toEqual(["One"]);
  first();
  expect([await one, await two]).toEqual([true, true]);
  expect(saved).toEqual(["One", "Two"]);
  composing.end();
});

it("finds out the sections of each audience once, whatever is withheld from how many", async () => {
  const withheld = { sections: ["deadlines"], quotes: [] };
  const people = Array.from({ length: 100 }, (_, index) => ({ audience: index % 2 ? "members" : "chair", recipient: `Cllr ${index}`, size: "normal" as const, withheld }));
  desk.pack.mockImplementation(async () => ({ ...form("Kept"), editions: people }));
  desk.outline.mockImplementation(async ({ form: { editions } }: { form: PackForm }) => (editions[0]!.withheld ? [] : [{ id: "deadlines", heading: `Dates for ${editions[0]!.audience}`, page: 1 }]));
  const composing = await made();
  await vi.waitFor(() => expect(Object.keys(composing.outlines)).toEqual(["chair", "members"]));
  expect(composing.outlines.members![0]!.heading).toBe("Dates for members");
  expect(desk.outline.mock.calls, "one for each").toHaveLength(2);
  composing.end();
});

it("makes a change a step of its own", async () => {
  const composing = await made();
  const saved: [string, number][] = [];
  desk.savePack.mockImplementation(async ({ title, editions }: PackForm) => void saved.push([title, editions.length]));
  composing.form!.title = "Typed before";
  await composing.step(() => composing.form!.editions.push({ audience: "members", recipient: "Cllr Ahmed", size: "normal" }));
  expect(saved).toEqual([["Typed before", 1], ["Typed before", 2]]);
  composing.end();
});
