import type { CostEntry, CostInput } from '@okaeri/shared/costs';
import type { Refusal } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import type { Page } from '@okaeri/shared/ledger';
import { lockShopRow } from '../../access/shop-document.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { convertMinor } from '../../platform/lib/currency.ts';
import { newId } from '../../platform/lib/ids.ts';
import type { ListCursor } from '../../platform/lib/list-cursor.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { countCosts, deleteCost, insertCost, selectCost, selectCosts } from './cost-queries.ts';
import type { CostRow } from './tables.ts';

const ID_PREFIX = 'co_';
/** After every day there is. */
const LAST_DAY = Number.MAX_SAFE_INTEGER;

/** Enters a cost. */
export const addCost = (
  deps: Deps,
  input: { shop: ShopRow; body: CostInput; idempotencyKey: string },
): Promise<Answered<CostEntry>> =>
  deps.store.write(async (tx) => {
    const { shop, body, idempotencyKey: key } = input;
    await lockShopRow(tx, shop.id);
    const now = deps.clock.now();
    const request = { shopId: shop.id, principal: 'shop', route: 'costs', key, body, now };
    return answerOnce(tx, request, async (): Promise<Answer<CostEntry>> => {
      const kept = await keepCost(deps, tx, { shop, cost: body, id: ID_PREFIX + newId() });
      return 'refused' in kept ? kept : { status: 201, body: toCost(kept.row) };
    });
  });

/** Keeps a cost within a write that has locked the shop; one of this id that is there already stays as it is. */
export const keepCost = async (
  deps: Deps,
  tx: Tx,
  { shop, cost, id }: { shop: ShopRow; cost: CostInput; id: string },
): Promise<{ row: CostRow; isNew: boolean } | { refused: Refusal }> => {
  const shopId = shop.id;
  const { document } = await currentProgram(deps, tx, shop);
  const { amountMinor, currency: from } = cost;
  const to = document.currency;
  const rate = from === to ? '1' : document.rates[from];
  if (rate === undefined) {
    const detail = `The programme has no rate of ${from}; enter the cost in ${to}.`;
    return { refused: { code: 'invalidRequest', detail } };
  }
  const day = Date.parse(cost.day) / DAY_MS;
  const shopMinor = convertMinor(amountMinor, { from, to, rate });
  const enteredAt = nowOf(deps, shop);
  const row: CostRow = { ...cost, shopId, id, day, shopMinor, enteredAt, shopCurrency: to };
  if ((await first(tx, selectCost, { shopId, id })) !== undefined) return { row, isNew: false };
  const counted = await first(tx, countCosts, { shopId, ...monthOf(cost.day) });
  if ((counted?.many ?? 0) >= LIMITS.costsMax) {
    const detail = `A month has ${LIMITS.costsMax} costs at most; enter what belongs together as one.`;
    return { refused: { code: 'tooManyDefinitions', detail } };
  }
  await tx.run(insertCost, row);
  return { row, isNew: true };
};

/** A page of costs, the latest day first. */
export const listCosts = (
  deps: Deps,
  shopId: string,
  asked: {
    from?: string | undefined;
    until?: string | undefined;
    after: ListCursor;
    limit: number;
  },
): Promise<Page<CostEntry>> =>
  deps.store.read(async (tx) => {
    const { from, until, after, limit } = asked;
    const found = await tx.run(selectCosts, {
      shopId,
      from: from === undefined ? 0 : Date.parse(from) / DAY_MS,
      until: until === undefined ? LAST_DAY : Date.parse(until) / DAY_MS,
      beforeDay: after.at,
      beforeId: after.id,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const last = found.length > limit ? shown.at(-1) : undefined;
    return {
      items: shown.map(toCost),
      nextCursor: last === undefined ? null : `${last.day}_${last.id}`,
    };
  });

/** Takes a cost back. One that is not there is gone already. */
export const removeCost = async (deps: Deps, shopId: string, id: string): Promise<void> => {
  await deps.store.write((tx) => tx.run(deleteCost, { shopId, id }));
};

function toCost({
  shopId: _shopId,
  shopCurrency: _currency,
  day,
  enteredAt,
  ...cost
}: CostRow): CostEntry {
  return { ...cost, day: isoOf(day * DAY_MS).slice(0, 10), enteredAt: isoOf(enteredAt) };
}

/** The days of the month a day such as `2026-11-22` lies in. */
function monthOf(day: string): { from: number; until: number } {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return {
    from: Date.UTC(year, month - 1, 1) / DAY_MS,
    until: Date.UTC(year, month, 1) / DAY_MS - 1,
  };
}
