import type { CostKind } from '@okaeri/shared/costs';
import { WALK_PAGE } from '../../../platform/store/group-rows.ts';
import type { Store } from '../../../platform/store/store.ts';
import { selectCosts } from '../cost-queries.ts';
import { costIn } from './cost-rules.ts';
import { quarterDays } from './day-rules.ts';
import type { FigureOrder } from './figure-order.ts';

const QUARTER_MONTHS = 3;

/** A cost in the shop's currency of today; null where nobody knows what it comes to in it. */
export interface ShopCost {
  readonly day: number;
  readonly kind: CostKind;
  readonly channel: string | null;
  readonly minor: number | null;
}

/** What was spent, and how many costs are in it of which nobody knows what they come to. */
interface CostSum {
  readonly costMinor: number;
  readonly costsWithoutRate: number;
}

/** What the programme cost in a quarter: everything that was entered but advertising, and what it costs each month (E81). */
export const costOfQuarter = async (
  store: Store,
  order: FigureOrder,
  period: string,
): Promise<CostSum> => {
  const { first, last } = quarterDays(period);
  let sum = QUARTER_MONTHS * order.settings.fixedCostMinorPerMonth;
  let costsWithoutRate = 0;
  for await (const { kind, minor } of costsOf(store, order, { from: first, until: last })) {
    if (kind === 'ads') continue;
    if (minor === null) costsWithoutRate += 1;
    else sum += minor;
  }
  return { costMinor: sum, costsWithoutRate };
};

/** The costs of some days. */
export async function* costsOf(
  store: Store,
  { shopId, document }: Pick<FigureOrder, 'shopId' | 'document'>,
  span: { readonly from: number; readonly until: number },
): AsyncGenerator<ShopCost> {
  for (let before = { beforeDay: Number.MAX_SAFE_INTEGER, beforeId: '' }; ;) {
    const page = await store.read((tx) =>
      tx.run(selectCosts, { shopId, ...span, ...before, limit: WALK_PAGE }),
    );
    for (const cost of page)
      yield {
        day: cost.day,
        kind: cost.kind,
        channel: cost.channel,
        minor: costIn(cost, document),
      };
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return;
    before = { beforeDay: last.day, beforeId: last.id };
  }
}
