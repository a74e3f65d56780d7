import type { EarningRule } from '@okaeri/shared/earning';
import type { IconName } from '@okaeri/shared/icon-paths';
import type { Thing } from './thing-rules.ts';

/** The icon of a thing that has no picture. */
export const iconOf = ({ rows: [newest] }: Thing, act: EarningRule['on'] | null): IconName => {
  if (newest.kind === 'expire') return 'clock';
  if (newest.kind === 'merge') return 'friends';
  if (newest.source?.kind === 'act' && act) return OF_ACT[act] ?? 'earn';
  return OF_SOURCE[newest.source?.kind ?? ''] ?? 'earn';
};

const OF_SOURCE: Readonly<Record<string, IconName>> = {
  order: 'bag',
  redemption: 'ticket',
  signup: 'door',
  referral: 'friends',
  adjustment: 'user',
  tier: 'medal',
  challenge: 'flag',
  streak: 'flame',
  gift: 'gift',
};

const OF_ACT: Readonly<Partial<Record<EarningRule['on'], IconName>>> = {
  birthday: 'cake',
  review: 'pen',
  photo: 'camera',
};
