import type { PeriodUsage } from '../ledger/usage-rules.ts';
import type { Cap, CapState } from '@okaeri/shared/caps';
import type { EarningRule } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import type { Me } from '@okaeri/shared/storefront';
import { capStateOf, firstPeriodOf, capsOfReward } from './cap-rules.ts';
import { selectUsages, selectUsagesOfShopper } from '../ledger/usage-queries.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { LIMITS } from '@okaeri/shared/limits';
import type { Tx } from '../../platform/store/store.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** What of caps and stocks is used, by subject. */
export type UsageBook = ReadonlyMap<string, readonly PeriodUsage[]>;

const NOTHING_USED: UsageBook = new Map();

interface Needs {
  /** Whether any rule or reward limits a shopper. */
  readonly own: boolean;
  /** Stocks that all share. */
  readonly stocks: readonly string[];
}

const needs = new WeakMap<ProgramDocument, Needs>();

/** Loads what a view needs to know of caps and stocks: nothing where there are none. */
export const usageBook = async (
  tx: Tx,
  row: Pick<ShopperRow, 'shopId' | 'id'>,
  document: ProgramDocument,
  now: number,
): Promise<UsageBook> => {
  const { own, stocks } = needsOf(document);
  if (!own && stocks.length === 0) return NOTHING_USED;
  const book = new Map<string, PeriodUsage[]>();
  const { shopId, id: shopperId } = row;
  if (own) {
    const since = now - (LIMITS.rollingDaysMax + 1) * DAY_MS;
    for (const usage of await tx.run(selectUsagesOfShopper, { shopId, shopperId, since })) {
      const known = book.get(usage.subject);
      if (known === undefined) book.set(usage.subject, [usage]);
      else known.push(usage);
    }
  }
  for (const subject of stocks)
    book.set(subject, await tx.run(selectUsages, { shopId, shopperId: '', subject, since: 0 }));
  return book;
};

/** What is used of a cap in the periods that count now. */
export const usedOf = (
  usages: UsageBook,
  subject: string,
  cap: Pick<Cap, 'every' | 'days'>,
  at: { now: number; timeZone: string },
): readonly PeriodUsage[] => {
  const since = firstPeriodOf(cap, at.now, at.timeZone);
  return (usages.get(subject) ?? []).filter(({ periodAt }) => periodAt >= since);
};

/** How far each rule's cap is used up. */
export const earningLimits = (
  document: ProgramDocument,
  usages: UsageBook,
  by: { member: boolean; now: number },
): Me['earning'] => {
  const at = { now: by.now, timeZone: document.timeZone };
  const limitOf = (rule: EarningRule): CapState => {
    if (rule.on === 'signup')
      return by.member
        ? { kind: 'limitReachedForever' }
        : { kind: 'limitNotReached', countLeft: 1, pointsLeft: null };
    if (rule.limit === null) return { kind: 'noLimit' };
    const used = usedOf(usages, `rule:${rule.id}`, rule.limit, at);
    return capStateOf(rule.limit, used, by.now, document.timeZone);
  };
  return document.earning
    .filter((rule) => rule.enabled)
    .map((rule) => ({ ruleId: rule.id, limit: limitOf(rule) }));
};

/** What a programme limits; programmes never change, so it is looked up once. */
function needsOf(document: ProgramDocument): Needs {
  const known = needs.get(document);
  if (known !== undefined) return known;
  const own =
    document.earning.some(({ on, limit }) => on !== 'signup' && limit !== null) ||
    document.rewards.some(({ limit }) => limit !== null) ||
    document.challenges.length > 0 ||
    document.streaks.length > 0;
  const stocks = document.rewards.flatMap((reward) =>
    capsOfReward(reward).stock.map(({ subject }) => subject),
  );
  const found = { own, stocks };
  needs.set(document, found);
  return found;
}
