import { rfmGroup, type RfmGroup } from '@okaeri/shared/segments';

const HIGH = 4;
const MIDDLE = 3;
const LOW = 2;

/** The group of somebody with these scores: the first that fits (E75). */
export const groupOf = (recency: number, frequency: number, purchaseDays: number): RfmGroup => {
  const fits: Readonly<Record<RfmGroup, boolean>> = {
    champions: recency >= HIGH && frequency >= HIGH,
    loyal: recency >= MIDDLE && frequency >= MIDDLE,
    new: recency >= HIGH && purchaseDays === 1,
    promising: recency >= HIGH,
    needsAttention: recency === MIDDLE,
    cannotLose: frequency >= HIGH,
    atRisk: recency === LOW || frequency === MIDDLE,
    lost: true,
  };
  return rfmGroup.options.find((name) => fits[name]) ?? 'lost';
};
