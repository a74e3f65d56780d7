import type { OrderAnswer, OrderWarning } from '@okaeri/shared/orders';
import type { Deps } from '../deps.ts';
import type { Award } from '../ledger/book-rules.ts';
import { awardFromRow } from '../ledger/open-book.ts';
import { selectAwardBySource } from '../ledger/queries.ts';
import { toIso } from '../lib/clock.ts';
import { loadProgram } from '../program/load-program.ts';
import type { AwardRow, OrderRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { knownOrder, type KnownOrder } from './apply-order.ts';
import { readState } from './state-rules.ts';

/** The answer about an order: its award as it stands, and how its points came about. */
export const toAnswer = (input: {
  order: KnownOrder;
  award: Award | undefined;
  shopperId: string | null;
  stale: boolean;
  warnings: readonly OrderWarning[];
}): OrderAnswer => {
  const { order, award } = input;
  const { target } = order;
  const owned = award !== undefined;
  return {
    orderId: order.id,
    stale: input.stale,
    shopperId: input.shopperId,
    points: {
      target: owned ? target.target : 0,
      posted: award?.posted ?? 0,
      forgiven: award?.forgiven ?? 0,
      pending: award && !award.matured ? award.lotPoints : 0,
      available: award?.matured ? award.lotPoints : 0,
      matureAt: owned ? toIso(award.matureAt) : null,
      expireAt: owned ? toIso(award.expireAt) : null,
    },
    receipt: owned ? target.receipt : { ...target.receipt, awarded: 0, reason: 'shopperUnknown' },
    warnings: [...input.warnings, ...target.warnings],
  };
};

/** The award of a row, seen at a time: what is due counts as done, although nothing posted it yet. */
const awardAt = (row: AwardRow, now: number): Award => {
  const award = awardFromRow(row);
  const matured = award.matured || award.matureAt <= now;
  const gone = matured && award.expireAt <= now;
  return { ...award, matured, lotPoints: gone ? 0 : award.lotPoints };
};

/** The answer about an order from what is stored of it. */
export const answerStored = async (
  deps: Deps,
  tx: Tx,
  known: OrderRow,
  seen: { now: number; stale: boolean },
): Promise<OrderAnswer> => {
  const { shopId, shopperId, programVersion } = known;
  const document = await loadProgram(deps, tx, { shopId, version: programVersion });
  const source = { sourceKind: 'order', sourceId: known.id };
  const row =
    shopperId === null
      ? undefined
      : await first(tx, selectAwardBySource, { shopId, shopperId, ...source });
  const state = readState(known.state);
  return toAnswer({
    order: knownOrder({ id: known.id, state, document, programVersion, isNew: false }),
    award: row && awardAt(row, seen.now),
    shopperId: state.shopper?.id ?? null,
    stale: seen.stale,
    warnings: [],
  });
};
