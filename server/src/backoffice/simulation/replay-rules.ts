import { withUse, type PeriodUsage } from '../../loyalty/ledger/usage-rules.ts';
import type { OrderState } from '@okaeri/shared/orders';
import type { ProgramDocument } from '@okaeri/shared/program';
import { activityParts, type ActivityFacts } from '../../loyalty/activities/activity-rules.ts';
import { firstPeriodOf, periodOf, roomOf, type PartCap } from '../../loyalty/earning/cap-rules.ts';
import type { Part } from '../../loyalty/earning/part-rules.ts';
import { orderTarget } from '../../loyalty/orders/rules/order-rules.ts';
import { segmentsOf } from '../../loyalty/shoppers/context-rules.ts';
import { dayOf } from '../../platform/lib/calendar.ts';
import { ladderOf, tierIdOf, valueOf } from '../../loyalty/tiers/ladder-rules.ts';
import {
  advanceTo,
  countIn,
  emptyStanding,
  type Ladder,
} from '../../loyalty/tiers/standing-rules.ts';
import type { OwnerContext, Standing } from '../../loyalty/ledger/documents.ts';

/** Something a shopper did: an order as it ended, or an act. */
export type ReplayItem =
  | { readonly at: number; readonly order: OrderState; readonly toShopRate: string | null }
  | { readonly at: number; readonly act: ActivityFacts };

/** Points a replay gave. */
interface ReplayedPoints {
  readonly at: number;
  readonly points: number;
  readonly expireAt: number;
}

/** One shopper's past under one programme. */
export interface ShopperReplay {
  readonly given: readonly ReplayedPoints[];
  readonly tierId: string | null;
  readonly rises: number;
  readonly falls: number;
}

/** Budgets that all shoppers share, used up as the replay goes. */
export type SharedUsages = Map<string, PeriodUsage[]>;

interface Run {
  readonly document: ProgramDocument;
  readonly tiers: Tiers | null;
  readonly own: SharedUsages;
  readonly shared: SharedUsages;
  readonly given: ReplayedPoints[];
  spendMinor: number;
  orderCount: number;
  firstOrderAt: number | null;
  lastOrderAt: number | null;
}

/** Where a shopper stands, in a programme with tiers. */
interface Tiers {
  readonly ladder: Ladder;
  readonly joinedDay: number;
  standing: Standing;
  rises: number;
  falls: number;
}

/** A replay posts nothing, so that no version has to be named. */
const NO_VERSION = 0;
const NOWHERE = { channel: null, market: null };

/**
 * Replays one shopper's past under a programme, by the same rules that award: caps,
 * tiers, segments and campaigns as they would have been. Items come in the order of
 * their times.
 */
export const replayShopper = (
  items: readonly ReplayItem[],
  document: ProgramDocument,
  by: { shared: SharedUsages; until: number },
): ShopperReplay => {
  const run: Run = {
    document,
    tiers: tiersOf(document, items[0]?.at ?? by.until),
    own: new Map(),
    shared: by.shared,
    given: [],
    spendMinor: 0,
    orderCount: 0,
    firstOrderAt: null,
    lastOrderAt: null,
  };
  for (const item of items) {
    if ('order' in item) replayOrder(run, item);
    else replayAct(run, item);
  }
  const { tierId } = whoOf(run, by.until);
  const { rises, falls } = run.tiers ?? { rises: 0, falls: 0 };
  return { given: run.given, tierId, rises, falls };
};

function tiersOf(document: ProgramDocument, joinedAt: number): Tiers | null {
  const ladder = ladderOf(document);
  if (ladder === null) return null;
  const joinedDay = dayOf(joinedAt, ladder.timeZone);
  return { ladder, joinedDay, standing: emptyStanding(ladder, joinedDay), rises: 0, falls: 0 };
}

function replayOrder(run: Run, item: Extract<ReplayItem, { order: unknown }>): void {
  const { order, at, toShopRate } = item;
  const { parts, counts } = orderTarget(order, {
    document: run.document,
    programVersion: NO_VERSION,
    who: whoOf(run, at),
    toShopRate,
    campaignTimes: [at],
  });
  const points = give(run, parts, at);
  run.spendMinor += counts.spendMinor;
  run.orderCount += counts.orders;
  if (counts.orders > 0) {
    run.firstOrderAt ??= at;
    run.lastOrderAt = at;
  }
  count(run, at, { points: counts.countsPoints ? points : 0, ...counts });
}

function replayAct(run: Run, item: Extract<ReplayItem, { act: unknown }>): void {
  const { document } = run;
  const who = whoOf(run, item.at);
  const parts = activityParts(item.act, {
    document,
    programVersion: NO_VERSION,
    who,
    place: NOWHERE,
  });
  const points = give(run, parts, item.at);
  count(run, item.at, { points, spendMinor: 0, orders: 0 });
}

function whoOf(run: Run, at: number): OwnerContext {
  const { tiers, document } = run;
  if (tiers !== null) advance(tiers, at);
  const tierId = tiers === null ? null : tierIdOf(tiers.standing, tiers.ladder);
  const facts = { ...run, advocates: false, tierId, tags: [], figures: null };
  return {
    tierId,
    segmentIds: segmentsOf(document, facts, at),
    first: run.orderCount === 0,
  };
}

function advance(tiers: Tiers, at: number): void {
  const { ladder, standing, joinedDay } = tiers;
  follow(tiers, advanceTo(standing, ladder, dayOf(at, ladder.timeZone), joinedDay));
}

function give(run: Run, parts: readonly Part[], at: number): number {
  let total = 0;
  for (const part of parts) {
    const awarded = takeRoom(run, part.caps, at, part.desired);
    const { target } = part.settle(awarded, null);
    fill(run, part.caps, at, target);
    if (target > 0) run.given.push({ at, points: target, expireAt: part.expireAt });
    total += target;
  }
  return total;
}

function count(
  { tiers }: Run,
  at: number,
  counts: { points: number; spendMinor: number; orders: number },
): void {
  if (tiers === null) return;
  const { ladder, standing, joinedDay } = tiers;
  const value = valueOf(ladder.policy, counts);
  const day = dayOf(at, ladder.timeZone);
  if (value !== 0) follow(tiers, countIn(standing, ladder, { day, value }, joinedDay));
}

function follow(tiers: Tiers, next: Standing): void {
  const before = tiers.standing.tier;
  if (next.tier > before) tiers.rises += 1;
  if (next.tier < before) tiers.falls += 1;
  tiers.standing = next;
}

function takeRoom(run: Run, caps: readonly PartCap[], at: number, desired: number): number {
  const { timeZone } = run.document;
  const rooms = caps.map(({ subject, cap, shared }) => {
    const since = firstPeriodOf(cap, at, timeZone);
    const used = (shared ? run.shared : run.own).get(subject) ?? [];
    const counted = used.filter(({ periodAt }) => periodAt >= since);
    return roomOf(cap, counted, at, timeZone).points;
  });
  return Math.min(desired, ...rooms);
}

/** Uses each cap once; what gave nothing takes no turn. */
function fill(run: Run, caps: readonly PartCap[], at: number, points: number): void {
  if (points === 0) return;
  for (const { subject, cap, shared } of caps) {
    const book = shared ? run.shared : run.own;
    const periodAt = periodOf(cap, at, run.document.timeZone);
    book.set(subject, withUse(book.get(subject) ?? [], { periodAt, times: 1, points }));
  }
}
