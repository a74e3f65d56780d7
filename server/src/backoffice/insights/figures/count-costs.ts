import type { CostKind } from '@okaeri/shared/costs';
import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { selectCosts } from '../cost-queries.ts';
import { quarterDays } from './day-rules.ts';
import type { FigureOrder } from './figure-order.ts';

const QUARTER_MONTHS = 3;

/** A cost in the shop's currency. */
export interface ShopCost {
  readonly day: number;
  readonly kind: CostKind;
  readonly channel: string | null;
  readonly shopMinor: number;
}

/** What the programme cost in a quarter: everything that was entered but advertising, and what it costs each month (E81). */
export const costOfQuarter = async (
  store: Store,
  order: FigureOrder,
  period: string,
): Promise<number> => {
  const { first, last } = quarterDays(period);
  let sum = QUARTER_MONTHS * order.settings.fixedCostMinorPerMonth;
  for await (const { kind, shopMinor } of costsOf(store, order.shopId, {
    from: first,
    until: last,
  }))
    if (kind !== 'ads') sum += shopMinor;
  return sum;
};

/** The costs of some days. */
export async function* costsOf(
  store: Store,
  shopId: string,
  span: { readonly from: number; readonly until: number },
): AsyncGenerator<ShopCost> {
  for (let before = { beforeDay: Number.MAX_SAFE_INTEGER, beforeId: '' }; ;) {
    const page = await store.read((tx) =>
      tx.run(selectCosts, { shopId, ...span, ...before, limit: WALK_PAGE }),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return;
    before = { beforeDay: last.day, beforeId: last.id };
  }
}
