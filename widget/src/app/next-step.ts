import type { Me, PublicProgram } from '@okaeri/shared/storefront';

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
  if (code !== undefined) return { kind: 'code', rewardId: code.rewardId, points: 0 };
  const known = new Set(program.rewards.map(({ id }) => id));
  const offered = me.rewards.filter(({ id }) => known.has(id));
  const ready = offered.find(({ eligibility }) => eligibility.kind === 'redeemable');
  if (ready !== undefined) return { kind: 'reward', rewardId: ready.id, points: ready.points };
  let almost: NextStep | null = null;
  for (const { id, eligibility } of offered)
    if (
      eligibility.kind === 'insufficientPoints' &&
      eligibility.missing < (almost?.points ?? Infinity)
    )
      almost = { kind: 'almost', rewardId: id, points: eligibility.missing };
  const { available, pending } = me.balance;
  return available === 0 && pending === 0 ? { kind: 'first', rewardId: '', points: 0 } : almost;
};
