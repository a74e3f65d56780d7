import type { ProgramDocument } from '@okaeri/shared/program';
import type { Me, Nudge } from '@okaeri/shared/storefront';
import type { SuggestionAudit } from '@okaeri/shared/suggestions';
import type { TierView } from '@okaeri/shared/tiers';
import type { ShopperClaims } from '../../deps.ts';
import { figuresOf } from '../buyers/buyer-figures.ts';
import { expiresAt } from '../ledger/book-rules.ts';
import { openBook, type OpenBook } from '../ledger/open-book.ts';
import { standingClawbacks } from '../ledger/clawback-rules.ts';
import { selectRecentEarning } from '../ledger/history-queries.ts';
import { selectHoldings } from '../ledger/queries.ts';
import { selectNextExpiry, selectNextMaturity } from '../ledger/lot-queries.ts';
import { DAY_MS, isoOf, NEVER_AT } from '../../platform/lib/clock.ts';
import { viewBadges, viewChallenges, viewStreaks } from '../games/view-play.ts';
import { toBalance, viewHeld } from '../rewards/redemption-view.ts';
import { rankRewards, viewRewards, type RewardsView } from '../rewards/view-rewards.ts';
import type { Tx } from '../../platform/store/store.ts';
import { standingOf } from '../tiers/follow-tiers.ts';
import { joinedDayOf, ladderOf, tierViewOf } from '../tiers/ladder-rules.ts';
import { factsOf, segmentsOf, stageOf } from '../shoppers/context-rules.ts';
import { earningLimits, usageBook } from '../earning/view-caps.ts';
import type { RedemptionRow, ShopperRow } from '../ledger/account-tables.ts';

/** What a view of a shopper is made from. */
export interface Visit {
  readonly row: ShopperRow;
  readonly document: ProgramDocument;
  readonly claims: ShopperClaims;
  readonly now: number;
}

/** How long a clawback is shown. */
const CLAWBACK_TOLD_DAYS = 30;
/** How many clawbacks are shown, and among how many rows they are looked for. */
const CLAWBACKS_TOLD = 5;
const EARNING_ROWS_READ = 200;
/** How long before its end a code is reminded of. */
const CODE_TOLD_DAYS = 7;

type NextExpiry = NonNullable<Me['balance']['nextExpiry']>;
type NextPending = Me['balance']['nextPending'];

/** A shopper's place among the tiers, as a read sees it. */
export const tierViewFor = async (
  tx: Tx,
  row: ShopperRow,
  document: ProgramDocument,
  now: number,
): Promise<TierView | null> => {
  const ladder = ladderOf(document);
  if (ladder === null) return null;
  const joinedDay = joinedDayOf(row, ladder.timeZone);
  return tierViewOf(await standingOf(tx, row, ladder), ladder, { now, joinedDay });
};

/** Why this shopper sees rewards in the order they do, for the merchant to look at. */
export const auditSuggestions = async (
  tx: Tx,
  visit: Omit<Visit, 'claims'>,
): Promise<SuggestionAudit> => {
  const { rewards: view } = await situationOf(tx, visit);
  const { available, stage, figures, tastes, expiring, personalised, who } = view;
  return {
    inputs: { available, tierId: who.tierId, stage, figures, tastes, expiring, personalised },
    rewards: rankRewards(view).map(({ reward, ...ranked }) => ({ id: reward.id, ...ranked })),
  };
};

/** Everything the widget needs about the shopper. What has fallen due is counted, posted or not. */
export const viewMe = async (tx: Tx, visit: Visit): Promise<Me> => {
  const { row, document, claims, now } = visit;
  const situation = await situationOf(tx, visit);
  const { open, balance, tier, stage, nextExpiry, usages } = situation;
  const vouchers = open.book.account.held === 0 ? [] : await vouchersOf(tx, open);
  return {
    shopper: {
      id: claims.externalId,
      name: claims.name ?? row.name,
      status: row.status,
      locale: row.locale ?? claims.locale,
      timeZone: row.timeZone,
      personalised: row.personalised,
      birthday: row.birthday,
      newsletter: row.newsletter,
    },
    ...(claims.ignored.length > 0 && { ignoredClaims: claims.ignored }),
    balance: {
      ...balance,
      worthMinor: balance.available * document.pointValueMinor,
      currency: document.currency,
      nextExpiry,
      nextPending: await nextPendingOf(tx, open),
    },
    tier,
    stage,
    rewards: viewRewards(situation.rewards),
    earning: earningLimits(document, usages, { member: row.status !== 'guest', now }),
    challenges: viewChallenges(document, usages, now),
    streaks: viewStreaks(document, usages, now),
    badges: document.badges.length === 0 ? [] : await viewBadges(tx, row, document),
    vouchers: await viewHeld(tx, open, vouchers, document),
    nudges: await nudgesOf(tx, visit, { nextExpiry, tier, vouchers }),
    asOf: isoOf(now),
  };
};

/** What a shopper has and where they stand, as a read sees it: what views are made from. */
async function situationOf(tx: Tx, { row, document, now }: Omit<Visit, 'claims'>) {
  const open = await openBook(tx, row, now);
  const balance = toBalance(open.book.account);
  const tier = document.tiers.length === 0 ? null : await tierViewFor(tx, row, document, now);
  const figures = document.rewards.length === 0 ? null : await figuresOf(tx, row, now);
  const facts = factsOf(row, tier?.id ?? null, figures);
  const stage = stageOf(facts, document.loop, now);
  const nextExpiry = await nextExpiryOf(tx, open);
  const usages = await usageBook(tx, row, document, now);
  const soon = now + document.noticeDays * DAY_MS;
  const rewards: RewardsView = {
    document,
    usages,
    now,
    who: {
      tierId: facts.tierId,
      segmentIds: segmentsOf(document, facts, now),
      first: row.orderCount <= 0,
    },
    stage,
    figures,
    available: balance.available,
    tastes: row.tastes,
    personalised: row.personalised,
    expiring: nextExpiry !== null && Date.parse(nextExpiry.at) <= soon,
    cart: null,
    market: null,
  };
  return { open, balance, tier, stage, nextExpiry, usages, rewards };
}

async function vouchersOf(tx: Tx, open: OpenBook): Promise<RedemptionRow[]> {
  if (open.book.account.held === 0) return [];
  const { shopId, id: shopperId } = open.shopper;
  const rows = await tx.run(selectHoldings, { shopId, shopperId });
  return rows.filter((row) => row.expireAt > open.now);
}

async function nudgesOf(
  tx: Tx,
  { row, document, now }: Visit,
  seen: {
    nextExpiry: NextExpiry | null;
    tier: TierView | null;
    vouchers: readonly RedemptionRow[];
  },
): Promise<Nudge[]> {
  const { nextExpiry, tier } = seen;
  const soon = now + document.noticeDays * DAY_MS;
  const nudges: Nudge[] = row.clawedBackAt === null ? [] : await clawbackNudges(tx, row, now);
  if (nextExpiry !== null && Date.parse(nextExpiry.at) <= soon)
    nudges.push({ kind: 'pointsExpire', ...nextExpiry });
  for (const { id, state, expireAt } of seen.vouchers)
    if (state === 'issued' && expireAt <= now + CODE_TOLD_DAYS * DAY_MS)
      nudges.push({ kind: 'codeExpires', redemptionId: id, at: isoOf(expireAt) });
  const until = tier?.keep?.until ?? null;
  if (tier?.keep != null && until !== null && Date.parse(until) <= soon)
    nudges.push({ kind: 'tierAtRisk', tierId: tier.id, missing: tier.keep.missing, at: until });
  return nudges;
}

async function nextExpiryOf(tx: Tx, open: OpenBook): Promise<NextExpiry | null> {
  const { shopper, book, now } = open;
  // The next change bounds every expiry from below: where nothing ever changes, nothing expires.
  if (book.account.available <= 0 || shopper.nextChangeAt >= NEVER_AT) return null;
  const { shopId, id: shopperId } = shopper;
  const idleAt = shopper.idleDays === 0 ? NEVER_AT : book.activeAt + shopper.idleDays * DAY_MS;
  // Where inactivity is the next thing to happen, no lot goes before.
  const [stored] =
    idleAt <= shopper.nextChangeAt
      ? []
      : await tx.run(selectNextExpiry, { shopId, shopperId, after: now });
  // Lots that matured by themselves just now are in the book and not yet in the rows.
  const lots = [...book.awards.values()]
    .filter((award) => award.matured && award.lotPoints > 0)
    .map((award) => ({
      at: expiresAt(award, book.activeAt),
      points: award.lotPoints,
      limited: award.limited,
    }));
  // Points that die of inactivity die together; limited ones, which have their own end, go before.
  const idle = { at: idleAt, points: book.account.available, limited: false };
  const next = [...lots, ...(stored ? [stored] : []), idle].sort((a, b) => a.at - b.at)[0];
  return next === undefined || next.at >= NEVER_AT ? null : { ...next, at: isoOf(next.at) };
}

async function nextPendingOf(tx: Tx, { shopper, book, now }: OpenBook): Promise<NextPending> {
  if (book.account.pending <= 0 || shopper.nextChangeAt >= NEVER_AT) return null;
  const { shopId, id: shopperId } = shopper;
  const [next] = await tx.run(selectNextMaturity, { shopId, shopperId, after: now });
  return next === undefined || next.at >= NEVER_AT
    ? null
    : { points: next.points, at: isoOf(next.at) };
}

async function clawbackNudges(tx: Tx, row: ShopperRow, now: number): Promise<Nudge[]> {
  const since = now - CLAWBACK_TOLD_DAYS * DAY_MS;
  if (row.clawedBackAt === null || row.clawedBackAt < since) return [];
  const key = { shopId: row.shopId, shopperId: row.id };
  const found = await tx.run(selectRecentEarning, { ...key, since, limit: EARNING_ROWS_READ });
  return standingClawbacks(found)
    .slice(0, CLAWBACKS_TOLD)
    .map(({ points, at }) => ({ kind: 'pointsTakenBack', points, at: isoOf(at) }));
}
