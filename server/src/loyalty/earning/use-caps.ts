import type { CapState } from '@okaeri/shared/caps';
import type { EarningRule } from '@okaeri/shared/earning';
import type { Tx } from '../../platform/store/store.ts';
import {
  capStateOf,
  firstPeriodOf,
  periodOf,
  roomOf,
  type Room,
  type PartCap,
  type PromisedUse,
} from './cap-rules.ts';
import { addUsage, lockUsages, selectUsages, touchUsage } from '../ledger/usage-queries.ts';
import { withUse, type PeriodUsage, type Usage } from '../ledger/usage-rules.ts';
import type { ReadUsages } from '../ledger/usages.ts';

/** Whose caps are asked for: a shopper of a shop, by the programme's calendar. */
export interface CapOwner {
  readonly shopId: string;
  readonly shopperId: string;
  readonly timeZone: string;
  /** What was read of the shopper's own caps within this write; nobody else can change it meanwhile. */
  readonly read?: ReadUsages;
}

/** What is left of a part's caps beside what its own award uses: the least of them. A peek locks nothing. */
export const roomIn = async (
  tx: Tx,
  owner: CapOwner,
  input: {
    caps: readonly PartCap[];
    at: number;
    own: Usage;
    peek?: boolean;
    /** What was promised to the same shopper. What all share is not counted by promises. */
    promised?: readonly PromisedUse[];
  },
): Promise<Room> => {
  let least: Room = { points: Infinity, until: null };
  for (const capped of input.caps) {
    const used = await usagesOf(tx, owner, capped, { at: input.at, peek: input.peek ?? false });
    const periodAt = periodOf(capped.cap, input.at, owner.timeZone);
    const others = without(used, { ...input.own, periodAt });
    const promised = promisedUsages(capped, input, owner.timeZone);
    const room = roomOf(capped.cap, [...others, ...promised], input.at, owner.timeZone);
    if (room.points < least.points) least = room;
  }
  return least;
};

/** Counts what an award fills of its caps, or gives it back. */
export const useCaps = async (
  tx: Tx,
  owner: CapOwner,
  input: { caps: readonly PartCap[]; at: number; times: number; points: number },
): Promise<void> => {
  const { times, points } = input;
  if (times === 0 && points === 0) return;
  for (const capped of input.caps) {
    const { subject, cap, shared } = capped;
    if (!shared) noteUse(owner, capped, input.at, { times, points });
    await tx.run(addUsage, {
      shopId: owner.shopId,
      shopperId: holderOf(owner, shared),
      subject,
      periodAt: periodOf(cap, input.at, owner.timeZone),
      times,
      points,
    });
  }
};

/** How far the cap of one rule is used up, where it has one. */
export const ruleLimit = async (
  tx: Tx,
  owner: CapOwner,
  rule: EarningRule,
  now: number,
): Promise<CapState> => {
  if (rule.limit === null) return { kind: 'noLimit' };
  const since = firstPeriodOf(rule.limit, now, owner.timeZone);
  const used = await ownUsages(tx, owner, `rule:${rule.id}`, since);
  return capStateOf(rule.limit, used, now, owner.timeZone);
};

async function usagesOf(
  tx: Tx,
  owner: CapOwner,
  { cap, subject, shared }: PartCap,
  look: { at: number; peek: boolean },
): Promise<PeriodUsage[]> {
  const since = firstPeriodOf(cap, look.at, owner.timeZone);
  const key = { shopId: owner.shopId, shopperId: holderOf(owner, shared), subject };
  if (!shared) return ownUsages(tx, owner, subject, since);
  if (look.peek) return tx.run(selectUsages, { ...key, since });
  // Who shares a budget waits here. A row must exist to be locked, which it does after the first use.
  const locked = await tx.run(lockUsages, { ...key, since });
  if (locked.some(({ periodAt }) => periodAt === since)) return locked;
  await tx.run(touchUsage, { ...key, periodAt: since, times: 0, points: 0 });
  return tx.run(lockUsages, { ...key, since });
}

function promisedUsages(
  { cap, subject, shared }: PartCap,
  { promised = [], at }: { promised?: readonly PromisedUse[]; at: number },
  timeZone: string,
): PeriodUsage[] {
  const since = firstPeriodOf(cap, at, timeZone);
  return promised
    .filter((one) => one.subject === subject && !shared)
    .map(({ points, ...one }) => ({ periodAt: periodOf(cap, one.at, timeZone), times: 1, points }))
    .filter(({ periodAt }) => periodAt >= since);
}

function without(used: readonly PeriodUsage[], own: Usage & { periodAt: number }): PeriodUsage[] {
  return used.map((usage) =>
    usage.periodAt === own.periodAt
      ? { ...usage, times: usage.times - own.times, points: usage.points - own.points }
      : usage,
  );
}

function noteUse(owner: CapOwner, { cap, subject }: PartCap, at: number, use: Usage): void {
  const periodAt = periodOf(cap, at, owner.timeZone);
  const windows = owner.read?.get(subject);
  for (const [since, usages] of windows ?? [])
    if (since <= periodAt) windows?.set(since, withUse(usages, { periodAt, ...use }));
}

/** Caps that all share are counted under nobody. */
function holderOf(owner: CapOwner, shared: boolean): string {
  return shared ? '' : owner.shopperId;
}

async function ownUsages(
  tx: Tx,
  owner: CapOwner,
  subject: string,
  since: number,
): Promise<PeriodUsage[]> {
  const { shopId, shopperId, read } = owner;
  const known = read?.get(subject)?.get(since);
  if (known !== undefined) return known;
  const found = await tx.run(selectUsages, { shopId, shopperId, subject, since });
  const windows = read?.get(subject) ?? new Map<number, PeriodUsage[]>();
  windows.set(since, found);
  read?.set(subject, windows);
  return found;
}
