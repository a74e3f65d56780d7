import type { Reward } from '@okaeri/shared/rewards';
import type { Facets } from './facet-rules.ts';
import type { Reading, Side } from './reading.ts';
import { minimumText } from './rule-facets.ts';
import {
  alone,
  choice,
  labelled,
  limit,
  onOff,
  picture,
  quiet,
  texts,
  those,
  yesNo,
} from './shared-facets.ts';
import {
  amountsText,
  choiceText,
  daysText,
  numberText,
  pointsText,
  productsText,
  timeText,
  whoText,
} from './value-rules.ts';

type Cost = Reward['cost'];

/** How every field of a reward is said. */
export const rewardFacets = ({ changeLabels: labels, messages }: Reading): Facets<Reward> => {
  const { common, reward } = labels;
  const { program, programFields, icons } = messages;
  return {
    id: null,
    enabled: onOff(labels),
    name: texts(common.name),
    description: texts(common.description),
    kind: alone(reward.kind, (kind, side) => choiceText(kind, program.kind, side)),
    cost: alone(reward.cost, costText),
    variants: alone(common.variants, (variants, side) =>
      variants.length === 0
        ? side.changes.everyone
        : side.changes.sentence(
            variants.map((one) =>
              side.changes.forThose(
                whoText(one, side) || side.changes.everyone,
                costText(one.cost, side),
              ),
            ),
          ),
    ),
    percent: alone(reward.percent, (percent, side) =>
      side.changes.percentOff(numberText(percent ?? 0, side)),
    ),
    value: alone(reward.value, (value, side, { thing }) => {
      const amounts = amountsText(value, side);
      const w = side.changes;
      if (amounts === '') return w.nothing;
      if (thing['kind'] === 'percentage') return w.atMost(amounts);
      return thing['kind'] === 'variableDiscount' ? w.worthPerStep(amounts) : w.worth(amounts);
    }),
    minimumBasket: alone(common.minimumBasket, minimumText),
    minimumItems: labelled(
      reward.minimumItems,
      (count, side) => side.changes.pieces(numberText(count, side), count === 1),
      { isUsual: (count) => count === 0 },
    ),
    limit: limit(labels),
    stock: labelled(
      reward.stock,
      (stock, side) => side.changes.pieces(numberText(stock, side), stock === 1),
      { none: (w) => w.unlimited },
    ),
    validDays: labelled(reward.validDays, daysText),
    tierIds: those(labels, 'tierIds'),
    segmentIds: those(labels, 'segmentIds'),
    combinable: yesNo(reward.combinable),
    codes: choice(reward.codes, programFields.codeKinds),
    tags: quiet(
      reward.tags,
      (tags, side) => side.changes.and(tags.map(side.changes.quoted)) || side.changes.nothing,
    ),
    picture: picture(labels),
    icon: quiet(common.icon, (icon, side) => choiceText(icon, icons, side)),
    productId: labelled(reward.productId, (id, side) => productsText([id], side)),
    productIds: labelled(reward.productIds, productsText),
    collectionIds: labelled(reward.collectionIds, (ids, side) =>
      side.changes.collections(ids.length),
    ),
    cause: texts(reward.cause),
    from: labelled(common.from, timeText),
    startsAt: labelled(reward.startsAt, timeText),
  };
};

function costText(cost: Cost, side: Side): string {
  const { variable, fixed } = cost;
  if (variable === undefined) return pointsText(fixed ?? 0, side);
  return side.changes.slider(
    numberText(variable.minimumPoints, side),
    pointsText(variable.maximumPoints, side),
    numberText(variable.stepPoints, side),
  );
}
