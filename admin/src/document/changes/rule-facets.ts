import type { EarningRule, OrderRule } from '@okaeri/shared/earning';
import type { Facets } from './facet-rules.ts';
import type { Reading, Side } from './reading.ts';
import {
  alone,
  choice,
  labelled,
  limit,
  onOff,
  ownExpiry,
  quiet,
  scope,
  texts,
  yesNo,
} from './shared-facets.ts';
import {
  amountsText,
  choiceText,
  daysText,
  givenText,
  numberText,
  pointsText,
  whoText,
} from './value-rules.ts';

type Conditions = Partial<OrderRule['conditions']>;

/** How every field of a way to earn is said. */
export const ruleFacets = ({ changeLabels: labels, messages }: Reading): Facets<EarningRule> => {
  const { common, rule } = labels;
  const { order, profile } = messages.earningRules;
  return {
    id: null,
    on: null,
    enabled: onOff(labels),
    name: texts(common.name),
    points: alone(common.points, givenText),
    variants: alone(common.variants, variantsText),
    limit: limit(labels),
    hold: alone(
      rule.hold,
      (hold, side) => {
        const w = side.changes;
        if (hold === undefined || hold.days === 0) return w.notPending;
        const from = 'from' in hold ? choiceText(hold.from, order.holdFroms, side) : null;
        return w.pending(daysText(hold.days, side), from);
      },
      { isUsual: (hold) => hold.days === 0 },
    ),
    conditions: alone(rule.conditions, conditionsText),
    scope: scope(labels),
    expiry: ownExpiry(labels),
    minimumBasket: alone(common.minimumBasket, minimumText),
    friendPoints: alone(rule.friendPoints, (points, side) =>
      side.changes.forFriend(pointsText(points ?? 0, side)),
    ),
    network: labelled(rule.network, (value, side) => side.changes.quoted(value)),
    url: quiet(rule.url, (value, side) => side.changes.quoted(value)),
    activity: labelled(rule.activity, (value, side) => side.changes.quoted(value)),
    fields: alone(rule.fields, (fields, side) =>
      side.changes.forFields(
        side.changes.and((fields ?? []).map((one) => choiceText(one, profile.fields, side))),
      ),
    ),
    noticeDays: alone(
      rule.noticeDays,
      (days, side) => side.changes.onFile(daysText(days ?? 0, side)),
      { isUsual: (days) => days === 0 },
    ),
    exclusive: yesNo(rule.exclusive),
    includeTax: yesNo(rule.includeTax),
    includeShipping: yesNo(rule.includeShipping),
    rounding: choice(rule.rounding, order.roundings),
    sameAddressMax: quiet(rule.sameAddressMax, numberText),
    perDayMax: quiet(rule.perDayMax, numberText),
  };
};

/** `orders of at least $50`, of amounts in several currencies. */
export const minimumText = (
  value: Readonly<Record<string, number>> | undefined,
  side: Side,
): string =>
  value === undefined || Object.keys(value).length === 0
    ? side.changes.noMinimum
    : side.changes.minimum(amountsText(value, side));

/** `VIP and Icon 750 points`: other points for some. */
function variantsText(variants: EarningRule['variants'] | undefined, side: Side): string {
  const w = side.changes;
  if (variants === undefined || variants.length === 0) return w.forThose(w.everyone, '').trim();
  return w.sentence(
    variants.map((one) => {
      const who = whoText(one, side);
      return w.forThose(who === '' ? w.everyone : who, givenText(one.points, side));
    }),
  );
}

function conditionsText(value: Conditions | undefined, side: Side): string {
  const w = side.changes;
  const { firstOrder, minimumBasket, ...audience } = value ?? {};
  const who = whoText(audience, side);
  const parts = [
    ...(who === '' ? [] : [w.audienceOnly(who)]),
    ...(firstOrder === true ? [w.firstOrder] : []),
    ...(minimumBasket && Object.keys(minimumBasket).length > 0
      ? [w.minimum(amountsText(minimumBasket, side))]
      : []),
  ];
  return parts.length === 0 ? w.anyOrder : w.sentence(parts);
}
