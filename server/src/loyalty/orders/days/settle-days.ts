import { first, type Store } from '../../../platform/store/store.ts';
import { countDays, type DayCount } from './count-days.ts';
import type { DayTerms } from './day-terms.ts';
import { selectDayTerms, setDayTerms } from './count-queries.ts';

/** No version of a programme: which one the terms are those of, the job finds out. */
const UNSEEN = 0;
/** Before every shopper. */
const NOBODY = '';

/**
 * Counts what is not counted yet by the terms of the programme: everything after an upgrade and after another zone or
 * currency was published, and nothing otherwise. It can be ended at any time, and goes on where it was. Orders that
 * come meanwhile are counted as they come.
 */
export const settleDays = async (store: Store, shopId: string, terms: DayTerms): Promise<void> => {
  const { timeZone, currency } = terms;
  const row = await store.read((tx) => first(tx, selectDayTerms, { shopId }));
  const isSame = row?.timeZone === timeZone && row.currency === currency;
  if (isSame && row.countedTo === null) return;
  await count(store, { shopId, timeZone, currency }, (isSame && row.countedTo) || NOBODY);
};

/** Compares all purchase days of a shop with its orders; puts right what differs where that is wanted. */
export const rebuildDays = async (
  store: Store,
  by: { shopId: string } & DayTerms,
  { repair }: { repair: boolean },
): Promise<DayCount> => {
  const { shopId, timeZone, currency } = by;
  const all = { shopId, timeZone, currency };
  return repair
    ? count(store, all, NOBODY)
    : countDays(store, { ...all, rates: new Map() }, { repair });
};

async function count(
  store: Store,
  by: { shopId: string } & DayTerms,
  after: string,
): Promise<DayCount> {
  const note = async (countedTo: string | null): Promise<void> => {
    await store.write((tx) => tx.run(setDayTerms, { ...by, programVersion: UNSEEN, countedTo }));
  };
  return countDays(
    store,
    { ...by, rates: new Map() },
    { repair: true, after, reached: (shopperId) => note(shopperId === NOBODY ? null : shopperId) },
  );
}
