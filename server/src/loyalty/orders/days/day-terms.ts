import type { ProgramDocument } from '@okaeri/shared/program';
import { first, type Tx } from '../../../platform/store/store.ts';
import { readProgram } from '../../program/load-program.ts';
import { selectDayTerms, takeBackCounted } from './count-queries.ts';

/** Before every day there is. */
export const BEFORE_DAYS = Number.MIN_SAFE_INTEGER;

/** The rates of each version of the programme into the shop's currency, as far as they were needed. */
export type RatesByVersion = Map<number, ProgramDocument['rates']>;

/** The zone and the currency a shop's purchase days are in now. */
export type DayTerms = Pick<ProgramDocument, 'timeZone' | 'currency'>;

/** Whether a shop's days are all counted by these terms: until then no figure can be made of them. */
export const areDaysCounted = async (
  tx: Tx,
  shopId: string,
  { timeZone, currency }: DayTerms,
): Promise<boolean> => {
  const row = await first(tx, selectDayTerms, { shopId });
  return row?.timeZone === timeZone && row.currency === currency && row.countedTo === null;
};

/**
 * A programme was published: orders move days by its zone and currency from now on. Where the days were counted by
 * others they are counted anew, also when what was before is published again in between.
 */
export const followProgram = async (
  tx: Tx,
  shopId: string,
  { timeZone, currency }: DayTerms,
): Promise<void> => {
  await tx.run(takeBackCounted, { shopId, timeZone, currency });
};

/** Reads what is not known yet of the rates that orders need. Works also where nothing is kept in memory, as in a worker. */
export const addRates = async (
  tx: Tx,
  { shopId, rates }: { shopId: string; rates: RatesByVersion },
  orders: readonly { readonly programVersion: number }[],
): Promise<void> => {
  for (const { programVersion: version } of orders) {
    if (rates.has(version)) continue;
    rates.set(version, (await readProgram(tx, { shopId, version })).rates);
  }
};
