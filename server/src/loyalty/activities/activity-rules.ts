import type { ActRule } from '@okaeri/shared/earning';
import type { Receipt } from '@okaeri/shared/ledger';
import type { ProgramDocument } from '@okaeri/shared/program';
import { isFor, pointsFor, type SalesContext } from '../earning/audience-rules.ts';
import { campaignPart, campaignsFor, capsOfRule, extrasOf } from '../earning/campaign-rules.ts';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import type { Part } from '../earning/part-rules.ts';
import { pointsOf, rateOf } from '../earning/points-rules.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { OwnerContext } from '../ledger/documents.ts';

/**
 * Everything of an act that points may depend on. A review's stars and words are
 * not among it, and a survey's answers are not: what is not here cannot be paid for.
 */
export interface ActivityFacts {
  readonly kind: ActRule['on'];
  /** Which of the merchant's own activities, or which rule a browser claimed. */
  readonly name: string | null;
  readonly at: number;
  readonly amountMinor: number | null;
  readonly currency: string | null;
}

/** Under which programme, by whom and where an act was done. */
export interface ActivityTerms {
  readonly document: ProgramDocument;
  readonly programVersion: number;
  readonly who: OwnerContext;
  readonly place: SalesContext;
  /** When it was promised, and what; null where nothing was, and the act itself says when. */
  readonly promise?: ActPromise | null;
}

/**
 * What was promised for an act before it was done. Campaigns and limits are asked as of then; holds and expiry go by
 * when it was done.
 */
export interface ActPromise {
  readonly at: number;
  /** What limits left of each part that is limited. What is promised is paid, however full they are by now. */
  readonly granted: Readonly<Record<string, number>>;
}

/** The rules an act falls under. */
export const rulesFor = (facts: ActivityFacts, terms: ActivityTerms): readonly ActRule[] =>
  terms.document.earning
    .filter((rule) => isOfAct(rule, facts))
    .filter(({ enabled }) => enabled)
    .filter((rule) => isFor(rule.conditions, terms.who, terms.place));

/** The target function of acts: what one should earn, part by part. */
export const activityParts = (facts: ActivityFacts, terms: ActivityTerms): readonly Part[] =>
  rulesFor(facts, terms).flatMap((rule) =>
    partsOfRule(rule, facts, terms).filter(({ desired, part }) => desired > 0 || part === rule.id),
  );

function isOfAct(rule: ProgramDocument['earning'][number], facts: ActivityFacts): rule is ActRule {
  if (rule.on !== facts.kind) return false;
  if (rule.on === 'activity') return rule.activity === facts.name;
  // A claim is for one rule: following in one network is not following in another.
  return facts.name === null || rule.id === facts.name;
}

function partsOfRule(rule: ActRule, facts: ActivityFacts, terms: ActivityTerms): Part[] {
  const { document, who, place } = terms;
  const points = pointsFor(rule, who, place);
  const currency = facts.currency ?? document.currency;
  const rate = rateOf(points, currency);
  const basisMinor = facts.amountMinor ?? 0;
  const { rounding } = rule;
  const whole = (factors: readonly string[]): number =>
    rate === undefined ? 0 : pointsOf({ fixed: points.fixed, rate, basisMinor, rounding }, factors);
  const countsAt = terms.promise?.at ?? facts.at;
  const granted = (part: string): number | null => terms.promise?.granted[part] ?? null;
  const matureAt = facts.at + rule.hold.days * DAY_MS;
  const shown = { basisMinor, currency, rate: rate ?? null, rounding };
  const reason = rate === undefined ? 'currencyNotInProgramme' : 'belowOnePoint';
  const common = { at: countsAt, matureAt, reason } as const;
  const own = fixedPart(terms, {
    ...common,
    part: rule.id,
    granted: granted(rule.id),
    points: whole([]),
    own: rule.expiry,
    caps: capsOfRule(rule),
    shown: shown satisfies Partial<Receipt>,
  });
  const running = campaignsFor(document, rule, { who, place, at: [countsAt] }).filter(
    ({ scope }) => Object.keys(scope).length === 0,
  );
  const extras = extrasOf(running, document.campaignStacking, (_campaign, factors) =>
    whole(factors),
  );
  return [
    own,
    ...extras.map(({ campaign, caps, points: extra, factor }) =>
      fixedPart(terms, {
        ...common,
        part: campaignPart(campaign.id, rule.id),
        granted: granted(campaignPart(campaign.id, rule.id)),
        points: own.desired === 0 ? 0 : extra,
        own: campaign.expiry ?? rule.expiry,
        caps,
        shown: { ...shown, multiplier: factor ?? '1' },
      }),
    ),
  ];
}
