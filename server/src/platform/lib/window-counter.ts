/** How often something was counted by now, and for how long that stands. */
interface Counted {
  readonly count: number;
  readonly msLeft: number;
}

/** Counts one more of a key; `giveBack` takes one of it back, as long as its window lasts. */
export interface WindowCounter {
  (key: string): Counted;
  readonly giveBack: (key: string) => void;
}

/**
 * Counts by key within a window of time, after which it starts anew for all keys at once. It is
 * synchronous, and what a window holds goes with it: it stands in the way of every request, and a timer
 * and a promise for each key took a tenth of a `GET /me`.
 *
 * @param now milliseconds of a clock that never goes back
 */
export const createWindowCounter = (
  windowMs: number,
  now: () => number = () => performance.now(),
): WindowCounter => {
  let endsAt = -Infinity;
  let counts = new Map<string, number>();
  const countOne = (key: string): Counted => {
    const at = now();
    if (at >= endsAt) {
      endsAt = at + windowMs;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { count, msLeft: endsAt - at };
  };
  const giveBack = (key: string): void => {
    const count = now() >= endsAt ? undefined : counts.get(key);
    if (count !== undefined && count > 0) counts.set(key, count - 1);
  };
  return Object.assign(countOne, { giveBack });
};
