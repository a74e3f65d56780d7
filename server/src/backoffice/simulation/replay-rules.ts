import type { PeriodUsage } from '../../loyalty/ledger/usage-rules.ts';
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
  readonly ladder: Ladder | null;
  readonly own: SharedUsages;
  readonly shared: SharedUsages;
  readonly given: ReplayedPoints[];
  standing: Standing | null;
  joinedDay: number;
  spendMinor: number;
  orderCount: number;
  firstOrderAt: number | null;
  lastOrderAt: number | null;
  rises: number;
  falls: number;
}

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
  const ladder = ladderOf(document);
  const startAt = items[0]?.at ?? 0;
  const startDay = ladder === null ? 0 : dayOf(startAt, ladder.timeZone);
  const run: Run = {
    document,
    ladder,
    own: new Map(),
    shared: by.shared,
    given: [],
    standing: ladder === null ? null : emptyStanding(ladder, startDay),
    joinedDay: startDay,
    spendMinor: 0,
    orderCount: 0,
    firstOrderAt: null,
    lastOrderAt: null,
    rises: 0,
    falls: 0,
  };
  for (const item of items) {
    if ('order' in item) replayOrder(run, item);
    else replayAct(run, item);
  }
  const { tierId } = whoOf(run, by.until);
  return { given: run.given, tierId, rises: run.rises, falls: run.falls };
};

function replayOrder(run: Run, item: Extract<ReplayItem, { order: unknown }>): void {
  const { order, at, toShopRate } = item;
  const { parts, counts } = orderTarget(order, {
    document: run.document,
    programVersion: 0,
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
  const parts = activityParts(item.act, { document, programVersion: 0, who, place: NOWHERE });
  const points = give(run, parts, item.at);
  count(run, item.at, { points, spendMinor: 0, orders: 0 });
}

function whoOf(run: Run, at: number): OwnerContext {
  const { ladder, document } = run;
  if (ladder !== null && run.standing !== null)
    follow(run, advanceTo(run.standing, ladder, dayOf(at, ladder.timeZone), run.joinedDay));
  const tierId = ladder !== null && run.standing !== null ? tierIdOf(run.standing, ladder) : null;
  const facts = { ...run, advocates: false, tierId, tags: [] };
  return {
    tierId,
    segmentIds: segmentsOf(document, facts, at),
    first: run.orderCount === 0,
  };
}

function give(run: Run, parts: readonly Part[], at: number): number {
  let total = 0;
  for (const part of parts) {
    const awarded =
      part.caps.length === 0 ? part.desired : takeRoom(run, part.caps, at, part.desired);
    const { target } = part.settle(awarded, null);
    fill(run, part.caps, at, target);
    if (target > 0) run.given.push({ at, points: target, expireAt: part.expireAt });
    total += target;
  }
  return total;
}

function count(
  run: Run,
  at: number,
  counts: { points: number; spendMinor: number; orders: number },
): void {
  const { ladder } = run;
  if (ladder === null || run.standing === null) return;
  const value = valueOf(ladder.policy, counts);
  const day = dayOf(at, ladder.timeZone);
  if (value !== 0) follow(run, countIn(run.standing, ladder, { day, value }, run.joinedDay));
}

function follow(run: Run, next: Standing): void {
  const before = run.standing?.tier ?? 0;
  if (next.tier > before) run.rises += 1;
  if (next.tier < before) run.falls += 1;
  run.standing = next;
}

function takeRoom(run: Run, caps: readonly PartCap[], at: number, desired: number): number {
  const { timeZone } = run.document;
  let awarded = desired;
  for (const { subject, cap, shared } of caps) {
    const book = shared ? run.shared : run.own;
    const since = firstPeriodOf(cap, at, timeZone);
    const used = (book.get(subject) ?? []).filter(({ periodAt }) => periodAt >= since);
    awarded = Math.min(awarded, roomOf(cap, used, at, timeZone).points);
  }
  return awarded;
}

function fill(run: Run, caps: readonly PartCap[], at: number, points: number): void {
  if (points === 0) return;
  for (const { subject, cap, shared } of caps) {
    const book = shared ? run.shared : run.own;
    const periodAt = periodOf(cap, at, run.document.timeZone);
    const used = book.get(subject) ?? [];
    const known = used.find((usage) => usage.periodAt === periodAt) ?? {
      periodAt,
      times: 0,
      points: 0,
    };
    const next = { periodAt, times: known.times + 1, points: known.points + points };
    book.set(subject, [...used.filter((usage) => usage !== known), next]);
  }
}
