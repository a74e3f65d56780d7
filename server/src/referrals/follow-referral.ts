import type { ReferralRule } from '@okaeri/shared/earning';
import type { Receipt } from '@okaeri/shared/ledger';
import { capsOfRule } from '../earning/campaign-rules.ts';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import { lockShopper } from '../ledger/queries.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { DAY_MS } from '../lib/clock.ts';
import type { KnownOrder } from '../orders/apply-order.ts';
import { maturityOf } from '../orders/order-rules.ts';
import type { ReferralRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { followTiers } from '../tiers/follow-tiers.ts';
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

/** What one side of a referral gets for the order as it stands. */
interface Side {
  readonly rule: ReferralRule;
  readonly order: KnownOrder;
  readonly referral: ReferralRow;
  readonly points: number;
  /** Whose caps it counts against: the referrer's own. */
  readonly capped: boolean;
  /** Whether the order still belongs to the friend. */
  readonly stays: boolean;
}

const reasonOf = (side: Side): Receipt['reason'] => {
  if (side.referral.state === 'doubtful') return 'waitsForReview';
  return side.referral.state === 'declined' ? 'declined' : 'nothingCounts';
};

/** Whether anything of the order was kept; until it is paid, its points wait. */
const keepsSomething = ({ order }: Side): boolean =>
  order.target.parts.some((part) => part.settle(part.desired, null).target > 0) ||
  order.target.counts.spendMinor > 0;

const giveSide = async (tx: Tx, open: OpenBook, side: Side): Promise<void> => {
  const { rule, order } = side;
  const { document, programVersion } = order;
  const source = { document, programVersion };
  const earns = side.stays && side.referral.state === 'approved' && keepsSomething(side);
  const matureAt = maturityOf(order.state, rule.hold);
  await moveParts(
    tx,
    open,
    {
      ...source,
      kind: 'referral',
      id: order.id,
      effectiveAt: open.now,
      neverSeen: false,
      counts: { countsPoints: true, spendMinor: 0, orders: 0 },
    },
    [
      fixedPart(source, {
        part: rule.id,
        points: earns ? side.points : 0,
        at: Date.parse(order.state.placedAt),
        matureAt,
        own: rule.expiry,
        caps: side.capped ? capsOfRule(rule) : [],
        reason: reasonOf(side),
      }),
    ],
  );
};

/** Moves what both sides of a referral have to what its order and its state say. */
export const giveReferral = async (
  tx: Tx,
  friend: OpenBook,
  order: KnownOrder,
  of: { readonly referral: ReferralRow; readonly stays: boolean },
): Promise<void> => {
  const { referral } = of;
  const rule = referralRuleOf(order.document);
  if (rule === undefined) return;
  const side = { rule, order, ...of };
  if (rule.friendPoints !== null)
    await giveSide(tx, friend, { ...side, points: rule.friendPoints, capped: false });
  if (referral.referrerId === friend.shopper.id) return;
  const { shopId } = friend.shopper;
  const row = await first(tx, lockShopper, { shopId, shopperId: referral.referrerId });
  if (row === undefined) return;
  const open = await openBook(tx, row, friend.now);
  await giveSide(tx, open, { ...side, points: rule.points.fixed, capped: true });
  if (referral.state === 'approved') open.profile.advocateAt = row.advocateAt ?? open.now;
  await followTiers(tx, open, { document: order.document, version: order.programVersion });
  await saveBook(tx, open);
};

const newReferral = async (
  tx: Tx,
  friend: OpenBook,
  order: KnownOrder,
  by: { rule: ReferralRule; digests: Readonly<Record<string, string>>; code: string },
): Promise<ReferralRow | undefined> => {
  const { shopId } = friend.shopper;
  const found = await first(tx, selectShopperIdByReferralCode, { shopId, code: by.code });
  const referrer = found && (await first(tx, lockShopper, { shopId, shopperId: found.id }));
  if (referrer === undefined) return undefined;
  const { address } = by.digests;
  const week = { shopId, digest: address ?? '', since: friend.now - 7 * DAY_MS };
  const day = { shopId, referrerId: referrer.id, since: friend.now - DAY_MS };
  const counts = await tx.run(countOfReferrer, day);
  const checks = checkReferral(by.rule, {
    referrer,
    friend: { id: friend.shopper.id, email: order.state.shopper?.email ?? friend.shopper.email },
    priorCustomer: !order.who.first,
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
};

/**
 * Follows an order that came by a recommendation: checks it once, and moves what
 * both sides get with every later state of the order. The friend's book is open.
 */
export const followReferral = async (
  tx: Tx,
  friend: OpenBook,
  order: KnownOrder,
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
  // A referral is of whoever the order was first of; another owner has not been recommended.
  const referral =
    known ??
    (code == null ? undefined : await newReferral(tx, friend, order, { rule, digests, code }));
  if (Object.keys(digests).length > 0)
    friend.profile.origins = withOrigins(friend.shopper.origins, digests);
  if (referral !== undefined && referral.friendId === friend.shopper.id)
    await giveReferral(tx, friend, order, { referral, stays: true });
};

/** The order is no longer the friend's: both sides lose what it gave, until it comes back. */
export const leaveReferral = async (tx: Tx, friend: OpenBook, order: KnownOrder): Promise<void> => {
  if (referralRuleOf(order.document) === undefined) return;
  const { shopId, id } = friend.shopper;
  const referral = await first(tx, lockReferral, { shopId, orderId: order.id });
  if (referral?.friendId === id) await giveReferral(tx, friend, order, { referral, stays: false });
};
