import {
  database,
  findOrder,
  findShopper,
  insertOrder,
  shop,
  updateShopper,
  writeAward,
  type Order,
  type Shopper,
} from './database.ts';
import { viewShopper } from './plain.ts';

/*
 * The same under `rich-program.ts`: what that programme asks of this order is
 * written out, in New York's time, which is five hours behind in winter.
 */

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OFFSET_MS = 5 * HOUR_MS;
const WINDOW_DAYS = 365;
const SILVER_MINOR = 50_000;
const GOLD_MINOR = 1_000_000;

const selectUsages = database.prepare(
  `select subject, period_at, times, points from usages
   where shop_id = cast(? as text) and shopper_id = cast(? as text) and (period_at = 0 or period_at >= ?)`,
);
const selectShared = database.prepare(
  `select times, points from usages
   where shop_id = cast(? as text) and shopper_id = '' and subject = cast(? as text) and period_at = 0`,
);
const addUsage = database.prepare(
  `insert into usages (shop_id, shopper_id, subject, period_at, times, points) values (?, ?, ?, ?, ?, ?)
   on conflict (shop_id, shopper_id, subject, period_at) do update
   set times = times + excluded.times, points = points + excluded.points`,
);
const insertDraw = database.prepare(
  `insert into draws (shop_id, gift_id, order_id, shopper_id, drawn, won, drawn_at) values (?, 'luck', ?, ?, ?, 0, ?)`,
);
const selectDraw = database.prepare(
  `select won from draws where shop_id = ? and gift_id = 'luck' and order_id = ?`,
);
const selectBadges = database.prepare(
  'select badge_id, won_at from badges where shop_id = cast(? as text) and shopper_id = cast(? as text)',
);

interface Usage {
  readonly subject: string;
  readonly period_at: number;
  readonly times: number;
  readonly points: number;
}
interface Standing {
  tier: number;
  reached: number;
  since: number;
  day: number;
  shortSince: number | null;
  days: [day: number, value: number][];
}

const dayOf = (at: number): number => Math.floor((at - OFFSET_MS) / DAY_MS);
const startOf = (day: number): number => day * DAY_MS + OFFSET_MS;
const local = (at: number): Date => new Date(at - OFFSET_MS);
const weekOf = (at: number): number => startOf(dayOf(at) - ((local(at).getUTCDay() + 6) % 7));
const monthOf = (at: number): number =>
  Date.UTC(local(at).getUTCFullYear(), local(at).getUTCMonth(), 1) + OFFSET_MS;
const yearStart = (at: number): number => Date.UTC(local(at).getUTCFullYear(), 0, 1) + OFFSET_MS;

const usedOf = (usages: readonly Usage[], subject: string, since: number): Usage => {
  const sum = { subject, period_at: since, times: 0, points: 0 };
  for (const usage of usages)
    if (usage.subject === subject && usage.period_at >= since) {
      sum.times += usage.times;
      sum.points += usage.points;
    }
  return sum;
};

const standingOf = (shopper: Shopper, day: number): Standing => {
  const standing = JSON.parse(shopper.standing ?? 'null') as Standing;
  return { ...standing, days: standing.days.filter(([at]) => at > day - WINDOW_DAYS) };
};
const valueOf = (standing: Standing): number =>
  standing.days.reduce((sum, [, value]) => sum + value, 0);
const tierAt = (value: number): number => (value >= GOLD_MINOR ? 2 : value >= SILVER_MINOR ? 1 : 0);

const count = (standing: Standing, day: number, value: number): Standing => {
  const last = standing.days.at(-1);
  const days: Standing['days'] =
    last?.[0] === day
      ? [...standing.days.slice(0, -1), [day, last[1] + value]]
      : [...standing.days, [day, value]];
  const tier = Math.max(standing.tier, tierAt(valueOf({ ...standing, days })));
  return { ...standing, days, day, tier, reached: Math.max(standing.reached, tier) };
};

/** An order that meets two rules, a campaign on each, a challenge, a streak, a draw and the tiers. */
export const earnRich = (id: string, order: Order): unknown => {
  const now = Date.now();
  if (findOrder.get(shop.id, id)) return { orderId: id, stale: false };
  const shopper = findShopper.get(shop.id, order.shopper.id) as Shopper;
  const placedAt = Date.parse(order.placedAt);
  const today = dayOf(placedAt);
  const basis = order.lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const coffee = order.lines.filter((line) => line.productId === 'p-9');
  const usages = selectUsages.all(shop.id, shopper.id, startOf(today - WINDOW_DAYS)) as Usage[];
  const budget = selectShared.get(shop.id, 'campaign:double') as Usage;
  const before = standingOf(shopper, today);
  const factor = before.tier >= 1 ? 1.5 : 1;
  const yearly = 1_000_000 - usedOf(usages, 'rule:order', yearStart(placedAt)).points;
  const orderPoints = Math.min(yearly, Math.floor((basis * factor) / 100));
  const coffeeRoom = 500 - usedOf(usages, 'rule:coffee', startOf(today - 29)).times;
  const coffeePoints = coffee.length > 0 && coffeeRoom > 0 ? 10 : 0;
  const doubled = Math.min(900_000_000 - budget.points, Math.floor((basis * factor) / 50));
  const parts = [
    ['order', orderPoints, basis, order.lines],
    ['order\u001fdouble', doubled - orderPoints, basis, order.lines],
    ['coffee', coffeePoints, 3600, coffee],
    ['coffee\u001fdouble', coffeePoints, 3600, coffee],
  ] as const;
  const segmentIds = shopper.order_count >= 3 ? ['loyal'] : [];
  const context = {
    tierId: ['bronze', 'silver', 'gold'][before.tier],
    segmentIds,
    first: shopper.order_count === 0,
    tallies: { '': 1, month: 1 },
  };
  insertOrder.run(
    shop.id,
    id,
    shopper.id,
    Date.parse(order.updatedAt),
    order.currency,
    '1',
    shop.program_version,
    JSON.stringify(order),
    JSON.stringify({ [shopper.id]: context }),
  );
  const receipts: unknown[] = [];
  let chain = { shopper, sequence: shopper.sequence, head: shopper.chain_head };
  let sum = 0;
  for (const [i, [part, points, partBasis, lines]] of parts.entries()) {
    const receipt = {
      rule: part,
      program: shop.program_version,
      basis: partBasis,
      currency: order.currency,
      desired: points,
      awarded: points,
      reason: null,
      lines: lines.map((line, n) => [n, line.priceMinor * line.quantity, points, points]),
      factor: String(factor),
      rate: [100, 1],
    };
    receipts.push(receipt);
    chain = writeAward(chain, {
      orderId: id,
      part,
      points,
      counts: [points, i === 0 ? basis : 0, i === 0 ? 1 : 0],
      lineIds: JSON.stringify(lines.map((line) => line.id)),
      grant: JSON.stringify({
        room: points,
        asked: points,
        at: placedAt,
        used: points,
        until: null,
      }),
      receipt: JSON.stringify(receipt),
      placedAt,
      now,
    });
    sum += points;
  }
  const week = weekOf(placedAt);
  const run = usedOf(usages, 'streak:weeks', week);
  const lastWeek = usages.find(
    ({ subject, period_at }) => subject === 'streak:weeks' && period_at === week - 7 * DAY_MS,
  );
  addUsage.run(shop.id, '', 'campaign:double', 0, 2, doubled - orderPoints + coffeePoints);
  addUsage.run(shop.id, shopper.id, 'rule:order', yearStart(placedAt), 1, orderPoints);
  addUsage.run(shop.id, shopper.id, 'rule:coffee', startOf(today), 1, coffeePoints);
  addUsage.run(shop.id, shopper.id, 'challenge:month', monthOf(placedAt), 0, 1);
  const longer = run.times === 0 ? (lastWeek?.points ?? 0) + 1 : 0;
  addUsage.run(shop.id, shopper.id, 'streak:weeks', week, 1, longer);
  if (!selectDraw.get(shop.id, id)) insertDraw.run(shop.id, id, shopper.id, basis % 1_000_000, now);
  updateShopper.run(
    shopper.pending + sum,
    shopper.lifetime + sum,
    chain.sequence,
    chain.head,
    shopper.spend_minor + basis,
    shopper.order_count + 1,
    Math.min(shopper.first_order_at ?? placedAt, placedAt),
    Math.max(shopper.last_order_at ?? placedAt, placedAt),
    JSON.stringify(count(before, today, basis)),
    shop.id,
    shopper.id,
  );
  return {
    orderId: id,
    stale: false,
    shopperId: order.shopper.id,
    points: { target: sum, posted: sum, pending: sum },
    receipt: receipts[0],
    receipts,
    limits: [
      { ruleId: 'order', limit: { kind: 'limitNotReached', pointsLeft: yearly - orderPoints } },
      { ruleId: 'coffee', limit: { kind: 'limitNotReached', countLeft: coffeeRoom - 1 } },
    ],
    warnings: [],
  };
};

const REWARDS: readonly (readonly [id: string, points: number])[] = [
  ['ship', 500],
  ['card', 2000],
  ...['off5', 'tenth', 'mug', 'beans-off', 'season', 'trees', 'early', 'tasting', 'letter'].map(
    (id) => [id, 500] as const,
  ),
  ['slide', 100],
];
const LIMITED = ['birthday', 'profile', 'anniversary', 'newsletter', 'visit', 'share', 'follow'];
const UNLIMITED = ['first', 'wholesale', 'photo', 'survey', 'recycle', 'friend'];

/** The widget's question under the same programme. */
export const meRich = (subject: string): unknown => {
  const now = Date.now();
  const { shopper, view } = viewShopper(subject);
  const today = dayOf(now);
  const usages = selectUsages.all(shop.id, shopper.id, startOf(today - WINDOW_DAYS)) as Usage[];
  const stock = selectShared.get(shop.id, 'stock:off5') as Usage | undefined;
  const badges = selectBadges.all(shop.id, shopper.id) as { badge_id: string; won_at: number }[];
  const standing = standingOf(shopper, today);
  const value = valueOf(standing);
  const slides = usedOf(usages, 'reward:slide', monthOf(now));
  const eligibility = (id: string, points: number): object => {
    if (id === 'ship' && standing.tier < 1)
      return { kind: 'tierTooLow', tierIds: ['silver', 'gold'] };
    if (id === 'letter' && shopper.order_count < 3) return { kind: 'notInSegment' };
    if (id === 'off5' && (stock?.times ?? 0) >= 1_000_000) return { kind: 'outOfStock' };
    if (id === 'slide' && slides.times >= 5) return { kind: 'limitReached', until: null };
    return shopper.available >= points
      ? { kind: 'redeemable' }
      : { kind: 'insufficientPoints', missing: points - shopper.available };
  };
  const since = { year: yearStart(now), day: startOf(today), ever: 0 };
  const left = (ruleId: string, cap: number, from: number): object => {
    const { times } = usedOf(usages, `rule:${ruleId}`, from);
    return times < cap
      ? { kind: 'limitNotReached', countLeft: cap - times, pointsLeft: null }
      : { kind: 'limitReachedUntil', at: new Date(from).toISOString() };
  };
  const yearly = usedOf(usages, 'rule:order', since.year);
  const month = usedOf(usages, 'challenge:month', monthOf(now));
  const week = usages.find(
    (usage) => usage.subject === 'streak:weeks' && usage.period_at === weekOf(now),
  );
  return {
    ...view,
    tier: {
      id: ['bronze', 'silver', 'gold'][standing.tier],
      name: { en: 'Silver' },
      since: new Date(startOf(standing.since)).toISOString(),
      metric: 'spend',
      value,
      next: { id: 'gold', at: GOLD_MINOR, missing: GOLD_MINOR - value },
      keep: {
        at: SILVER_MINOR,
        missing: Math.max(0, SILVER_MINOR - value),
        until: new Date(startOf((standing.days[0]?.[0] ?? today) + WINDOW_DAYS)).toISOString(),
      },
      projectedId: 'bronze',
    },
    rewards: REWARDS.map(([id, points]) => ({
      id,
      eligibility: eligibility(id, points),
      because: 'affordable',
      becauseOf: null,
      points,
      worthMinor: 500,
    })).sort((a, b) => b.points - a.points),
    earning: [
      {
        ruleId: 'order',
        limit: {
          kind: 'limitNotReached',
          countLeft: null,
          pointsLeft: 1_000_000 - yearly.points,
        },
      },
      { ruleId: 'coffee', limit: left('coffee', 500, startOf(today - 29)) },
      { ruleId: 'signup', limit: { kind: 'limitReachedForever' } },
      ...LIMITED.map((ruleId) => ({
        ruleId,
        limit: left(
          ruleId,
          1,
          ruleId === 'visit' ? since.day : ruleId === 'birthday' ? since.year : since.ever,
        ),
      })),
      { ruleId: 'review', limit: left('review', 5, monthOf(now)) },
      ...UNLIMITED.map((ruleId) => ({ ruleId, limit: { kind: 'noLimit' } })),
    ],
    challenges: [{ id: 'month', progress: month.points, target: 1_000_000, completed: 0 }],
    streaks: [{ id: 'weeks', current: week?.points ?? 0, length: 4 }],
    badges: badges.map(({ badge_id: id, won_at: at }) => ({
      id,
      wonAt: new Date(at).toISOString(),
    })),
  };
};
