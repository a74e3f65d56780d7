import type { Me, PublicProgram } from '@okaeri/shared/storefront';

/** The one thing worth doing next. */
export type NextStep =
  | { readonly kind: 'code'; readonly rewardId: string }
  | { readonly kind: 'reward'; readonly rewardId: string; readonly points: number }
  | { readonly kind: 'almost'; readonly rewardId: string; readonly missing: number }
  | { readonly kind: 'first' };

/**
 * A code in hand is used first; then the best reward that can be had, in the order
 * the server chose; then the one nearest in reach; and for who has nothing yet, how
 * it begins.
 */
export const nextStepOf = (program: PublicProgram, me: Me): NextStep | null => {
  const code = me.vouchers.find(({ state }) => state === 'issued');
  if (code !== undefined) return { kind: 'code', rewardId: code.rewardId };
  const known = new Set(program.rewards.map(({ id }) => id));
  const offered = me.rewards.filter(({ id }) => known.has(id));
  const ready = offered.find(({ eligibility }) => eligibility.kind === 'redeemable');
  if (ready !== undefined) return { kind: 'reward', rewardId: ready.id, points: ready.points };
  let almost: { id: string; missing: number } | undefined;
  for (const { id, eligibility } of offered)
    if (
      eligibility.kind === 'insufficientPoints' &&
      eligibility.missing < (almost?.missing ?? Infinity)
    )
      almost = { id, missing: eligibility.missing };
  if (me.balance.available === 0 && me.balance.pending === 0) return { kind: 'first' };
  return almost ? { kind: 'almost', rewardId: almost.id, missing: almost.missing } : null;
};
