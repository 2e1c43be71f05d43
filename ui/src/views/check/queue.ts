// What waits to be checked, in the order a person goes through it.
import type { Fact, ReadFact, Reading, SourceRow } from "../../desk/types";

export type Waiting = Omit<ReadFact, "fact"> & { fact: Fact; source: SourceRow; key: string };

/** Every value less than sure, document by document. */
export function waitingIn(readings: Reading[]): Waiting[] {
  return readings.flatMap(({ facts, source }) =>
    facts.flatMap(({ fact, ...line }) => (fact && fact.confidence !== "sure" ? [{ ...line, fact, source, key: `${source.id}/${line.field}` }] : [])),
  );
}

/** The one to show: the one asked for or, when it was dealt with, what came after it. */
export function turnTo(queue: Waiting[], before: Waiting[], key: string | null): Waiting | undefined {
  const there = queue.find((each) => each.key === key);
  if (there) return there;
  const left = before.slice(before.findIndex((each) => each.key === key) + 1);
  return left.map((each) => queue.find(({ key }) => key === each.key)).find((each) => each !== undefined) ?? queue[0];
}

/** The one `by` steps on; at either end it stays. */
export function stepFrom(queue: Waiting[], key: string | null, by: 1 | -1): Waiting | undefined {
  const at = queue.findIndex((each) => each.key === key);
  return queue[Math.max(0, Math.min(queue.length - 1, at + by))];
}
