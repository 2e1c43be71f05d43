import { describe, expect, it } from "vitest";
import { commands, fit, isPressed } from "./commands.svelte";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

describe("keys", () => {
  it("tell Ctrl+Z from Ctrl+Shift+Z", () => {
    expect(isPressed("Ctrl+Z", press("z", { ctrlKey: true }))).toBe(true);
    expect(isPressed("Ctrl+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(isPressed("Ctrl+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }))).toBe(true);
  });
  it("know a sign whether or not it took Shift to type it", () => {
    expect(isPressed("?", press("?", { shiftKey: true }))).toBe(true);
    expect(isPressed("?", press("?"))).toBe(true);
    expect(isPressed("?", press("?", { ctrlKey: true }))).toBe(false);
  });
  it("on a Mac the Command key is as good as Ctrl", () => expect(isPressed("Ctrl+K", press("k", { metaKey: true }))).toBe(true));
});

describe("finding by name", () => {
  it("wants every word, in any order", () => {
    expect(fit("Bring in documents", "docu bring")).toBeGreaterThan(0);
    expect(fit("Bring in documents", "bring zebra")).toBe(0);
  });
  it("likes the beginning of a word better than its middle", () => expect(fit("New pack", "pack")).toBeGreaterThan(fit("Unpack", "pack")));
});

describe("the list", () => {
  it("gives what a key asks for, and not while somebody types", () => {
    const away = commands.add([{ id: "a", name: "Do it", group: "Test", keys: ["Ctrl+J"], run: () => {} }, { id: "b", name: "Help", group: "Test", keys: ["F1"], run: () => {}, typing: true }]);
    const of = (key: string, typing: boolean) => commands.of(press(key, { ctrlKey: key === "j" }) as KeyboardEvent, typing)?.id;
    expect(of("j", false)).toBe("a");
    expect(of("j", true)).toBeUndefined();
    expect(of("F1", true)).toBe("b");
    away();
    expect(of("j", false)).toBeUndefined();
  });
});
