import type { Outcome } from '../../platform/lib/outcome.ts';
import type { AdjustmentAnswer, AdjustmentInput } from '@okaeri/shared/shoppers';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { expiryOf } from '../../loyalty/earning/points-rules.ts';
import { adjust } from '../../loyalty/ledger/adjust-rules.ts';
import { newAwardRow } from '../../loyalty/ledger/award-source.ts';
import { withAward } from '../../loyalty/ledger/book-rules.ts';
import {
  awardFromRow,
  loadAwards,
  loadSourceAwards,
  loadSpendable,
  openBook,
  type OpenBook,
} from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { newId } from '../../platform/lib/ids.ts';
import { currentProgram, type ProgramVersion } from '../../loyalty/program/load-program.ts';
import { toBalance } from '../../loyalty/rewards/redemption-view.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import type { Tx } from '../../platform/store/store.ts';
import { followTiers } from '../../loyalty/tiers/follow-tiers.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import { insertAdjustment } from '../../loyalty/ledger/adjustment-queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A programme and which version of it. */

/** An adjustment within one write, and what it belongs to. */
export interface AdjustmentOrder extends Omit<AdjustmentInput, 'note'> {
  readonly note: string | null;
  readonly batchId: string | null;
  /** Its id, where the same must not be done twice; a new one where left out. */
  readonly id?: string;
  /** When it took effect, where that is past. */
  readonly at?: number;
  /** The adjustment this one undoes: its own lot is taken from first. */
  readonly undoes?: string;
  /** Under whose name it stands, where they have become somebody else by a merge. */
  readonly namedId?: string;
  /** Whether it comes from elsewhere: what tiers give for reaching them was given there. */
  readonly isBrought?: boolean;
}

/** Adds an award for something done by hand to an open book. */
export const openAdjustment = (open: OpenBook, program: ProgramVersion, id: string): string => {
  const { document, version } = program;
  const expiry = expiryOf(document, null, open.now);
  const row = {
    ...newAwardRow(open, { kind: 'adjustment', sourceId: id, part: '', programVersion: version }),
    matureAt: open.now,
    ...expiry,
  };
  open.awardRows.set(row.id, row);
  open.book = withAward(open.book, awardFromRow(row));
  return row.id;
};

/** Adjusts an open book and saves it; or says that there is too little to take. */
export const adjustInBook = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  order: AdjustmentOrder,
): Promise<Outcome<AdjustmentAnswer>> => {
  const { points } = order;
  const { available } = open.book.account;
  if (points < 0 && available < -points)
    return {
      refused: {
        code: 'adjustmentTooLarge',
        detail: `${-points} are to be taken; ${Math.max(0, available)} are available.`,
        extra: { missing: -points - Math.max(0, available) },
      },
    };
  let first: string | undefined;
  if (points < 0) {
    await loadSpendable(tx, open, -points);
    if (order.undoes !== undefined) {
      const [given] = await loadSourceAwards(tx, open, { kind: 'adjustment', id: order.undoes });
      first = given?.id;
      if (first !== undefined) await loadAwards(tx, open, [first]);
    }
  }
  const id = order.id ?? `adj_${newId()}`;
  const awardId = openAdjustment(open, program, id);
  const { countsForLifetime } = order;
  open.book = adjust(open.book, {
    awardId,
    points,
    countsForLifetime,
    now: Math.min(order.at ?? open.now, open.now),
    ...(first !== undefined && { first }),
  });
  await followTiers(tx, open, program, order.isBrought !== true);
  await tx.run(insertAdjustment, {
    shopId: open.shopper.shopId,
    id,
    shopperId: order.namedId ?? open.shopper.id,
    points,
    reason: order.reason,
    note: order.note,
    countsForLifetime,
    batchId: order.batchId,
    undoneAt: null,
    createdAt: open.now,
  });
  await saveBook(tx, open);
  return { ok: { id, points, balance: toBalance(open.book.account) } };
};

/** Gives or takes points by hand, with a reason; the same key again changes nothing. */
export const adjustPoints = (
  deps: Deps,
  input: {
    shop: ShopRow;
    externalId: string;
    body: AdjustmentInput;
    idempotencyKey: string;
    /** The line of the log about it, which says who did it; the adjustment is named after it. */
    actId?: string | undefined;
  },
): Promise<Answered<AdjustmentAnswer>> =>
  deps.store.write(async (tx): Promise<Answered<AdjustmentAnswer>> => {
    const { shop, externalId, body } = input;
    const shopper = await lockNamed(tx, { shopId: shop.id, externalId });
    if (shopper === undefined)
      return { refused: { code: 'unknownShopper', detail: 'No such shopper.' }, hit: false };
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: 'adjustments',
      key: input.idempotencyKey,
      body,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<AdjustmentAnswer>> => {
      const { document, version } = await currentProgram(deps, tx, shop);
      const open = await openBook(tx, shopper, nowOf(deps, shop));
      const { actId = newId() } = input;
      const order = { ...body, id: `adj_${actId}`, note: body.note ?? null, batchId: null };
      const done = await adjustInBook(tx, open, { document, version }, order);
      return 'refused' in done ? done : { status: 201, body: done.ok };
    });
  });
