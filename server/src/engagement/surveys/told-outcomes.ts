import type { ToldOutcome } from '@okaeri/shared/surveys';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectRaisings, selectTellingsOf, selectThemes } from './theme-queries.ts';

/** So many are shown at once. */
const OUTCOMES_MAX = 5;

/**
 * What the shop did about what one said, for who looks (E49): once it is published, as long as it is done, and as long
 * as one says so. It is a fact and no contact, and asks nobody's patience.
 */
export const listOutcomes = async (tx: Tx, shopper: ShopperRow): Promise<ToldOutcome[]> => {
  const { shopId, id: shopperId } = shopper;
  const told = await tx.run(selectTellingsOf, { shopId, shopperId });
  if (told.length === 0) return [];
  const ids = new Set(told.map(({ themeId }) => themeId));
  const done = (await tx.run(selectThemes, { shopId }))
    .filter(({ id, outcome }) => ids.has(id) && outcome?.state === 'done')
    .toSorted((a, b) => (b.outcomeAt ?? 0) - (a.outcomeAt ?? 0));
  const outcomes: ToldOutcome[] = [];
  for (const { id: themeId, name, outcome, outcomeAt } of done) {
    const raised = await tx.run(selectRaisings, { shopId, shopperId, themeId });
    if (raised.length > 0)
      outcomes.push({ themeId, name, text: outcome?.text ?? {}, at: isoOf(outcomeAt ?? 0) });
    if (outcomes.length === OUTCOMES_MAX) break;
  }
  return outcomes;
};
