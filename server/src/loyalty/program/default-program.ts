import { programDocument, type ProgramDocument } from '@okaeri/shared/program';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { discountName } from './adapt-rules.ts';

// Where shop prices are quoted without tax; elsewhere the price on the shelf contains it.
const PRICES_WITHOUT_TAX: ReadonlySet<string> = new Set(['USD', 'CAD']);

const REWARD_POINTS = 500;

/**
 * The programme a new shop begins with: one point for each unit of money (for a
 * hundred where there are no cents), and 500 points for five units. Points never
 * expire until the merchant decides otherwise: a default takes nothing away.
 */
export const defaultProgram = (currency: string): ProgramDocument => {
  const units = minorUnitsOf(currency);
  const valueMinor = units === 1 ? REWARD_POINTS : 5 * units;
  return programDocument.parse({
    name: { en: 'Circle', ja: 'サークル' },
    pointsName: { en: { one: 'point', other: 'points' }, ja: { other: 'ポイント' } },
    timeZone: 'UTC',
    currency,
    pointValueMinor: Math.max(1, Math.round(valueMinor / REWARD_POINTS)),
    enrolment: 'automatic',
    earning: [
      {
        id: 'order',
        on: 'order',
        enabled: true,
        points: { per: { [currency]: { amountMinor: Math.max(100, units), points: 1 } } },
        includeTax: !PRICES_WITHOUT_TAX.has(currency),
        includeShipping: false,
        rounding: 'floor',
        hold: { days: 14, from: 'fulfilled' },
      },
      {
        id: 'signup',
        on: 'signup',
        enabled: true,
        points: { fixed: 100 },
        limit: { count: 1, every: 'lifetime' },
      },
    ],
    expiry: { kind: 'never' },
    refunds: { policy: 'withinBalance', returnSpentPoints: 'fullRefund' },
    rewards: [
      {
        id: 'off5',
        kind: 'fixedDiscount',
        enabled: true,
        name: discountName(valueMinor, currency),
        cost: { fixed: REWARD_POINTS },
        value: { [currency]: valueMinor },
        validDays: 90,
      },
    ],
  });
};
