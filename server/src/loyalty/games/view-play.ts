import type { ProgramDocument } from '@okaeri/shared/program';
import type { Me } from '@okaeri/shared/storefront';
import { usedOf, type UsageBook } from '../earning/view-caps.ts';
import { periodStart } from '../../platform/lib/calendar.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectBadges } from './queries.ts';
import { completionsOf, runsAt } from './tally-rules.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** How far a shopper is with each challenge that runs. */
export const viewChallenges = (
  document: ProgramDocument,
  usages: UsageBook,
  now: number,
): Me['challenges'] =>
  document.challenges
    .filter((challenge) => runsAt(challenge, now))
    .map((challenge) => {
      const { id, period, target, repeats } = challenge;
      const every = period === 'lifetime' ? 'lifetime' : period;
      const at = { now, timeZone: document.timeZone };
      const used = usedOf(usages, `challenge:${id}`, { every }, at);
      const progress = Math.max(
        0,
        used.reduce((sum, { points }) => sum + points, 0),
      );
      return { id, progress, target, completed: completionsOf(challenge, progress), repeats };
    });

/** How long each streak is, counted to this period or, while it has no order yet, to the last. */
export const viewStreaks = (
  document: ProgramDocument,
  usages: UsageBook,
  now: number,
): Me['streaks'] =>
  document.streaks
    .filter(({ enabled }) => enabled)
    .map(({ id, every, length }) => {
      const { timeZone } = document;
      const current = periodStart(now, every, timeZone);
      const last = periodStart(current - 1, every, timeZone);
      const lengthAt = (periodAt: number): number =>
        usages.get(`streak:${id}`)?.find((usage) => usage.periodAt === periodAt)?.points ?? 0;
      return { id, current: lengthAt(current) || lengthAt(last), length };
    });

/** The badges a shopper has won. Read only where there are any to win. */
export const viewBadges = async (
  tx: Tx,
  row: ShopperRow,
  document: ProgramDocument,
): Promise<Me['badges']> => {
  if (document.badges.length === 0) return [];
  const found = await tx.run(selectBadges, { shopId: row.shopId, shopperId: row.id });
  return found.map(({ badgeId, wonAt }) => ({ id: badgeId, wonAt: isoOf(wonAt) }));
};
