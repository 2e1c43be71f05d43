import { describe, expect, it } from "vitest";
import { stand } from "./stand";

/** Lines of a paragraph, each 20 high, one beginning every 26. */
const lines = Array.from({ length: 20 }, (_, at) => ({ top: at * 26, bottom: at * 26 + 20 }));
const seen = { top: 0, bottom: 520 };
const isCut = ({ top, height }: { top: number; height: number }) => lines.some((line) => [top, top + height].some((edge) => line.top < edge && edge < line.bottom));

describe("the bar at selected words", () => {
  it("stands under them and covers whole lines", () => {
    const bar = stand(lines[4]!, 60, lines, seen);
    expect(bar.top).toBeGreaterThanOrEqual(lines[4]!.bottom);
    expect(bar.height).toBeGreaterThanOrEqual(60);
    expect(isCut(bar)).toBe(false);
  });
  it("stands over them where the page ends", () => {
    const words = lines[18]!;
    const bar = stand(words, 60, lines, seen);
    expect(bar.top + bar.height).toBeLessThanOrEqual(words.top);
    expect(isCut(bar)).toBe(false);
  });
  it("takes the side where it fits, though it cuts a line there", () => {
    const bar = stand({ top: 40, bottom: 60 }, 60, [{ top: 100, bottom: 140 }], { top: 0, bottom: 130 });
    expect(bar).toEqual({ top: 63, height: 60 });
  });
  it("stays in view when the words fill all that is seen", () => {
    const bar = stand({ top: -200, bottom: 900 }, 60, lines, seen);
    expect(bar.top + bar.height).toBeLessThanOrEqual(seen.bottom);
  });
});
