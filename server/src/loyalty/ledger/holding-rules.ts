import {
  LedgerFault,
  NO_ENTRIES,
  post,
  withHolding,
  type Award,
  type Book,
  type Holding,
} from './book-rules.ts';
import { returnToLots } from './credit-rules.ts';
import type { LotMove } from './documents.ts';

/**
 * Takes up to `points` from matured lots, earliest expiry first. `except` is a
 * lot that must be left alone.
 */
export const takeFromLots = (
  book: Book,
  points: number,
  except?: string,
): { readonly moves: readonly LotMove[]; readonly taken: number } => {
  const spendable = [...book.awards.values()]
    .filter((award) => award.matured && award.lotPoints > 0 && award.id !== except)
    .sort(bySpendingOrder);
  const moves: LotMove[] = [];
  let missing = points;
  for (const award of spendable) {
    if (missing === 0) break;
    const part = Math.min(award.lotPoints, missing);
    moves.push([award.id, -part]);
    missing -= part;
  }
  return { moves, taken: points - missing };
};

/** Holds the points of a new code. The caller has checked that they are there. */
export const hold = (
  book: Book,
  input: Pick<Holding, 'id' | 'state' | 'points' | 'expireAt' | 'caps'> & { now: number },
): Book => {
  const { moves, taken } = takeFromLots(book, input.points);
  if (taken !== input.points) throw new LedgerFault('The lots do not cover the points held.');
  const held = post(book, {
    kind: 'redeem',
    awardId: null,
    redemptionId: input.id,
    entries: { ...NO_ENTRIES, available: -input.points, held: input.points },
    lots: moves,
    effectiveAt: input.now,
    receipt: null,
  });
  return withHolding(held, {
    id: input.id,
    state: input.state,
    points: input.points,
    allocations: moves.map(([awardId, points]) => [awardId, -points]),
    expireAt: input.expireAt,
    caps: input.caps,
  });
};

/** A code of a platform is about to be deleted there; until that is certain its points stay held. */
export const beginRelease = (book: Book, id: string): Book =>
  withHolding(book, { ...holdingOf(book, id), state: 'releasing' });

/** What waited for its code, or for a person, has it now. */
export const issue = (book: Book, id: string, expireAt: number): Book =>
  withHolding(book, { ...holdingOf(book, id), state: 'issued', expireAt });

/**
 * A code was used although it had been given back: its points are taken again,
 * from the lots there are, the rest as debt (semantics, rule 16).
 */
export const retake = (book: Book, id: string, now: number): Book => {
  const holding = holdingOf(book, id);
  const { moves } = takeFromLots(book, holding.points);
  const taken = post(book, {
    kind: 'redeem',
    awardId: null,
    redemptionId: id,
    entries: { ...NO_ENTRIES, available: -holding.points, redeemed: holding.points },
    lots: moves,
    effectiveAt: now,
    receipt: null,
  });
  const allocations = moves.map(([awardId, points]): LotMove => [awardId, -points]);
  return withHolding(taken, { ...holding, state: 'used', allocations });
};

/** An unused code is given back: the points return to the lots they came from. */
export const release = (book: Book, id: string, now: number): Book =>
  giveBack(book, id, 'released', now);

/** A code was not used in time: its points return as if it had been given back (decision 006). */
export const lapse = (book: Book, id: string, at: number): Book =>
  giveBack(book, id, 'expired', at);

/** An order took the code: the held points are spent. */
export const use = (book: Book, id: string, now: number): Book => capture(book, id, 1, now);

/** The order gave the code back: the points are held again, for as long as the code is valid. */
export const undoUse = (book: Book, id: string, now: number): Book => capture(book, id, -1, now);

function bySpendingOrder(a: Award, b: Award): number {
  return a.expireAt - b.expireAt || (a.id < b.id ? -1 : 1);
}

function holdingOf(book: Book, id: string): Holding {
  const holding = book.holdings.get(id);
  if (holding === undefined) throw new Error(`Redemption ${id} was not loaded.`);
  return holding;
}

function giveBack(book: Book, id: string, state: 'released' | 'expired', at: number): Book {
  const holding = holdingOf(book, id);
  const credit = returnToLots(book, holding.allocations);
  const returned = post(credit.book, {
    kind: 'release',
    awardId: null,
    redemptionId: id,
    entries: {
      ...NO_ENTRIES,
      pending: 0 - credit.early,
      held: -holding.points,
      available: credit.available + credit.early,
      issued: credit.reclaimed,
    },
    lots: credit.lots,
    effectiveAt: at,
    receipt: null,
  });
  return withHolding(returned, { ...holding, state });
}

function capture(book: Book, id: string, direction: 1 | -1, now: number): Book {
  const holding = holdingOf(book, id);
  const points = holding.points * direction;
  const captured = post(book, {
    kind: 'use',
    awardId: null,
    redemptionId: id,
    entries: { ...NO_ENTRIES, held: -points, redeemed: points },
    lots: [],
    effectiveAt: now,
    receipt: null,
  });
  return withHolding(captured, { ...holding, state: direction === 1 ? 'used' : 'issued' });
}
