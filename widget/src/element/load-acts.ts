import type { elementActs } from './element-acts.ts';

/** Fetches what elements do; only where a page has one that does anything. */
export const loadActs = async (): Promise<typeof elementActs> =>
  (await import('./element-acts.ts')).elementActs;
