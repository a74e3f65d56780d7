import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Referral } from '@okaeri/shared/referrals';
import type { Page } from '@okaeri/shared/ledger';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { isoOf, NEVER_AT } from '../../platform/lib/clock.ts';
import { orderOfReferral } from '../orders/answer-order.ts';
import { externalIdOf } from '../shoppers/shopper-context.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { followTiers } from '../tiers/follow-tiers.ts';
import { giveReferral } from './follow-referral.ts';
import { decideReferral, lockReferral, selectReferrals } from './queries.ts';
import { isImportedOrder } from './referral-rules.ts';
import type { ReferralRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** A person decides a doubtful referral, or decides another one anew; the points follow. */
export const judgeReferral = (
  deps: Deps,
  input: { shop: ShopRow; orderId: string; state: 'approved' | 'declined' },
): Promise<Outcome<Referral>> =>
  deps.store.write(async (tx): Promise<Outcome<Referral>> => {
    const { shop, orderId, state } = input;
    const shopId = shop.id;
    const unknown = { code: 'unknownReferral', detail: 'The order came by no referral.' } as const;
    const order = await orderOfReferral(deps, tx, { shopId, id: orderId });
    const row = await first(tx, lockReferral, { shopId, orderId });
    if (order === undefined || row === undefined) return { refused: unknown };
    const shopper = await first(tx, lockShopper, { shopId, shopperId: row.friendId });
    if (shopper === undefined) return { refused: unknown };
    const now = nowOf(deps, shop);
    const outcome = state === 'approved' ? ('passed' as const) : ('declined' as const);
    const decisions = [
      ...row.decisions.filter(({ check }) => check !== 'merchant'),
      { check: 'merchant' as const, outcome },
    ];
    await tx.run(decideReferral, { shopId, orderId, state, decisions, decidedAt: now });
    const decided = { ...row, state, decisions, decidedAt: now };
    const open = await openBook(tx, shopper, now);
    await giveReferral(tx, open, order, { referral: decided, stays: true });
    const program = { document: order.document, version: order.programVersion };
    await followTiers(tx, open, program);
    await saveBook(tx, open);
    return { ok: await toReferral(tx, decided) };
  });

/** Referrals in a state, the newest first: `doubtful` is the queue that waits for a person. */
export const listReferrals = (
  deps: Deps,
  query: { shopId: string; state: string; cursor: { at: number; id: string }; limit: number },
): Promise<Page<Referral>> =>
  deps.store.read(async (tx) => {
    const { shopId, state, cursor, limit } = query;
    const found = await tx.run(selectReferrals, {
      shopId,
      state,
      before: cursor.at,
      beforeId: cursor.id,
      limit: limit + 1,
    });
    const shown = found.slice(0, limit);
    const items: Referral[] = [];
    for (const row of shown) items.push(await toReferral(tx, row));
    const last = shown.at(-1);
    const more = found.length > limit && last !== undefined;
    return { items, nextCursor: more ? `${last.createdAt}_${last.orderId}` : null };
  });

/** How many referrals wait for a person, up to a number. */
export const countDoubtful = async (tx: Tx, shopId: string, max: number): Promise<number> => {
  const newest = { before: NEVER_AT, beforeId: '', limit: max };
  return (await tx.run(selectReferrals, { shopId, state: 'doubtful', ...newest })).length;
};

async function toReferral(tx: Tx, row: ReferralRow): Promise<Referral> {
  return {
    orderId: row.orderId,
    isBrought: isImportedOrder(row.orderId),
    referrerId: await externalIdOf(tx, { shopId: row.shopId, shopperId: row.referrerId }),
    friendId: await externalIdOf(tx, { shopId: row.shopId, shopperId: row.friendId }),
    state: row.state,
    checks: row.decisions,
    createdAt: isoOf(row.createdAt),
    decidedAt: row.decidedAt === null ? null : isoOf(row.decidedAt),
  };
}
