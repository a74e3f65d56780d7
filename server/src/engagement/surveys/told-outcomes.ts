import type { ToldOutcome } from '@okaeri/shared/surveys';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { shownQuotations } from './quotations.ts';
import { selectRaisedBy, selectThemes } from './theme-queries.ts';

/** So many are shown at once. */
const OUTCOMES_MAX = 5;

/**
 * What the shop did about what shoppers said, for whoever looks (E49): as long as it is done, and first what was done
 * about what one said oneself. It is a fact and no contact, and asks nobody's patience.
 */
export const listOutcomes = async (
  tx: Tx,
  { shop, shopper, now }: { shop: ShopRow; shopper: ShopperRow | undefined; now: number },
): Promise<ToldOutcome[]> => {
  const { id: shopId } = shop;
  const done = (await tx.run(selectThemes, { shopId })).filter(
    ({ outcome }) => outcome?.state === 'done',
  );
  if (done.length === 0) return [];
  const own =
    shopper === undefined ? [] : await tx.run(selectRaisedBy, { shopId, shopperId: shopper.id });
  const raised = new Set(own.map(({ themeId }) => themeId));
  const shown = done
    .toSorted(
      (a, b) =>
        Number(raised.has(b.id)) - Number(raised.has(a.id)) ||
        (b.outcomeAt ?? 0) - (a.outcomeAt ?? 0),
    )
    .slice(0, OUTCOMES_MAX);
  const outcomes: ToldOutcome[] = [];
  for (const theme of shown)
    outcomes.push({
      themeId: theme.id,
      name: theme.name,
      text: theme.outcome?.text ?? {},
      at: isoOf(theme.outcomeAt ?? 0),
      mine: raised.has(theme.id),
      quotations: await shownQuotations(tx, theme, { shop, now }),
    });
  return outcomes;
};
