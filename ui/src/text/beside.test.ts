import { describe, expect, it } from "vitest";
import { beside, type Box, ringOf } from "./beside";

const window = { width: 1366, height: 768 };
const card = { width: 340, height: 210 };
const meets = (a: Box, b: Box) => a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

describe("the card of the tour", () => {
  const rings: Record<string, Box> = {
    "a button at the upper right": { left: 1180, top: 60, width: 170, height: 44 },
    "a link at the left edge": { left: 3, top: 90, width: 190, height: 40 },
    "a document that fills the middle": { left: 196, top: 130, width: 800, height: 635 },
    "a panel at the right edge": { left: 994, top: 52, width: 369, height: 713 },
    "something at the lower edge": { left: 500, top: 700, width: 200, height: 60 },
  };
  for (const [name, ring] of Object.entries(rings))
    it(`covers nothing of ${name}, and stands in the window`, () => {
      const place = { ...beside(ring, card, window, ["below"]), ...card };
      expect(meets(place, ring)).toBe(false);
      expect(place.left >= 0 && place.top >= 0 && place.left + place.width <= window.width && place.top + place.height <= window.height).toBe(true);
    });
  it("takes the side that was wished for where there is room", () => {
    expect(beside(rings["a link at the left edge"]!, card, window, ["right"]).left).toBe(205);
    expect(beside(rings["a button at the upper right"]!, card, window, ["below"])).toEqual({ left: 1010, top: 116 });
  });
  it("goes to a corner when the window is full of what it speaks of", () => {
    expect(beside({ left: 0, top: 0, width: 1366, height: 700 }, card, window, [])).toEqual({ left: 12, top: 546 });
  });
});

describe("the ring", () => {
  it("is whole at the edge of the window", () => {
    expect(ringOf({ left: 0, top: 400, width: 100, height: 368 }, window, 5, 2)).toEqual({ left: 2, top: 395, width: 103, height: 371 });
  });
  it("keeps its distance where there is room", () => {
    expect(ringOf({ left: 50, top: 60, width: 100, height: 30 }, window, 5, 2)).toEqual({ left: 45, top: 55, width: 110, height: 40 });
  });
});
