import { changeUsage } from './usages.ts';
import { DAY_MS, NEVER_AT } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import {
  dueAtOf,
  expiresAt,
  NO_COUNTS,
  type Award,
  type Holding,
  type Posting,
} from './book-rules.ts';
import { hashOf } from './chain-rules.ts';
import type { OpenBook } from './open-book.ts';
import {
  insertAward,
  selectFewestIdleDays,
  selectNextExpiry,
  selectNextMaturity,
  updateAward,
} from './lot-queries.ts';
import { emitHolding, emitPosting } from './ledger-events.ts';
import { insertTransaction, selectHoldings, updateBalance, updateHolding } from './queries.ts';

/** States in which a redemption's points are held. */
const WAITING: ReadonlySet<Holding['state']> = new Set(['held', 'issued', 'releasing']);

/** States in which a redemption no longer counts against its caps and stocks. */
const GIVEN_BACK: ReadonlySet<Holding['state']> = new Set(['released', 'expired']);

/** Writes what was decided on a book: its transactions, its changed lots, the balance. */
export const saveBook = async (tx: Tx, open: OpenBook): Promise<{ chainHead: string }> => {
  const { shopper, book } = open;
  await saveAwards(tx, open);
  await saveHoldings(tx, open);
  const chain = await saveTransactions(tx, open);
  const idleDays = await fewestIdleDays(tx, open);
  const taken = book.postings.some(
    ({ kind, entries }) => kind === 'clawback' && entries.issued > 0,
  );
  const { advocateAt, firstOrderAt, lastOrderAt, occasionsAt, origins, standing, tastes } = shopper;
  await tx.run(updateBalance, {
    shopId: shopper.shopId,
    shopperId: shopper.id,
    advocateAt,
    origins,
    firstOrderAt,
    lastOrderAt,
    occasionsAt,
    standing,
    tastes,
    ...open.profile,
    ...book.account,
    ...chain,
    activeAt: book.activeAt,
    idleDays,
    clawedBackAt: taken ? open.now : shopper.clawedBackAt,
    nextChangeAt: await nextChangeAt(tx, open, idleDays),
  });
  return chain;
};

async function saveAwards(tx: Tx, open: OpenBook): Promise<void> {
  for (const award of open.book.awards.values()) {
    const before = open.before.awards.get(award.id);
    const row = open.awardRows.get(award.id);
    if (row === undefined) throw new Error(`Award ${award.id} has no row to be saved in.`);
    if (before === award) continue;
    const { counted, ...rest } = award;
    const values = {
      ...row,
      ...rest,
      countedPoints: counted.points,
      countedSpendMinor: counted.spendMinor,
      countedOrders: counted.orders,
      dueAt: dueAtOf(award),
    };
    await tx.run(before === undefined ? insertAward : updateAward, values);
  }
}

async function saveHoldings(tx: Tx, open: OpenBook): Promise<void> {
  for (const holding of open.book.holdings.values()) {
    const before = open.before.holdings.get(holding.id);
    if (before?.state === holding.state) continue;
    emitHolding(tx, open, holding);
    if (before === undefined) continue;
    const { shopId } = open.shopper;
    if (GIVEN_BACK.has(holding.state) !== GIVEN_BACK.has(before.state))
      await countUses(tx, { shopId, shopperId: open.shopper.id }, holding);
    await tx.run(updateHolding, {
      shopId,
      id: holding.id,
      state: holding.state,
      expireAt: holding.expireAt,
      allocations: holding.allocations,
      endedAt: WAITING.has(holding.state) ? null : open.now,
    });
  }
}

async function saveTransactions(
  tx: Tx,
  open: OpenBook,
): Promise<{ sequence: number; chainHead: string }> {
  let { sequence, chainHead } = open.shopper;
  const { shopId, id: shopperId } = open.shopper;
  for (const posting of open.book.postings) {
    sequence += 1;
    const place = { shopperId, sequence, recordedAt: open.now, previousHash: chainHead };
    const { entries, counts = NO_COUNTS, merge = null, ...rest } = posting satisfies Posting;
    await tx.run(insertTransaction, {
      shopId,
      ...place,
      ...rest,
      ...entries,
      countedPoints: counts.points,
      countedSpendMinor: counts.spendMinor,
      countedOrders: counts.orders,
      merge,
    });
    chainHead = hashOf(posting, place);
    emitPosting(tx, open, { posting, sequence });
  }
  return { sequence, chainHead };
}

/** The fewest idle days of the shopper's lots: a lower bound, made exact whenever something was due. */
async function fewestIdleDays(tx: Tx, open: OpenBook): Promise<number> {
  const { shopper, book, now } = open;
  const touched = [...book.awards.values()]
    .filter(({ lotPoints, idleDays }) => lotPoints > 0 && idleDays > 0)
    .map(({ idleDays }) => idleDays);
  let { idleDays } = shopper;
  if (idleDays > 0 && shopper.nextChangeAt <= now) {
    const key = { shopId: shopper.shopId, shopperId: shopper.id };
    idleDays = (await tx.run(selectFewestIdleDays, key))[0]?.days ?? 0;
  }
  const known = idleDays > 0 ? [idleDays, ...touched] : touched;
  return known.length === 0 ? 0 : Math.min(...known);
}

/** Asked of the rows only when something was due; else the old time and what was touched bound it. */
async function nextChangeAt(tx: Tx, open: OpenBook, idleDays: number): Promise<number> {
  const { shopper, book, now } = open;
  const touched = [...book.awards.values()].map((award) => earliestOf(award, book.activeAt));
  const issued = [...book.holdings.values()].filter((holding) => holding.state === 'issued');
  const idleAt = idleDays === 0 ? NEVER_AT : book.activeAt + idleDays * DAY_MS;
  const known = [...touched, ...issued.map((holding) => holding.expireAt), idleAt];
  if (shopper.nextChangeAt > now) return Math.min(shopper.nextChangeAt, ...known);
  const key = { shopId: shopper.shopId, shopperId: shopper.id, after: now };
  const [expiry] = await tx.run(selectNextExpiry, key);
  const [maturity] = await tx.run(selectNextMaturity, key);
  const holdings = book.account.held > 0 ? await tx.run(selectHoldings, key) : [];
  return Math.min(
    expiry?.at ?? NEVER_AT,
    maturity?.at ?? NEVER_AT,
    ...holdings.filter(({ state }) => state === 'issued').map(({ expireAt }) => expireAt),
    ...known,
  );
}

async function countUses(
  tx: Tx,
  owner: { shopId: string; shopperId: string },
  holding: Holding,
): Promise<void> {
  const times = GIVEN_BACK.has(holding.state) ? -1 : 1;
  for (const { subject, shared, periodAt } of holding.caps) {
    const shopperId = shared ? '' : owner.shopperId;
    const points = times * holding.points;
    await changeUsage(tx, { shopId: owner.shopId, shopperId, subject, periodAt, times, points });
  }
}

function earliestOf(award: Award, activeAt: number): number {
  if (award.lotPoints === 0) return NEVER_AT;
  return award.matured ? expiresAt(award, activeAt) : award.matureAt;
}
