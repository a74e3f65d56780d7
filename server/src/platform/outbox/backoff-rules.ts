import { DAY_MS } from '../lib/clock.ts';

/** How often something is tried before it is given up: two days, as mail servers do. */
export const ATTEMPTS_MAX = 12;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = DAY_MS / 2;

/** How long to wait after so many attempts: twice as long each time, half a day at most. */
export const waitAfter = (attempts: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), LONGEST_WAIT_MS);
