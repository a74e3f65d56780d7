/** How long a number counts, and in how many steps at most. */
const COUNT_MS = 640;
const STEPS_MAX = 40;

/** Whether the shopper wants to see nothing move. */
const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/**
 * Counts a number up, fast first and slow at its end. The last call of `show` is with `to`; where nothing
 * should move it is the only one.
 */
export const countUp = (from: number, to: number, show: (value: number) => void): void => {
  const begun = performance.now();
  const step = (): void => {
    const part = isStill() ? 1 : Math.min(1, (performance.now() - begun) / COUNT_MS);
    const eased = 1 - (1 - part) ** 3;
    show(part === 1 ? to : Math.round(from + (to - from) * eased));
    if (part < 1) setTimeout(step, COUNT_MS / STEPS_MAX);
  };
  step();
};
