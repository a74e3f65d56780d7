import type { ProgramDocument } from '@okaeri/shared/program';
import type { LoopThresholds } from '@okaeri/shared/segments';
import type { TierPolicy } from '@okaeri/shared/tiers';
import type { Facets } from './facet-rules.ts';
import type { Reading, Side } from './reading.ts';
import { choice, labelled, quiet, texts } from './shared-facets.ts';
import { daysText, moneyText, monthDayText, monthsText, numberText } from './value-rules.ts';

type Thing = Readonly<Record<string, unknown>>;

type Fields = Omit<
  ProgramDocument,
  | 'earning'
  | 'rewards'
  | 'tiers'
  | 'campaigns'
  | 'segments'
  | 'badges'
  | 'challenges'
  | 'streaks'
  | 'gifts'
  | 'refunds'
  | 'loop'
  | 'tierPolicy'
>;

export function documentFacets({ changeLabels, messages }: Reading): Facets<Fields> {
  const w = changeLabels.document;
  return {
    name: texts(w.name),
    pointsName: {
      ...texts(w.pointsName),
      text: (value, { side }) => {
        // One of its languages: how one point is called, and several.
        const said = value as { one?: string; other?: string } | undefined;
        const words = [said?.one, said?.other].filter((one) => one !== undefined && one !== '');
        return words.length === 0 ? side.changes.nothing : side.changes.quoted(words.join(' / '));
      },
    },
    timeZone: quiet(w.timeZone, zoneText),
    currency: quiet(w.currency, currencyText),
    pointValueMinor: quiet(w.pointValueMinor, (minor, side) => moneyText(minor, side)),
    enrolment: choice(w.enrolment, messages.program.enrolments),
    expiry: quiet(w.expiry, (expiry, side) => {
      const said = side.changes;
      if (expiry.kind === 'never') return said.expiry.never();
      if (expiry.kind === 'calendar')
        return said.expiry.calendar(
          said.and(expiry.on.map((one) => monthDayText(one, side))),
          daysText(expiry.minimumDays, side),
        );
      const days = daysText(expiry.days, side);
      if (expiry.kind === 'perLot') return said.expiry.perLot(days);
      const what = expiry.activities.map((one) => said.activities[one]);
      return said.expiry.inactivity(days, said.and(what));
    }),
    noticeDays: quiet(w.noticeDays, daysText),
    campaignStacking: choice(w.campaignStacking, messages.programFields.stackings),
    rates: labelled(
      w.rates,
      (rates, side) =>
        side.changes.sentence(
          Object.entries(rates).map(([currency, rate]) =>
            side.changes.rate(currency, `${rate} ${side.currency}`),
          ),
        ) || side.changes.nothing,
    ),
  };
}

export function refundFacets({
  changeLabels: { document: w },
  messages,
}: Reading): Facets<ProgramDocument['refunds']> {
  return {
    policy: choice(w.policy, messages.program.refundPolicies),
    returnSpentPoints: choice(w.returnSpentPoints, messages.program.returnSpents),
  };
}

export function loopFacets({ changeLabels: { loop: w } }: Reading): Facets<LoopThresholds> {
  return {
    onboardingDays: quiet(w.onboardingDays, daysText),
    postPurchaseDays: quiet(w.postPurchaseDays, daysText),
    loyalOrders: quiet(w.loyalOrders, (count, side) =>
      side.changes.orders(numberText(count, side), count === 1),
    ),
    lapsedDays: quiet(w.lapsedDays, daysText),
  };
}

export function policyFacets({
  changeLabels: { tierPolicy: w },
  messages,
}: Reading): Facets<TierPolicy> {
  return {
    metric: choice(w.metric, messages.programFields.tierMetrics),
    window: quiet(w.window, windowText),
    downgrade: choice(w.downgrade, messages.programFields.downgrades),
    graceDays: quiet(w.graceDays, daysText),
  };
}

export function policyText(policy: unknown, side: Side, facets: Facets<TierPolicy>): string {
  const thing = policy as TierPolicy & Thing;
  const of = { side, thing };
  return side.changes.sentence([
    facets.metric?.text(thing.metric, of) ?? '',
    facets.window?.text(thing.window, of) ?? '',
  ]);
}

function windowText(window: TierPolicy['window'], side: Side): string {
  const { inWindow: w, startingIn } = side.changes;
  if (window.kind === 'lifetime') return w.lifetime();
  if (window.kind === 'rolling') return w.rolling(daysText(window.days, side));
  const length = monthsText(window.months, side);
  if (window.kind === 'anniversary') return w.anniversary(length);
  return startingIn(w.calendar(length), monthName(window.startMonth, side));
}

function monthName(month: number, { language }: Side): string {
  return new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, month - 1, 1),
  );
}

function zoneText(zone: string, side: Side): string {
  return typeof zone === 'string' && zone !== ''
    ? (zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone)
    : side.changes.nothing;
}

function currencyText(code: string, { language }: Side): string {
  return /^[A-Z]{3}$/.test(code)
    ? (new Intl.DisplayNames(language, { type: 'currency' }).of(code) ?? code)
    : code;
}
