import type { RfmFigures, RfmGroupFigures } from '@okaeri/shared/figures';
import type { Store } from '../../../platform/store/store.ts';
import { DEFINITIONS } from './definitions.ts';
import { baseOf, buyersOf, isTold, roundIfAny, told, UNTOLD } from './figure-base.ts';
import type { FigureOrder } from './figure-order.ts';
import type { RfmGroup } from '@okaeri/shared/segments';
import { rfmOf, type Buyer, type GroupFigures } from './rfm-rules.ts';

/** The journey that addresses a group, where there is one. */
const JOURNEYS: Readonly<Partial<Record<RfmGroup, 'welcome' | 'winBack'>>> = {
  new: 'welcome',
  cannotLose: 'winBack',
  atRisk: 'winBack',
  lost: 'winBack',
};

/** Buyers by how lately, how often and for how much they bought (E75). */
export const countRfm = async (store: Store, order: FigureOrder): Promise<RfmFigures> => {
  const buyers: Buyer[] = [];
  // Groups are a picture of today: they need no complete history (E72).
  for await (const { days } of buyersOf(store, { ...order, completeFrom: null }))
    buyers.push({
      lastDay: days.at(-1)?.day ?? 0,
      purchaseDays: days.length,
      valueMinor: days.reduce((sum, { valueMinor }) => sum + valueMinor, 0),
    });
  const people = buyers.length;
  return {
    ...baseOf(order, { definition: DEFINITIONS.rfm, people }),
    currency: order.document.currency,
    groups: rfmOf(buyers).map((group) => toldOf(group, isTold(people))),
  };
};

/** A group as it is told: its share of enough people, what it has spent where it has enough people itself. */
function toldOf(group: GroupFigures, ofEnough: boolean): RfmGroupFigures {
  const { name, size, share, spendShare, meanMinor } = group;
  const isEnough = isTold(size);
  const spent = told(isEnough ? spendShare : null);
  return {
    name,
    size,
    share: ofEnough ? roundIfAny(share.value) : null,
    low: ofEnough ? roundIfAny(share.low) : null,
    high: ofEnough ? roundIfAny(share.high) : null,
    spendShare: spent.value,
    spendLow: spent.low,
    spendHigh: spent.high,
    meanMinor: isEnough ? told(meanMinor) : UNTOLD,
    journey: JOURNEYS[name] ?? null,
  };
}
