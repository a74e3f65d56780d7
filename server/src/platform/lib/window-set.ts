/**
 * Remembers keys for a window of time, after which all of them are forgotten at once.
 *
 * @param now milliseconds of a clock that never goes back
 */
export const createWindowSet = (
  windowMs: number,
  now: () => number = () => performance.now(),
): {
  readonly has: (key: string) => boolean;
  readonly add: (key: string) => void;
  readonly forget: (key: string) => void;
} => {
  let endsAt = -Infinity;
  let keys = new Set<string>();
  const current = (): Set<string> => {
    const at = now();
    if (at >= endsAt) {
      endsAt = at + windowMs;
      keys = new Set();
    }
    return keys;
  };
  return {
    has: (key) => current().has(key),
    add: (key) => void current().add(key),
    forget: (key) => void current().delete(key),
  };
};
