import { expect, it } from "vitest";
import { libraryWeightSaid, weightIn, withWeight } from "./weights";

it("sets, changes and takes back what a pack says of a quote", () => {
  const one = withWeight([], "q1", "must");
  const two = withWeight(one, "q2", "could");
  expect([weightIn(two, "q1"), weightIn(two, "q2"), weightIn(two, "q3")]).toEqual(["must", "could", null]);
  expect(withWeight(two, "q1", "should")).toHaveLength(2);
  expect(withWeight(two, "q1", null)).toEqual([{ quote: "q2", weight: "could" }]);
  expect(one, "the list before is left alone").toEqual([{ quote: "q1", weight: "must" }]);
});
it("says what the library has where the pack says nothing", () => {
  expect(libraryWeightSaid("must")).toBe("Must, as in the library");
  expect(libraryWeightSaid(null)).toBe("Not weighed");
});
