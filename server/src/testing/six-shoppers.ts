import { dayOfDate } from '../backoffice/insights/figures/day-rules.ts';

/** The purchase days of the six shoppers of the reference, up to 2026-04-30. */
export const SIX_SHOPPERS = [
  ['2026-01-10', '2026-02-03', '2026-04-20'],
  ['2026-01-31', '2026-02-01'],
  ['2026-01-05'],
  ['2026-02-14', '2026-03-30', '2026-04-02'],
  ['2026-02-20'],
  ['2026-04-11', '2026-04-12'],
].map((dates) => dates.map(dayOfDate));
/** The day they are looked at. */
export const SIX_AS_OF = dayOfDate('2026-04-30');
