import type { EarningRule } from '@okaeri/shared/earning';
import type { ProgramDocument } from '@okaeri/shared/program';
import { messages } from '../i18n/messages.ts';
import { minorUnitsOf } from '@okaeri/shared/currencies';
import { newEntity } from './section-parts.tsx';

/** What can earn, in the order in which it is offered. */
export const RULE_KINDS = [
  'order',
  'signup',
  'birthday',
  'review',
  'photo',
  'referral',
  'profile',
  'newsletter',
  'anniversary',
  'visit',
  'share',
  'follow',
  'activity',
] as const satisfies readonly EarningRule['on'][];
export type RuleKind = (typeof RULE_KINDS)[number];

/** Kinds of which a programme needs one at most. */
export const ONCE: ReadonlySet<RuleKind> = new Set(['signup', 'birthday', 'referral', 'profile']);

const common = (document: ProgramDocument, on: RuleKind) => ({
  ...newEntity(document, 'earning', messages().program.on[on]),
  name: undefined,
  enabled: false,
  points: { fixed: 100 },
  variants: [],
  expiry: null,
  limit: null,
});

const activityRule = (document: ProgramDocument, on: RuleKind) => ({
  ...common(document, on),
  conditions: {},
  rounding: 'floor' as const,
  hold: { days: 0 },
});

const orderRule = (document: ProgramDocument): EarningRule => ({
  ...common(document, 'order'),
  on: 'order',
  points: {
    per: {
      [document.currency]: { amountMinor: minorUnitsOf(document.currency), points: 1 },
    },
  },
  scope: {},
  conditions: {},
  exclusive: false,
  includeTax: true,
  includeShipping: false,
  rounding: 'floor',
  hold: { days: 14, from: 'paid' },
});

const referralRule = (document: ProgramDocument): EarningRule => ({
  ...common(document, 'referral'),
  on: 'referral',
  points: { fixed: 500 },
  friendPoints: 500,
  minimumBasket: {},
  hold: { days: 14, from: 'paid' },
  sameAddressMax: 3,
  perDayMax: 10,
});

const withoutName = (rule: EarningRule): EarningRule => {
  const { name: _, ...rest } = rule;
  return rest;
};

const once = (every: 'day' | 'year' | 'lifetime') => ({ count: 1, every });

const make = (document: ProgramDocument, on: RuleKind): EarningRule => {
  const some = activityRule(document, on);
  switch (on) {
    case 'order':
      return orderRule(document);
    case 'referral':
      return referralRule(document);
    case 'signup':
      return { ...common(document, on), on, limit: { count: 1, every: 'lifetime' } };
    case 'birthday':
      return { ...some, on, limit: once('year'), noticeDays: 30 };
    case 'anniversary':
      return { ...some, on, limit: once('year') };
    case 'profile':
      return { ...some, on, limit: once('lifetime'), fields: ['name', 'birthday'] };
    case 'visit':
      return { ...some, on, limit: once('day'), points: { fixed: 1 } };
    case 'share':
    case 'follow':
      return { ...some, on, limit: once('lifetime'), network: '', url: '' };
    case 'newsletter':
      return { ...some, on, limit: once('lifetime') };
    case 'activity':
      return { ...some, on, activity: '' };
    default:
      return { ...some, on };
  }
};

/** A way to earn as it begins: off until somebody has looked at it. */
export const newRule = (document: ProgramDocument, on: RuleKind): EarningRule =>
  withoutName(make(document, on));
