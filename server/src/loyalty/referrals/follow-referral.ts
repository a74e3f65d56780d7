import type { PartCap } from '../earning/cap-rules.ts';
import type { ReferralRule } from '@okaeri/shared/earning';
import type { Receipt } from '@okaeri/shared/ledger';
import { capsOfRule, friendPart } from '../earning/campaign-rules.ts';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import type { Part } from '../earning/part-rules.ts';
import { lockShopper } from '../ledger/queries.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { LoadedOrder } from '../orders/rules/apply-order.ts';
import { maturityOf } from '../orders/rules/maturity-rules.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { followTiers } from '../tiers/follow-tiers.ts';
import { wasElsewhere } from './import-referral.ts';
import {
  countFromAddress,
  countOfReferrer,
  insertReferral,
  lockReferral,
  selectShopperIdByReferralCode,
} from './queries.ts';
import {
  checkReferral,
  originDigests,
  referralRuleOf,
  stateOf,
  withOrigins,
} from './referral-rules.ts';
import type { ReferralRow } from './tables.ts';

/** A referral and its order as it stands. */
interface Standing {
  readonly rule: ReferralRule;
  readonly order: LoadedOrder;
  readonly referral: ReferralRow;
  /** Whether the order still belongs to the friend. */
  readonly stays: boolean;
}

/** Moves what both sides of a referral have to what its order and its state say. */
export const giveReferral = async (
  tx: Tx,
  friend: OpenBook,
  order: LoadedOrder,
  of: { readonly referral: ReferralRow; readonly stays: boolean },
): Promise<void> => {
  const { referral } = of;
  const rule = referralRuleOf(order.document);
  if (rule === undefined) return;
  const standing = { rule, order, ...of };
  const points = rule.friendPoints;
  const friends =
    points === null ? [] : [sideOf(standing, { part: friendPart(rule.id), points, caps: [] })];
  const caps = capsOfRule(rule);
  const referrers = [sideOf(standing, { part: rule.id, points: rule.points.fixed, caps })];
  // Both sides may have become one person by a merge; then both are in one book.
  if (referral.referrerId === friend.shopper.id) {
    await give(tx, friend, order, [...friends, ...referrers]);
    return noteAdvocate(friend, referral);
  }
  if (friends.length > 0) await give(tx, friend, order, friends);
  const { shopId } = friend.shopper;
  const row = await first(tx, lockShopper, { shopId, shopperId: referral.referrerId });
  if (row === undefined) return undefined;
  const open = await openBook(tx, row, friend.now);
  await give(tx, open, order, referrers);
  noteAdvocate(open, referral);
  await followTiers(tx, open, { document: order.document, version: order.programVersion });
  await saveBook(tx, open);
  return undefined;
};

/**
 * Follows an order that came by a recommendation: checks it once, and moves what
 * both sides get with every later state of the order. The friend's book is open.
 */
export const followReferral = async (
  tx: Tx,
  friend: OpenBook,
  order: LoadedOrder,
  secretKey: Buffer,
): Promise<void> => {
  const rule = referralRuleOf(order.document);
  if (rule === undefined) return;
  const { shopId } = friend.shopper;
  const digests = originDigests(secretKey, shopId, order.state.origin);
  const code = order.state.referralCode;
  const known = order.isNew
    ? undefined
    : await first(tx, lockReferral, { shopId, orderId: order.id });
  // A referral is of the first owner of the order; another owner has not been recommended.
  const referral =
    known ??
    (code == null ? undefined : await newReferral(tx, friend, order, { rule, digests, code }));
  if (Object.keys(digests).length > 0)
    friend.profile.origins = withOrigins(friend.shopper.origins, digests);
  if (referral !== undefined && referral.friendId === friend.shopper.id)
    await giveReferral(tx, friend, order, { referral, stays: true });
};

/** The order is no longer the friend's: both sides lose what it gave, until it comes back. */
export const leaveReferral = async (
  tx: Tx,
  friend: OpenBook,
  order: LoadedOrder,
): Promise<void> => {
  if (referralRuleOf(order.document) === undefined) return;
  const { shopId, id } = friend.shopper;
  const referral = await first(tx, lockReferral, { shopId, orderId: order.id });
  if (referral?.friendId === id) await giveReferral(tx, friend, order, { referral, stays: false });
};

/** What one side gets: so many points while the referral stands and the order is kept. */
function sideOf(
  standing: Standing,
  side: { part: string; points: number; caps: readonly PartCap[] },
): Part {
  const { rule, order } = standing;
  const { document, programVersion } = order;
  const earns =
    standing.stays && standing.referral.state === 'approved' && keepsSomething(standing);
  return fixedPart(
    { document, programVersion },
    {
      ...side,
      points: earns ? side.points : 0,
      at: Date.parse(order.state.placedAt),
      matureAt: maturityOf(order.state, rule.hold),
      own: rule.expiry,
      reason: reasonOf(standing),
    },
  );
}

async function give(
  tx: Tx,
  open: OpenBook,
  { document, programVersion, id }: LoadedOrder,
  parts: readonly Part[],
): Promise<void> {
  const counts = { countsPoints: true, spendMinor: 0, orders: 0 };
  const source = { kind: 'referral', id, document, programVersion, counts } as const;
  await moveParts(tx, open, { ...source, effectiveAt: open.now, neverSeen: false }, parts);
}

function noteAdvocate(open: OpenBook, { state }: ReferralRow): void {
  if (state === 'approved') open.profile.advocateAt = open.shopper.advocateAt ?? open.now;
}

async function newReferral(
  tx: Tx,
  friend: OpenBook,
  order: LoadedOrder,
  by: { rule: ReferralRule; digests: Readonly<Record<string, string>>; code: string },
): Promise<ReferralRow | undefined> {
  const { shopId } = friend.shopper;
  const found = await first(tx, selectShopperIdByReferralCode, { shopId, code: by.code });
  const referrer = found && (await first(tx, lockShopper, { shopId, shopperId: found.id }));
  if (referrer === undefined) return undefined;
  const { address } = by.digests;
  const week = { shopId, digest: address ?? '', since: friend.now - 7 * DAY_MS };
  const day = { shopId, referrerId: referrer.id, since: friend.now - DAY_MS };
  const counts = await tx.run(countOfReferrer, day);
  const friendKey = { shopId, shopperId: friend.shopper.id };
  const checks = checkReferral(by.rule, {
    referrer,
    friend: { id: friend.shopper.id, email: order.state.shopper?.email ?? friend.shopper.email },
    priorCustomer: !order.who.first || (await wasElsewhere(tx, friendKey)),
    basketMinor: order.target.counts.spendMinor,
    currency: order.state.currency,
    digests: by.digests,
    fromAddress:
      address === undefined ? 0 : ((await first(tx, countFromAddress, week))?.count ?? 0),
    ofReferrer: counts.reduce((sum, { count }) => sum + count, 0),
  });
  const state = stateOf(checks);
  const row: ReferralRow = {
    shopId,
    orderId: order.id,
    referrerId: referrer.id,
    friendId: friend.shopper.id,
    programVersion: order.programVersion,
    state,
    decisions: checks,
    addressDigest: address ?? null,
    createdAt: friend.now,
    decidedAt: state === 'doubtful' ? null : friend.now,
    version: 1,
  };
  await tx.run(insertReferral, row);
  return row;
}

/** Whether anything of the order was kept; until it is paid, its points wait. */
function keepsSomething({ order }: Standing): boolean {
  return (
    order.target.parts.some((part) => part.settle(part.desired, null).target > 0) ||
    order.target.counts.spendMinor > 0
  );
}

function reasonOf({ referral }: Standing): Receipt['reason'] {
  if (referral.state === 'doubtful') return 'waitsForReview';
  return referral.state === 'declined' ? 'declined' : 'nothingCounts';
}
