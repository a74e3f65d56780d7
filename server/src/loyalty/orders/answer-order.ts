import type { ReadUsages } from '../ledger/usages.ts';
import type { CapState } from '@okaeri/shared/caps';
import type { OrderAnswer, OrderWarning } from '@okaeri/shared/orders';
import type { Deps } from '../../deps.ts';
import { ruleLimit } from '../earning/use-caps.ts';
import type { PartAward } from '../earning/move-parts.ts';
import type { Award } from '../ledger/book-rules.ts';
import { awardFromRow } from '../ledger/open-book.ts';
import { selectAwardsBySource } from '../ledger/lot-queries.ts';
import { toIso } from '../../platform/lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import { NOBODY } from '../shoppers/shopper-context.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { loadedOrder, type LoadedOrder } from './rules/apply-order.ts';
import { lockOrder } from './rules/queries.ts';
import { campaignTimesOf } from './order-context.ts';
import { readState } from './rules/state-rules.ts';
import { totalWarnings } from './rules/total-rules.ts';
import type { AwardRow } from '../ledger/tables.ts';
import type { OrderRow } from './tables.ts';

/** The parts of an order's target as their awards came out: with the room they were granted. */
export const settledParts = (
  order: LoadedOrder,
  awards: readonly Pick<PartAward, 'part' | 'grant'>[],
) =>
  order.target.parts.map((part) => {
    const grant = awards.find((award) => award.part === part.part)?.grant ?? null;
    const awarded = grant === null ? part.desired : Math.min(part.desired, grant.room);
    const until = grant?.until == null ? null : toIso(grant.until);
    const cap = grant !== null && awarded < part.desired ? { room: grant.room, until } : null;
    return part.settle(awarded, cap);
  });

/** The answer about an order: its awards as they stand, and how its points came about. */
export const toAnswer = (input: {
  order: LoadedOrder;
  awards: readonly PartAward[] | undefined;
  shopperId: string | null;
  stale: boolean;
  limits: OrderAnswer['limits'];
  warnings: readonly OrderWarning[];
}): OrderAnswer => {
  const { order, awards = [] } = input;
  const { target } = order;
  const settled = settledParts(order, awards);
  const owned = input.awards !== undefined;
  const receipts = settled.map(({ receipt }) =>
    owned ? receipt : { ...receipt, awarded: 0, reason: 'shopperUnknown' as const },
  );
  const main = awards[0];
  return {
    orderId: order.id,
    stale: input.stale,
    shopperId: input.shopperId,
    points: {
      target: owned ? settled.reduce((sum, part) => sum + part.target, 0) : 0,
      posted: sumOf(awards, ({ posted }) => posted),
      forgiven: sumOf(awards, ({ forgiven }) => forgiven),
      pending: sumOf(awards, ({ matured, lotPoints }) => (matured ? 0 : lotPoints)),
      available: sumOf(awards, ({ matured, lotPoints }) => (matured ? lotPoints : 0)),
      matureAt: main === undefined ? null : toIso(main.matureAt),
      expireAt: main === undefined ? null : toIso(main.expireAt),
    },
    receipt: receipts[0] ?? null,
    receipts,
    limits: input.limits,
    warnings: [...input.warnings, ...target.warnings, ...totalWarnings(order.state)],
  };
};

/** The order of a row, under the terms that were kept with it. */
export const storedOrder = async (deps: Deps, tx: Tx, known: OrderRow): Promise<LoadedOrder> => {
  const { id, shopId, shopperId, programVersion, toShopRate } = known;
  const document = await loadProgram(deps, tx, { shopId, version: programVersion });
  const state = readState(known.state);
  const who = (shopperId !== null && known.contexts[shopperId]) || NOBODY;
  const campaignTimes = campaignTimesOf(state, who);
  const terms = { document, programVersion, who, toShopRate, campaignTimes };
  return loadedOrder({ id, state, isNew: false, ...terms });
};

/** How far the caps of an order's rules are used up now; asks nothing where none has a cap. */
export const orderLimits = async (
  tx: Tx,
  order: LoadedOrder,
  owner: { shopId: string; shopperId: string | null; now: number; read?: ReadUsages },
): Promise<OrderAnswer['limits']> => {
  const { shopId, shopperId, now, read } = owner;
  const capped = new Set(
    order.target.parts.filter(({ caps }) => caps.length > 0).map(({ part }) => part),
  );
  if (capped.size === 0 || shopperId === null) return [];
  const { earning, timeZone } = order.document;
  const limits: { ruleId: string; limit: CapState }[] = [];
  for (const rule of earning) {
    if (!rule.enabled || !capped.has(rule.id)) continue;
    const by = { shopId, shopperId, timeZone, ...(read && { read }) };
    const limit = await ruleLimit(tx, by, rule, now);
    limits.push({ ruleId: rule.id, limit });
  }
  return limits;
};

/** The order of a referral, under its terms. */
export const orderOfReferral = async (
  deps: Deps,
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<LoadedOrder | undefined> => {
  const row = await first(tx, lockOrder, key);
  return row && storedOrder(deps, tx, row);
};

/** The answer about an order from what is stored of it. */
export const answerStored = async (
  deps: Deps,
  tx: Tx,
  known: OrderRow,
  seen: { now: number; stale: boolean },
): Promise<OrderAnswer> => {
  const { shopId, shopperId } = known;
  const source = { sourceKind: 'order', sourceId: known.id };
  const rows =
    shopperId === null
      ? undefined
      : await tx.run(selectAwardsBySource, { shopId, shopperId, ...source });
  const order = await storedOrder(deps, tx, known);
  return toAnswer({
    order,
    awards: rows?.map((row) => awardAt(row, seen.now)),
    shopperId: order.state.shopper?.id ?? null,
    stale: seen.stale,
    limits: await orderLimits(tx, order, { shopId, shopperId, now: seen.now }),
    warnings: [],
  });
};

function sumOf(awards: readonly Award[], points: (award: Award) => number): number {
  return awards.reduce((sum, award) => sum + points(award), 0);
}

/** The award of a row, seen at a time: what is due counts as done, although nothing posted it yet. */
function awardAt(row: AwardRow, now: number): PartAward {
  const award = awardFromRow(row);
  const matured = award.matured || award.matureAt <= now;
  const gone = matured && award.expireAt <= now;
  return { ...award, part: row.part, matured, lotPoints: gone ? 0 : award.lotPoints };
}
