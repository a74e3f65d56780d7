import type { Campaign } from '@okaeri/shared/campaigns';
import type { Badge, Challenge, Gift, Streak } from '@okaeri/shared/play';
import type { Segment } from '@okaeri/shared/segments';
import type { Tier } from '@okaeri/shared/tiers';
import type { Facets } from './facet-rules.ts';
import type { Reading, Side } from './reading.ts';
import { minimumText } from './rule-facets.ts';
import {
  alone,
  badgeOf,
  from,
  choice,
  labelled,
  limit,
  onOff,
  ownExpiry,
  picture,
  prizePoints,
  quiet,
  scope,
  texts,
  those,
} from './shared-facets.ts';
import {
  choiceText,
  moneyText,
  nameIn,
  namesIn,
  numberText,
  pointsText,
  timeText,
  wordsIn,
} from './value-rules.ts';

export const campaignFacets = ({ changeLabels: labels }: Reading): Facets<Campaign> => ({
  id: null,
  enabled: onOff(labels),
  name: texts(labels.common.name),
  effect: alone(labels.campaign.effect, ({ multiplier, bonus }, side) =>
    multiplier === undefined
      ? side.changes.bonus(pointsText(bonus ?? 0, side))
      : side.changes.multiplier(multiplier),
  ),
  ruleIds: alone(labels.campaign.ruleIds, (ids, side) =>
    ids === undefined ? side.changes.fromAll : side.changes.onlyFrom(namesIn('earning', ids, side)),
  ),
  from: from(labels),
  until: quiet(labels.common.until, timeText),
  tierIds: those(labels, 'tierIds'),
  segmentIds: those(labels, 'segmentIds'),
  channels: those(labels, 'channels'),
  markets: those(labels, 'markets'),
  scope: scope(labels),
  expiry: ownExpiry(labels),
  budgetPoints: labelled(labels.campaign.budgetPoints, pointsText, { none: (w) => w.unlimited }),
  limit: limit(labels),
});

export const tierFacets = ({ changeLabels: labels }: Reading): Facets<Tier> => ({
  id: null,
  name: texts(labels.common.name),
  entry: labelled(labels.tier.entry, thresholdText),
  keep: labelled(labels.tier.keep, thresholdText),
  reentry: labelled(labels.tier.reentry, thresholdText),
  multiplier: alone(labels.tier.multiplier, (factor, side) => side.changes.multiplier(factor), {
    isUsual: (factor) => factor === '1',
  }),
  perks: alone(labels.tier.perks, (perks, side) =>
    side.changes.perks(
      side.changes.and(perks.map((one) => side.changes.quoted(wordsIn(one, side)))),
      perks.length,
    ),
  ),
  entryPoints: alone(
    labels.tier.entryPoints,
    (points, side) => side.changes.onEntry(pointsText(points, side)),
    { isUsual: (points) => points === 0 },
  ),
  picture: picture(labels),
});

export const segmentFacets = ({ changeLabels: labels, messages }: Reading): Facets<Segment> => {
  const w = labels.segment;
  return {
    id: null,
    name: texts(labels.common.name),
    orders: labelled(w.orders, (range, side) => rangeText(range, side, numberText)),
    spendMinor: labelled(w.spendMinor, (range, side) =>
      rangeText(range, side, (minor) => moneyText(minor, side)),
    ),
    daysSinceOrder: labelled(w.daysSinceOrder, (range, side) => rangeText(range, side, numberText)),
    tierIds: labelled(w.tierIds, (ids, side) => namesIn('tiers', ids, side)),
    tags: labelled(w.segmentTags, (tags, side) => side.changes.and(tags.map(side.changes.quoted))),
    stages: labelled(w.stages, (stages, side) =>
      side.changes.and(stages.map((one) => choiceText(one, messages.stages, side))),
    ),
    rfmGroups: labelled(w.rfmGroups, (groups, side) =>
      side.changes.and(groups.map((one) => choiceText(one, messages.buyers.rfm.options, side))),
    ),
    valueGroups: labelled(w.valueGroups, (groups, side) =>
      side.changes.and(groups.map((one) => choiceText(one, messages.buyers.value.options, side))),
    ),
    againPercent: labelled(w.againPercent, (range, side) => rangeText(range, side, numberText)),
    usualGapDays: labelled(w.usualGapDays, (range, side) => rangeText(range, side, numberText)),
    overdueDays: labelled(w.overdueDays, (range, side) => rangeText(range, side, numberText)),
  };
};

export const challengeFacets = ({ changeLabels: labels }: Reading): Facets<Challenge> => ({
  id: null,
  enabled: onOff(labels),
  name: texts(labels.common.name),
  metric: null,
  target: alone(labels.challenge.goal, goalText, { with: ['metric', 'period'] }),
  period: null,
  ruleId: labelled(labels.challenge.ruleId, (id, side) => nameIn('earning', id, side)),
  scope: scope(labels),
  points: prizePoints(labels),
  badgeId: badgeOf(labels),
  expiry: ownExpiry(labels),
  repeats: alone(
    labels.challenge.repeats,
    (times, side) => side.changes.repeats(numberText(times, side), times === 1),
    { isUsual: (times) => times === 1 },
  ),
  from: labelled(labels.common.from, timeText),
  until: labelled(labels.common.until, timeText),
  tierIds: those(labels, 'tierIds'),
  segmentIds: those(labels, 'segmentIds'),
  picture: picture(labels),
});

export const streakFacets = ({ changeLabels: labels }: Reading): Facets<Streak> => ({
  id: null,
  enabled: onOff(labels),
  name: texts(labels.common.name),
  every: null,
  length: alone(
    labels.streak.goal,
    (length, side, { thing }) =>
      side.changes.inARow[thing['every'] === 'week' ? 'week' : 'month'](numberText(length, side)),
    { with: ['every'] },
  ),
  points: prizePoints(labels),
  badgeId: badgeOf(labels),
  expiry: ownExpiry(labels),
  picture: picture(labels),
});

export const badgeFacets = ({ changeLabels: labels }: Reading): Facets<Badge> => ({
  id: null,
  name: texts(labels.common.name),
  description: texts(labels.common.description),
  picture: picture(labels),
});

export const giftFacets = ({ changeLabels: labels, messages }: Reading): Facets<Gift> => ({
  id: null,
  enabled: onOff(labels),
  name: texts(labels.common.name),
  points: prizePoints(labels),
  probabilityPpm: labelled(labels.gift.probabilityPpm, (ppm, { language }) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 }).format(
      ppm / 1_000_000,
    ),
  ),
  budgetPoints: labelled(labels.campaign.budgetPoints, pointsText),
  from: from(labels),
  until: quiet(labels.common.until, timeText),
  minimumBasket: alone(labels.common.minimumBasket, minimumText),
  perShopperMax: quiet(labels.gift.perShopperMax, numberText),
  redeemableFor: choice(labels.gift.redeemableFor, messages.programFields.redeemables),
  expiry: ownExpiry(labels),
  tierIds: those(labels, 'tierIds'),
  segmentIds: those(labels, 'segmentIds'),
});

/** What it takes, in what the ladder counts. */
function thresholdText(value: number | undefined, side: Side): string {
  if (value === undefined) return side.changes.nothing;
  if (side.tierMetric === 'spend') return side.changes.spent(moneyText(value, side));
  return side.tierMetric === 'orders'
    ? side.changes.orders(numberText(value, side), value === 1)
    : pointsText(value, side);
}

function goalText(
  target: number,
  side: Side,
  of: { thing: Readonly<Record<string, unknown>> },
): string {
  const w = side.changes;
  const { metric, period } = of.thing as Pick<Challenge, 'metric' | 'period'>;
  const number = numberText(target, side);
  const isOne = target === 1;
  const goal = {
    orders: () => w.orders(number, isOne),
    spend: () => w.spent(moneyText(target, side)),
    points: () => pointsText(target, side),
    items: () => w.pieces(number, isOne),
    acts: () => w.actions(number, isOne),
  }[metric]();
  return w.inPeriod[period](goal);
}

function rangeText(
  range: { min?: number | undefined; max?: number | undefined },
  side: Side,
  text: (value: number, side: Side) => string,
): string {
  const { min, max } = range;
  const w = side.changes;
  if (min === undefined) return max === undefined ? w.nothing : w.atMost(text(max, side));
  return max === undefined
    ? w.atLeast(text(min, side))
    : w.between(text(min, side), text(max, side));
}
