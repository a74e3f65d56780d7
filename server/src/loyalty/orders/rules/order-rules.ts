import type { LineScope } from '@okaeri/shared/conditions';
import type { OrderRule } from '@okaeri/shared/earning';
import type { ReceiptReason } from '@okaeri/shared/ledger';
import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import { isFor, pointsFor, type SalesContext } from '../../earning/audience-rules.ts';
import { campaignPart, campaignsFor, capsOfRule, extrasOf } from '../../earning/campaign-rules.ts';
import { emptyReceipt } from '../../earning/fixed-part-rules.ts';
import type { Part } from '../../earning/part-rules.ts';
import { expiryOf, pointsOf, productOf, rateOf } from '../../earning/points-rules.ts';
import type { SourceCounts } from '../../earning/part-rules.ts';
import { inScope } from '../../games/tally-rules.ts';
import { maturityOf } from './maturity-rules.ts';
import { NEVER_AT } from '../../../platform/lib/clock.ts';
import { countsOfOrder } from './count-rules.ts';
import { readMoney, type OrderMoney } from './money-rules.ts';
import type { OrderTerms } from './terms-rules.ts';
import { closingReason, settleOn, type Measure } from './share-rules.ts';

/** What the present state of an order should have earned: part by part, when, and why. */
export interface OrderTarget {
  readonly parts: readonly Part[];
  readonly counts: SourceCounts;
  readonly warnings: readonly OrderWarning[];
}

interface RuleRead {
  readonly rule: OrderRule;
  readonly money: OrderMoney;
  readonly taken: ReadonlySet<string>;
}

/**
 * The target function of orders: from the order's present state and the terms of
 * its awards, what it should have given. Everything an order can become (paid,
 * refunded, cancelled, reopened) is only another state.
 *
 * @throws PointsOutOfRangeError when the points cannot be counted
 */
export const orderTarget = (state: OrderState, terms: OrderTerms): OrderTarget => {
  const reads = readRules(state, terms);
  const all = reads.flatMap((read) => partsOfRule(state, terms, read));
  const earning = all.filter(({ desired }) => desired > 0);
  // An attempt that earned nothing is one row, with the reason of the first rule that applied.
  const parts = earning.length > 0 ? earning : all.slice(0, 1);
  return {
    parts: parts.length > 0 ? parts : [noRulePart(state, terms)],
    counts: countsOfOrder(state, terms),
    warnings: reads[0]?.money.warnings ?? [],
  };
};

/** Rules that apply, each with the lines it counts; an exclusive one takes them from those behind it. */
function readRules(state: OrderState, terms: OrderTerms): RuleRead[] {
  const taken = new Set<string>();
  return terms.document.earning
    .filter((rule): rule is OrderRule => rule.on === 'order' && rule.enabled)
    .filter(({ conditions }) => isFor(conditions, terms.who, placeOf(state)))
    .filter(({ conditions }) => conditions.firstOrder !== true || terms.who.first)
    .map((rule) => {
      const read = {
        rule,
        money: moneyOf(state, rule, [rule.scope], taken),
        taken: new Set(taken),
      };
      if (rule.exclusive)
        for (const line of state.lines) if (inScope(rule.scope, line)) taken.add(line.id);
      return read;
    });
}

function partsOfRule(state: OrderState, terms: OrderTerms, read: RuleRead): Part[] {
  const { rule } = read;
  const { document } = terms;
  const measure = measureOf(state, terms, read);
  const at = Date.parse(state.placedAt);
  const matureAt = maturityOf(state, rule.hold);
  const own: Part = {
    part: rule.id,
    desired: wholeOf(measure, []),
    matureAt,
    ...expiryOf(document, rule.expiry, matureAt),
    caps: capsOfRule(rule),
    at,
    settle: settleOn(measure, { desired: wholeOf(measure, []), campaignId: null }),
  };
  if (measure.refused !== null) return [own];
  const by = { who: terms.who, place: placeOf(state), at: terms.campaignTimes };
  const running = campaignsFor(document, rule, by);
  if (running.length === 0) return [own];
  const scoped = new Map(
    running.map(({ id, scope }) => [
      id,
      isNamed(scope)
        ? { ...measure, money: moneyOf(state, rule, [rule.scope, scope], read.taken) }
        : measure,
    ]),
  );
  const extras = extrasOf(running, document.campaignStacking, (campaign, factors) =>
    wholeOf(scoped.get(campaign.id) ?? measure, factors),
  );
  return [
    own,
    ...extras.map(({ campaign, caps, points, factor }): Part => {
      const on = scoped.get(campaign.id) ?? measure;
      const counts = on.money.basisMinor.some((part) => part > 0);
      const desired = counts ? points : 0;
      const shown = { ...on, factor: factor === null ? '1' : productOf([on.factor, factor]) };
      return {
        part: campaignPart(campaign.id, rule.id),
        desired,
        matureAt,
        ...expiryOf(document, campaign.expiry ?? rule.expiry, matureAt),
        caps,
        at,
        settle: settleOn(shown, { desired, campaignId: campaign.id }),
      };
    }),
  ];
}

/** What an order to which no rule applies says. */
function noRulePart(state: OrderState, terms: OrderTerms): Part {
  return {
    part: '',
    desired: 0,
    matureAt: NEVER_AT,
    expireAt: NEVER_AT,
    idleDays: 0,
    limited: false,
    caps: [],
    at: Date.parse(state.placedAt),
    settle: () => ({
      target: 0,
      receipt: {
        ...emptyReceipt(terms, { ruleId: null, campaignId: null, reason: 'noRule' }),
        currency: state.currency,
      },
    }),
  };
}

function placeOf(state: OrderState): SalesContext {
  return {
    channel: state.channel ?? null,
    market: state.market ?? null,
  };
}

function moneyOf(
  state: OrderState,
  rule: OrderRule,
  scopes: readonly LineScope[],
  taken: ReadonlySet<string>,
): OrderMoney {
  const named = scopes.filter(isNamed);
  if (named.length === 0 && taken.size === 0) return readMoney(state, rule);
  return readMoney(state, {
    ...rule,
    lineCounts: (line) => !taken.has(line.id) && named.every((scope) => inScope(scope, line)),
  });
}

/** Everything of one rule on one order that its part and its campaigns' parts are made from. */
function measureOf(state: OrderState, terms: OrderTerms, { rule, money }: RuleRead): Measure {
  const points = pointsFor(rule, terms.who, placeOf(state));
  const rate = rateOf(points, state.currency);
  const minimum = rule.conditions.minimumBasket;
  const countedMinor = money.parts.reduce((sum, part) => sum + part.countedMinor, 0);
  let refused: ReceiptReason | null = null;
  if (rate === undefined) refused = 'currencyNotInProgramme';
  else if (minimum !== undefined && countedMinor < (minimum[state.currency] ?? Infinity))
    refused = 'belowMinimumBasket';
  const tier = terms.document.tiers.find(({ id }) => id === terms.who.tierId);
  return {
    state,
    rule,
    money,
    programVersion: terms.programVersion,
    fixed: points.fixed,
    rate: rate ?? null,
    // A tier multiplies what is earned by amount; a fixed number is what it says.
    factor: rate == null ? '1' : (tier?.multiplier ?? '1'),
    refused,
    closed: closingReason(state),
  };
}

function wholeOf(measure: Measure, factors: readonly string[]): number {
  const basisMinor = measure.money.basisMinor.reduce((sum, part) => sum + part, 0);
  if (measure.refused !== null || basisMinor === 0) return 0;
  const { fixed, rate, rule, factor } = measure;
  return pointsOf({ fixed, rate, basisMinor, rounding: rule.rounding }, [factor, ...factors]);
}

function isNamed(scope: LineScope): boolean {
  return Object.values(scope).some((ids) => ids);
}
