import { programDocument, type ProgramDocument, type ProgramRequest } from '@okaeri/shared/program';
import { reward } from '@okaeri/shared/rewards';
import { plainProgram } from './acts.ts';

/** A programme as a merchant would send it, over a plain one: points at once, a point for each dollar. */
export const programWith = (change: Partial<ProgramRequest> = {}): ProgramDocument =>
  programDocument.parse({ ...plainProgram(), ...change });

/** The plain rule on orders, changed. */
export const orderRuleWith = (
  change: Partial<Extract<ProgramRequest['earning'][number], { on: 'order' }>> = {},
): ProgramRequest['earning'][number] => ({
  id: 'order',
  on: 'order',
  enabled: true,
  points: { per: { USD: { amountMinor: 100, points: 1 } } },
  includeTax: false,
  includeShipping: false,
  rounding: 'floor',
  hold: { days: 0, from: 'paid' },
  ...change,
});

/** A reward of fifty points, changed. */
export const rewardWith = (
  change: Record<string, unknown> = {},
): ProgramRequest['rewards'][number] =>
  reward.parse({
    id: 'off5',
    kind: 'fixedDiscount',
    enabled: true,
    name: { en: '$5 off' },
    cost: { fixed: 50 },
    value: { USD: 500 },
    validDays: 90,
    ...change,
  });

/** A tier that begins at so much, and gives nothing else. */
export const tierWith = (
  id: string,
  entry: number,
  change: Partial<ProgramDocument['tiers'][number]> = {},
): ProgramDocument['tiers'][number] => ({
  id,
  name: { en: id },
  entry,
  multiplier: '1',
  perks: [],
  entryPoints: 0,
  ...change,
});
