import type { OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { OpenBook } from '../ledger/open-book.ts';
import { orderTallies, type Tallies } from '../games/tally-rules.ts';
import type { LoadedOrder } from './rules/apply-order.ts';
import { contextOf } from '../shoppers/shopper-context.ts';
import type { Tx } from '../../platform/store/store.ts';
import { withTags } from './rules/interest-rules.ts';
import type { OwnerContext } from '../ledger/documents.ts';
import type { OrderRow } from './tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

type Contexts = OrderRow['contexts'];

/**
 * What an order knows of its owners: found out when an owner first needs it, and
 * then kept, so that an award never changes because of another one (semantics,
 * rule 9).
 */
export const ownerContexts = async (
  tx: Tx,
  input: {
    known: OrderRow | undefined;
    shopper: ShopperRow | undefined;
    document: ProgramDocument;
    now: number;
    quotedAt: number | undefined;
  },
): Promise<Contexts> => {
  const { known, shopper, document, now } = input;
  const contexts = known?.contexts ?? {};
  if (shopper === undefined || contexts[shopper.id] !== undefined) return contexts;
  const quotedAt = input.quotedAt ?? Object.values(contexts)[0]?.quotedAt;
  const context: OwnerContext = {
    ...(await contextOf(tx, shopper, document, now)),
    ...(quotedAt !== undefined && { quotedAt }),
  };
  return { ...contexts, [shopper.id]: context };
};

/** Times at one of which a campaign must run for an order: when it was placed, and when it was quoted. */
export const campaignTimesOf = (state: OrderState, who: OwnerContext): readonly number[] => {
  const placedAt = Date.parse(state.placedAt);
  return who.quotedAt === undefined ? [placedAt] : [placedAt, who.quotedAt];
};

/** What an order counts for the challenges of today's programme. */
export const talliesOf = (order: LoadedOrder, today: ProgramDocument): Tallies => {
  const { counts, parts } = order.target;
  const { challenges, streaks, gifts } = today;
  const plays = challenges.length > 0 || streaks.length > 0 || gifts.length > 0;
  if (counts.orders === 0 || !plays) return {};
  const points = parts.reduce((sum, part) => sum + part.settle(part.desired, null).target, 0);
  const { state } = order;
  return orderTallies(today, { state, ...counts, points });
};

/** Keeps what was counted with the order's owner; a former owner's is counted back and forgotten. */
export const withTallies = (
  contexts: Contexts,
  known: OrderRow | undefined,
  shopper: ShopperRow | undefined,
  tallies: Tallies,
): Contexts => {
  const next = { ...contexts };
  const former = known?.shopperId == null ? undefined : next[known.shopperId];
  if (former !== undefined && known?.shopperId != null && known.shopperId !== shopper?.id) {
    const { tallies: _tallies, ...rest } = former;
    next[known.shopperId] = rest;
  }
  const own = shopper && next[shopper.id];
  const says = Object.keys(tallies).length > 0 || own?.tallies !== undefined;
  if (own !== undefined && shopper !== undefined && says) next[shopper.id] = { ...own, tallies };
  return next;
};

/** What an order says of its shopper besides points: when they bought, what, and that they are active. */
export const updateProfileFromOrder = (
  open: OpenBook,
  order: { state: OrderState; isNew: boolean; counts: boolean },
  today: ProgramDocument,
): void => {
  const { shopper, profile } = open;
  const placedAt = Math.min(open.now, Date.parse(order.state.placedAt));
  if (order.counts) {
    profile.firstOrderAt = Math.min(shopper.firstOrderAt ?? placedAt, placedAt);
    profile.lastOrderAt = Math.max(shopper.lastOrderAt ?? placedAt, placedAt);
  }
  // Of somebody who was erased nothing is gathered.
  if (order.isNew && shopper.erasedAt === null) {
    const tags = order.state.lines.flatMap((line) => line.tags);
    if (tags.length > 0)
      profile.tastes = { ...shopper.tastes, bought: withTags(shopper.tastes.bought, tags) };
  }
  if (today.expiry.kind === 'inactivity' && today.expiry.activities.includes('order'))
    open.book = { ...open.book, activeAt: Math.max(open.book.activeAt, placedAt) };
};
