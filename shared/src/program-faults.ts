import { adviseOnGift } from './premium-rules.ts';
import type { Audience } from './conditions.ts';
import type { EarningRule } from './earning.ts';
import type { FieldFault } from './field-faults.ts';
import type { Challenge, Gift } from './play.ts';
import type { Reward } from './rewards.ts';
import type { Segment } from './segments.ts';
import type { Tier, TierPolicy } from './tiers.ts';

/** What of a programme names something else in it. */
interface Named {
  readonly earning: readonly EarningRule[];
  readonly campaigns: readonly (Audience & { readonly ruleIds?: readonly string[] | undefined })[];
  readonly tiers: readonly Tier[];
  readonly tierPolicy: TierPolicy | null;
  readonly segments: readonly Segment[];
  readonly rewards: readonly Reward[];
  readonly badges: readonly { readonly id: string }[];
  readonly challenges: readonly Challenge[];
  readonly streaks: readonly { readonly badgeId: string | null }[];
  readonly gifts: readonly Gift[];
  readonly currency: string;
  readonly pointValueMinor: number;
}

/** A fault that only the whole document shows. */
export interface ProgramFault {
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly fault: FieldFault;
  /** What the fault names. */
  readonly values?: Readonly<Record<string, string>>;
}

type Ids = readonly string[] | undefined;

const ladderFaults = ({ tiers, tierPolicy }: Named): ProgramFault[] => {
  if (tiers.length === 0) return [];
  const faults: ProgramFault[] = [];
  if (tierPolicy === null)
    faults.push({
      path: ['tierPolicy'],
      message: 'must say how tiers are reached',
      fault: 'noTierPolicy',
    });
  if (tiers[0]?.entry !== 0)
    faults.push({
      path: ['tiers', 0, 'entry'],
      message: 'must be 0: everybody begins somewhere',
      fault: 'firstTierNotZero',
    });
  tiers.forEach(({ entry, keep, reentry }, index) => {
    const below = tiers[index - 1];
    if (below !== undefined && entry <= below.entry)
      faults.push({
        path: ['tiers', index, 'entry'],
        message: 'must be more than the tier below',
        fault: 'tierNotAbove',
      });
    if (keep !== undefined && keep > entry)
      faults.push({
        path: ['tiers', index, 'keep'],
        message: 'must not be more than its entry',
        fault: 'keepAboveEntry',
      });
    // Else who fell short of keeping it would be let in again at once.
    if (reentry !== undefined && reentry < (keep ?? entry))
      faults.push({
        path: ['tiers', index, 'reentry'],
        message: 'must not be less than keeping',
        fault: 'reentryBelowKeep',
      });
  });
  return faults;
};

const unknownIds = (
  list: Ids,
  known: ReadonlySet<string>,
  at: readonly (string | number)[],
): ProgramFault[] =>
  (list ?? []).flatMap((id, index) => (known.has(id) ? [] : [unknown([...at, index], id)]));

const unknown = (path: readonly (string | number)[], id: string): ProgramFault => ({
  path,
  message: `names "${id}", which is not there`,
  fault: 'unknownReference',
  values: { name: id },
});

/** Prizes that are worth more than Japanese law allows. */
const giftFaults = ({ gifts, currency, pointValueMinor }: Named): ProgramFault[] =>
  currency !== 'JPY'
    ? []
    : gifts.flatMap((gift, index) => {
        const { allowed, text } = adviseOnGift(gift, pointValueMinor);
        return allowed
          ? []
          : [{ path: ['gifts', index, 'points'], message: text, fault: 'prizeAboveLaw' }];
      });

/** Every fault of a programme's inner references: tiers, segments, rules and badges that are named must be there. */
export const programFaults = (document: Named): ProgramFault[] => {
  const tiers = new Set(document.tiers.map(({ id }) => id));
  const segments = new Set(document.segments.map(({ id }) => id));
  const rules = new Set(document.earning.map(({ id }) => id));
  const badges = new Set(document.badges.map(({ id }) => id));
  const audience = (
    who: { tierIds?: Ids; segmentIds?: Ids },
    at: readonly (string | number)[],
  ): ProgramFault[] => [
    ...unknownIds(who.tierIds, tiers, [...at, 'tierIds']),
    ...unknownIds(who.segmentIds, segments, [...at, 'segmentIds']),
  ];
  const badge = (badgeId: string | null, at: readonly (string | number)[]): ProgramFault[] =>
    badgeId === null || badges.has(badgeId) ? [] : [unknown([...at, 'badgeId'], badgeId)];
  return [
    ...ladderFaults(document),
    ...giftFaults(document),
    ...document.earning.flatMap((rule, index) => [
      ...('conditions' in rule ? audience(rule.conditions, ['earning', index, 'conditions']) : []),
      ...rule.variants.flatMap((variant, at) =>
        audience(variant, ['earning', index, 'variants', at]),
      ),
    ]),
    ...document.campaigns.flatMap((campaign, index) => [
      ...audience(campaign, ['campaigns', index]),
      ...unknownIds(campaign.ruleIds, rules, ['campaigns', index, 'ruleIds']),
    ]),
    ...document.segments.flatMap((segment, index) => audience(segment, ['segments', index])),
    ...document.rewards.flatMap((reward, index) => [
      ...audience(reward, ['rewards', index]),
      ...reward.variants.flatMap((variant, at) =>
        audience(variant, ['rewards', index, 'variants', at]),
      ),
    ]),
    ...document.challenges.flatMap((challenge, index) => [
      ...audience(challenge, ['challenges', index]),
      ...badge(challenge.badgeId, ['challenges', index]),
      ...unknownIds(challenge.ruleId === undefined ? [] : [challenge.ruleId], rules, [
        'challenges',
        index,
        'ruleId',
      ]),
    ]),
    ...document.streaks.flatMap(({ badgeId }, index) => badge(badgeId, ['streaks', index])),
    ...document.gifts.flatMap((gift, index) => audience(gift, ['gifts', index])),
  ];
};
