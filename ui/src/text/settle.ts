/** Waits until calls stop coming for a while, then makes the last one. */
export type Settling<Args extends unknown[]> = {
  (...args: Args): void;
  /** Makes a waiting call at once. */
  now(): void;
  /** Forgets a waiting call. */
  forget(): void;
  readonly waiting: boolean;
};

export function settle<Args extends unknown[]>(milliseconds: number, act: (...args: Args) => void): Settling<Args> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Args | undefined;
  const run = () => {
    clearTimeout(timer);
    timer = undefined;
    const args = last;
    last = undefined;
    if (args) act(...args);
  };
  const later = (...args: Args) => {
    last = args;
    clearTimeout(timer);
    timer = setTimeout(run, milliseconds);
  };
  const forget = () => {
    clearTimeout(timer);
    timer = undefined;
    last = undefined;
  };
  return Object.defineProperty(Object.assign(later, { now: run, forget }), "waiting", { get: () => last !== undefined }) as Settling<Args>;
}
