import type { ProgramDocument } from '@okaeri/shared/program';
import type { Reward, RewardKind } from '@okaeri/shared/rewards';
import { language, messages } from '../i18n/messages.ts';
import { formatMoney } from '@okaeri/shared/money-format';
import { shopNow } from '../lib/shop-clock.ts';
import { namedEntity } from './section-parts.tsx';

/** What points can be had for, in the order in which it is offered. */
export const REWARD_KINDS = [
  'fixedDiscount',
  'percentage',
  'freeShipping',
  'freeProduct',
  'variableDiscount',
  'productDiscount',
  'collectionDiscount',
  'giftCard',
  'donation',
  'earlyAccess',
  'event',
  'custom',
] as const satisfies readonly RewardKind[];

const POINTS = 500;
const MONTH_MS = 30 * 86_400_000;

const STEP = 100;

/** A reward as it begins: off until somebody has looked at it. */
export const newReward = (document: ProgramDocument, kind: RewardKind): Reward => {
  const one = common(document, kind);
  const { currency, pointValueMinor } = document;
  switch (kind) {
    case 'fixedDiscount':
      return { ...one, kind, name: discountName(currency, one.value[currency] ?? 1) };
    case 'variableDiscount':
      return {
        ...one,
        kind,
        cost: {
          variable: { stepPoints: STEP, minimumPoints: STEP, maximumPoints: STEP * 50 },
        },
        value: { [currency]: Math.max(1, STEP * pointValueMinor) },
      };
    case 'percentage':
      return { ...one, kind, value: {}, percent: 10 };
    case 'freeProduct':
      return { ...one, kind, value: {}, productId: '' };
    case 'productDiscount':
      return { ...one, kind, productIds: [] };
    case 'collectionDiscount':
      return { ...one, kind, collectionIds: [] };
    case 'donation':
      return { ...one, kind, cause: { [language.value]: messages().program.kind.donation } };
    case 'earlyAccess':
      return { ...one, kind, value: {}, from: soon() };
    case 'event':
      return { ...one, kind, value: {}, startsAt: soon() };
    case 'giftCard':
      return { ...one, kind };
    default:
      return { ...one, kind, value: {} };
  }
};

function common(document: ProgramDocument, kind: RewardKind) {
  const valueMinor = Math.max(1, POINTS * document.pointValueMinor);
  return {
    ...namedEntity(document, 'rewards', messages().program.kind[kind]),
    enabled: false,
    cost: { fixed: POINTS },
    variants: [],
    value: { [document.currency]: valueMinor },
    minimumBasket: {},
    minimumItems: 0,
    combinable: true,
    validDays: 90,
    stock: null,
    limit: null,
    codes: 'generated' as const,
    tags: [],
  };
}

/** `$5 off` in the two languages of the console: as much as five hundred points are worth. */
function discountName(currency: string, valueMinor: number): Record<string, string> {
  const format = (tag: string): string => formatMoney(valueMinor, currency, tag);
  return { en: `${format('en')} off`, ja: `${format('ja')}引き` };
}

function soon(): string {
  return new Date(shopNow() + MONTH_MS).toISOString();
}
