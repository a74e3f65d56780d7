import { campaign, type Campaign } from '@okaeri/shared/campaigns';
import { earningRule, orderRule, type EarningRule, type OrderRule } from '@okaeri/shared/earning';
import { orderLine, orderState, type OrderRequest, type OrderState } from '@okaeri/shared/orders';
import { programDocument, type ProgramDocument, type ProgramRequest } from '@okaeri/shared/program';
import { reward, type Reward } from '@okaeri/shared/rewards';
import { tier, type Tier } from '@okaeri/shared/tiers';
import { defaultProgram } from '../loyalty/program/default-program.ts';

/** The day on which orders of rules' tests are placed. */
export const PLACED_AT = Date.parse('2026-03-10T12:00:00Z');

/** A programme in dollars and UTC without rewards, whose points never end, but for what is said. */
export const documentWith = (change: Partial<ProgramRequest> = {}): ProgramDocument =>
  programDocument.parse({
    ...defaultProgram('USD'),
    earning: [orderRuleOf()],
    rewards: [],
    ...change,
  });

/** A rule on orders: a point for each dollar before tax and shipping, at once, but for what is said. */
export const orderRuleOf = (change: Record<string, unknown> = {}): OrderRule =>
  orderRule.parse({
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

/** A rule of any kind, with what is usual filled in. */
export const ruleOf = (rule: Record<string, unknown>): EarningRule =>
  earningRule.parse({ id: 'rule', enabled: true, points: { fixed: 10 }, ...rule });

/** A campaign `double` of 2026 that doubles, but for what is said. */
export const campaignOf = (change: Record<string, unknown> = {}): Campaign =>
  campaign.parse({
    id: 'double',
    enabled: true,
    name: { en: 'Double' },
    from: '2026-01-01T00:00:00Z',
    until: '2027-01-01T00:00:00Z',
    effect: { multiplier: '2' },
    ...change,
  });

/** A reward of $5 for 500 points, but for what is said. */
export const rewardOf = (change: Record<string, unknown> = {}): Reward =>
  reward.parse({
    id: 'off5',
    kind: 'fixedDiscount',
    enabled: true,
    name: { en: '$5 off' },
    cost: { fixed: 500 },
    value: { USD: 500 },
    validDays: 90,
    ...change,
  });

/** A line of one piece for ten dollars, but for what is said. */
export const lineOf = (
  id: string,
  change: Partial<OrderState['lines'][number]> = {},
): OrderState['lines'][number] =>
  orderLine.parse({ id, productId: `p-${id}`, quantity: 1, priceMinor: 1000, ...change });

/** An order in dollars of one line `a`, placed and paid on that day, but for what is said. */
export const orderOf = (change: Partial<OrderRequest> = {}): OrderState => {
  const placedAt = new Date(PLACED_AT).toISOString();
  return orderState.parse({
    updatedAt: placedAt,
    currency: 'USD',
    placedAt,
    paidAt: placedAt,
    paymentStatus: 'paid',
    lines: [lineOf('a')],
    ...change,
  });
};

/** The tiers `base`, `silver` (100) and `gold` (300, kept by 200, had again by 250). */
export const threeTiers = (): Tier[] => [
  tier.parse({ id: 'base', name: { en: 'Base', ja: 'ベース' }, entry: 0 }),
  tier.parse({ id: 'silver', name: { en: 'Silver' }, entry: 100 }),
  tier.parse({ id: 'gold', name: { en: 'Gold', fr: 'Or' }, entry: 300, keep: 200, reentry: 250 }),
];
