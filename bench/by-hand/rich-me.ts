import { database, shop, type Shopper } from './database.ts';
import { viewShopper } from './plain.ts';
import {
  dayOf,
  GOLD_MINOR,
  monthOf,
  selectShared,
  selectUsages,
  SILVER_MINOR,
  standingOf,
  startOf,
  usedOf,
  valueOf,
  weekOf,
  WINDOW_DAYS,
  yearStart,
  type Standing,
  type Usage,
} from './rich-program.ts';

const selectBadges = database.prepare(
  'select badge_id, won_at from badges where shop_id = cast(? as text) and shopper_id = cast(? as text)',
);

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

interface Looked {
  readonly now: number;
  readonly usages: readonly Usage[];
  readonly standing: Standing;
}

/** The widget's question under the same programme. */
export const meRich = (subject: string, issuedAt: number): unknown => {
  const now = Date.now();
  const viewed = viewShopper(subject, issuedAt);
  if (viewed === undefined) return undefined;
  const { shopper, view } = viewed;
  const today = dayOf(now);
  const usages = selectUsages.all(shop.id, shopper.id, startOf(today - WINDOW_DAYS)) as Usage[];
  const looked: Looked = { now, usages, standing: standingOf(shopper, today) };
  const badges = selectBadges.all(shop.id, shopper.id) as { badge_id: string; won_at: number }[];
  const month = usedOf(usages, 'challenge:month', monthOf(now));
  const week = usages.find(
    ({ subject: of, period_at: at }) => of === 'streak:weeks' && at === weekOf(now),
  );
  return {
    ...view,
    tier: tierOf(looked),
    rewards: rewardsOf(shopper, looked),
    earning: earningOf(looked),
    challenges: [{ id: 'month', progress: month.points, target: 1_000_000, completed: 0 }],
    streaks: [{ id: 'weeks', current: week?.points ?? 0, length: 4 }],
    badges: badges.map(({ badge_id: id, won_at: at }) => ({
      id,
      wonAt: new Date(at).toISOString(),
    })),
  };
};

function tierOf({ now, standing }: Looked): unknown {
  const value = valueOf(standing);
  const oldest = standing.days[0]?.[0] ?? dayOf(now);
  return {
    id: ['bronze', 'silver', 'gold'][standing.tier],
    name: { en: 'Silver' },
    since: new Date(startOf(standing.since)).toISOString(),
    metric: 'spend',
    value,
    next: { id: 'gold', at: GOLD_MINOR, missing: GOLD_MINOR - value },
    keep: {
      at: SILVER_MINOR,
      missing: Math.max(0, SILVER_MINOR - value),
      until: new Date(startOf(oldest + WINDOW_DAYS)).toISOString(),
    },
    projectedId: 'bronze',
  };
}

function rewardsOf(
  { available, order_count: orders }: Shopper,
  { now, usages, standing }: Looked,
): unknown[] {
  const stock = selectShared.get(shop.id, 'stock:off5') as Usage | undefined;
  const slides = usedOf(usages, 'reward:slide', monthOf(now));
  const eligibility = (id: string, points: number): object => {
    if (id === 'ship' && standing.tier < 1)
      return { kind: 'tierTooLow', tierIds: ['silver', 'gold'] };
    if (id === 'letter' && orders < 3) return { kind: 'notInSegment' };
    if (id === 'off5' && (stock?.times ?? 0) >= 1_000_000) return { kind: 'outOfStock' };
    if (id === 'slide' && slides.times >= 5) return { kind: 'limitReached', until: null };
    return available >= points
      ? { kind: 'redeemable' }
      : { kind: 'insufficientPoints', missing: points - available };
  };
  return REWARDS.map(([id, points]) => ({
    id,
    eligibility: eligibility(id, points),
    because: 'affordable',
    becauseOf: null,
    points,
    worthMinor: 500,
  })).sort((a, b) => b.points - a.points);
}

function earningOf({ now, usages }: Looked): unknown[] {
  const today = dayOf(now);
  const left = (ruleId: string, cap: number, from: number): object => {
    const { times } = usedOf(usages, `rule:${ruleId}`, from);
    return times < cap
      ? { kind: 'limitNotReached', countLeft: cap - times, pointsLeft: null }
      : { kind: 'limitReachedUntil', at: new Date(from).toISOString() };
  };
  const since: Readonly<Record<string, number>> = {
    visit: startOf(today),
    birthday: yearStart(now),
    anniversary: yearStart(now),
  };
  const pointsLeft = 1_000_000 - usedOf(usages, 'rule:order', yearStart(now)).points;
  return [
    { ruleId: 'order', limit: { kind: 'limitNotReached', countLeft: null, pointsLeft } },
    { ruleId: 'coffee', limit: left('coffee', 500, startOf(today - 29)) },
    { ruleId: 'signup', limit: { kind: 'limitReachedForever' } },
    ...LIMITED.map((ruleId) => ({ ruleId, limit: left(ruleId, 1, since[ruleId] ?? 0) })),
    { ruleId: 'review', limit: left('review', 5, monthOf(now)) },
    ...UNLIMITED.map((ruleId) => ({ ruleId, limit: { kind: 'noLimit' } })),
  ];
}
