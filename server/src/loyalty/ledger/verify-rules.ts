import type { Entries, Posting } from './book-rules.ts';
import { CHAIN_START, hashOf } from './chain-rules.ts';
import type { AwardRow, TransactionRow } from './tables.ts';
import type { RedemptionRow, ShopperRow } from './account-tables.ts';

/** Something that is not as the ledger's rows imply. */
export interface Difference {
  readonly shopId: string;
  readonly shopperId: string;
  readonly what: string;
  readonly expected: string | number;
  readonly found: string | number;
}

/** What replaying a chain has come to so far. */
export interface Replay {
  sequence: number;
  head: string;
  pending: number;
  available: number;
  held: number;
  issued: number;
  spendMinor: number;
  orderCount: number;
  readonly lots: Map<string, number>;
  readonly awardIds: Set<string>;
  readonly differences: Difference[];
}

export const startReplay = (): Replay => ({
  sequence: 0,
  head: CHAIN_START,
  pending: 0,
  available: 0,
  held: 0,
  issued: 0,
  spendMinor: 0,
  orderCount: 0,
  lots: new Map(),
  awardIds: new Set(),
  differences: [],
});

/** Replays one transaction: its place in the chain, its sum, what it moved. */
export const replayTransaction = (replay: Replay, row: TransactionRow): void => {
  const { sequence, recordedAt, previousHash, shopperId } = row;
  const at = `transaction ${sequence}`;
  compare(replay, row, {
    what: `the number of ${at}`,
    expected: replay.sequence + 1,
    found: sequence,
  });
  compare(replay, row, {
    what: `the hash before ${at}`,
    expected: replay.head,
    found: previousHash,
  });
  const entries = entriesOf(row);
  const sum = Object.values(entries).reduce((total, points) => total + points, 0);
  compare(replay, row, { what: `the sum of ${at}`, expected: 0, found: sum });
  replay.sequence = sequence;
  replay.head = hashOf(postingOf(row, entries), { shopperId, sequence, recordedAt, previousHash });
  replay.pending += row.pending;
  replay.available += row.available;
  replay.held += row.held;
  replay.issued += row.issued;
  replay.spendMinor += row.countedSpendMinor;
  replay.orderCount += row.countedOrders;
  if (row.awardId !== null) replay.awardIds.add(row.awardId);
  for (const [awardId, points] of row.lots) {
    replay.awardIds.add(awardId);
    replay.lots.set(awardId, (replay.lots.get(awardId) ?? 0) + points);
  }
};

/** Compares what the chain implies with the rows that cache it. */
export const compareWithRows = (
  replay: Replay,
  rows: { shopper: ShopperRow; awards: readonly AwardRow[]; holdings: readonly RedemptionRow[] },
): void => {
  const { shopper, awards, holdings } = rows;
  const of = { shopId: shopper.shopId, shopperId: shopper.id };
  const check = (what: string, expected: string | number, found: string | number): void =>
    compare(replay, of, { what, expected, found });
  check('pending', replay.pending, shopper.pending);
  check('available', replay.available, shopper.available);
  check('held', replay.held, shopper.held);
  check('lifetime', 0 - replay.issued, shopper.lifetime);
  check('money spent', replay.spendMinor, shopper.spendMinor);
  check('orders', replay.orderCount, shopper.orderCount);
  check('the number of transactions', replay.sequence, shopper.sequence);
  check('the head of the chain', replay.head, shopper.chainHead);
  for (const award of awards)
    check(`the lot of award ${award.id}`, replay.lots.get(award.id) ?? 0, award.lotPoints);
  const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
  check('points posted by awards', 0 - replay.issued, sum(awards.map((award) => award.posted)));
  const pending = awards.filter((award) => !award.matured).map((award) => award.lotPoints);
  check('points in lots that wait', replay.pending, sum(pending));
  const matured = awards.filter((award) => award.matured).map((award) => award.lotPoints);
  check('points in lots to spend', Math.max(0, replay.available), sum(matured));
  check('points of codes in hand', replay.held, sum(holdings.map((holding) => holding.points)));
};

function compare(
  replay: Replay,
  row: Pick<ShopperRow, 'shopId'> & { shopperId: string },
  check: { what: string; expected: string | number; found: string | number },
): void {
  if (check.expected === check.found) return;
  replay.differences.push({ shopId: row.shopId, shopperId: row.shopperId, ...check });
}

function entriesOf(row: TransactionRow): Entries {
  return {
    pending: row.pending,
    available: row.available,
    held: row.held,
    issued: row.issued,
    redeemed: row.redeemed,
    expired: row.expired,
    adjusted: row.adjusted,
  };
}

/** The transaction as it was hashed. */
function postingOf(row: TransactionRow, entries: Entries): Posting {
  const { merge, ...rest } = row;
  const counts = {
    points: row.countedPoints,
    spendMinor: row.countedSpendMinor,
    orders: row.countedOrders,
  };
  return { ...rest, entries, counts, ...(merge !== null && { merge }) };
}
