import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { settle } from "./settle";

describe("settling", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("makes only the last of many quick calls", () => {
    const made: string[] = [];
    const later = settle(250, (words: string) => void made.push(words));
    later("a");
    vi.advanceTimersByTime(200);
    later("ab");
    vi.advanceTimersByTime(249);
    expect(made, "the wait begins again with each call").toEqual([]);
    vi.advanceTimersByTime(1);
    expect(made).toEqual(["ab"]);
  });

  it("can be hurried, once", () => {
    const act = vi.fn();
    const later = settle(250, act);
    later();
    expect(later.waiting).toBe(true);
    later.now();
    vi.runAllTimers();
    expect(act).toHaveBeenCalledTimes(1);
    later.now();
    expect(act, "nothing was waiting").toHaveBeenCalledTimes(1);
  });

  it("can be forgotten", () => {
    const act = vi.fn();
    const later = settle(250, act);
    later();
    later.forget();
    vi.runAllTimers();
    expect(act).not.toHaveBeenCalled();
  });
});
