/** Whether this is the long run (`pnpm test:long`): many histories, and hours of them. */
const LONG = process.env['OKAERI_TEST_LONG'] !== undefined;

/**
 * Histories between one sign of life and the next, each part on a store of its own: a
 * reporter names what is done, and a database does not grow for as long as the run lasts.
 */
const PART_HISTORIES = 2000;

/** How many histories a property meets: a few in the ordinary run, many in the long one. */
export interface HistoryCount {
  readonly ordinary: number;
  readonly long: number;
}

/**
 * The parts of a property's run, for `it.each`.
 *
 * @example
 * it.each(partsOf({ ordinary: 150, long: 66_000 }))('keeps its sums, part $part', …);
 */
export const partsOf = (count: HistoryCount): { part: string; histories: number }[] => {
  const total = LONG ? count.long : count.ordinary;
  const parts = Math.ceil(total / PART_HISTORIES);
  return Array.from({ length: parts }, (_, index) => ({
    part: `${index + 1} of ${parts}`,
    histories: Math.min(PART_HISTORIES, total - index * PART_HISTORIES),
  }));
};
