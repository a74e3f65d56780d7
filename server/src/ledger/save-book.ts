import { NEVER_AT } from '../lib/clock.ts';
import type { Tx } from '../store/store.ts';
import { dueAtOf, type Award, type Posting } from './book-rules.ts';
import { hashOf } from './chain-rules.ts';
import type { OpenBook } from './open-book.ts';
import {
  insertAward,
  insertTransaction,
  selectHoldings,
  selectNextExpiry,
  selectNextMaturity,
  updateAward,
  updateBalance,
  updateHolding,
} from './queries.ts';

const saveAwards = async (tx: Tx, open: OpenBook): Promise<void> => {
  for (const award of open.book.awards.values()) {
    const before = open.before.awards.get(award.id);
    const row = open.awardRows.get(award.id);
    if (row === undefined) throw new Error(`Award ${award.id} has no row to be saved in.`);
    if (before === award) continue;
    const values = { ...row, ...award, dueAt: dueAtOf(award) };
    await tx.run(before === undefined ? insertAward : updateAward, values);
  }
};

const saveHoldings = async (tx: Tx, open: OpenBook): Promise<void> => {
  for (const holding of open.book.holdings.values()) {
    const before = open.before.holdings.get(holding.id);
    if (before === undefined || before.state === holding.state) continue;
    await tx.run(updateHolding, {
      shopId: open.shopper.shopId,
      id: holding.id,
      state: holding.state,
      endedAt: holding.state === 'issued' ? null : open.now,
    });
  }
};

const saveTransactions = async (
  tx: Tx,
  open: OpenBook,
): Promise<{ sequence: number; chainHead: string }> => {
  let { sequence, chainHead } = open.shopper;
  const { shopId, id: shopperId } = open.shopper;
  for (const posting of open.book.postings) {
    sequence += 1;
    const place = { shopperId, sequence, recordedAt: open.now, previousHash: chainHead };
    const { entries, ...rest } = posting satisfies Posting;
    await tx.run(insertTransaction, { shopId, ...place, ...rest, ...entries });
    chainHead = hashOf(posting, place);
  }
  return { sequence, chainHead };
};

const earliestOf = (award: Award): number => (award.lotPoints > 0 ? dueAtOf(award) : NEVER_AT);

/** Asked of the rows only when something was due; else the old time and what was touched bound it. */
const nextChangeAt = async (tx: Tx, open: OpenBook): Promise<number> => {
  const { shopper, book, now } = open;
  const touched = [...book.awards.values()].map(earliestOf);
  const issued = [...book.holdings.values()].filter((holding) => holding.state === 'issued');
  const known = [...touched, ...issued.map((holding) => holding.expireAt)];
  if (shopper.nextChangeAt > now) return Math.min(shopper.nextChangeAt, ...known);
  const key = { shopId: shopper.shopId, shopperId: shopper.id, after: now };
  const [expiry] = await tx.run(selectNextExpiry, key);
  const [maturity] = await tx.run(selectNextMaturity, key);
  const holdings = book.account.held > 0 ? await tx.run(selectHoldings, key) : [];
  return Math.min(
    expiry?.at ?? NEVER_AT,
    maturity?.at ?? NEVER_AT,
    ...holdings.map((holding) => holding.expireAt),
    ...known,
  );
};

/** Writes what was decided on a book: its transactions, its changed lots, the balance. */
export const saveBook = async (tx: Tx, open: OpenBook): Promise<void> => {
  const { shopper, book } = open;
  await saveAwards(tx, open);
  await saveHoldings(tx, open);
  const chain = await saveTransactions(tx, open);
  await tx.run(updateBalance, {
    shopId: shopper.shopId,
    shopperId: shopper.id,
    ...book.account,
    ...chain,
    nextChangeAt: await nextChangeAt(tx, open),
  });
};
