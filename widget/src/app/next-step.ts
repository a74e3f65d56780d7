import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { aimOf } from './aim-rules.ts';

/** The one thing worth doing next. */
export interface NextStep {
  readonly kind: 'code' | 'reward' | 'almost' | 'first';
  /** The reward it is about; empty for the first order. */
  readonly rewardId: string;
  /** What the reward costs, or what is missing for it. */
  readonly points: number;
}

/**
 * A code in hand is used first; then the best reward that can be had, in the order
 * the server chose; then the one nearest in reach; and for who has nothing yet, how
 * it begins.
 */
export const nextStepOf = (program: PublicProgram, me: Me): NextStep | null => {
  const code = me.vouchers.find(({ state }) => state === 'issued');
  if (code) return { kind: 'code', rewardId: code.rewardId, points: 0 };
  const ready = me.rewards.find(
    ({ id, eligibility }) =>
      eligibility.kind === 'redeemable' && program.rewards.some((shown) => shown.id === id),
  );
  if (ready) return { kind: 'reward', rewardId: ready.id, points: ready.points };
  const { available, pending } = me.balance;
  if (available + pending <= 0) return { kind: 'first', rewardId: '', points: 0 };
  const aim = aimOf(program, me, null);
  return aim ? { kind: 'almost', rewardId: aim.rewardId, points: aim.missing } : null;
};
