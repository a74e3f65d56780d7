import type { Me, PublicProgram } from '@okaeri/shared/storefront';

/** A reward one collects for. */
export interface Aim {
  readonly rewardId: string;
  readonly cost: number;
  /** Points that are missing; 0 where it is in reach. */
  readonly missing: number;
}

/** What a shopper collects for: what they have chosen, else the nearest that is out of reach, else the dearest. */
export const aimOf = (
  program: Pick<PublicProgram, 'rewards'>,
  me: Pick<Me, 'rewards' | 'balance'>,
  chosenId: string | null,
): Aim | undefined => {
  const aims = aimsOf(program, me);
  return (
    aims.find(({ rewardId }) => rewardId === chosenId) ??
    aims.find(({ missing }) => missing > 0) ??
    aims.at(-1)
  );
};

/** Rewards one can collect points for: those that points decide about, the cheapest first. */
function aimsOf(
  program: Pick<PublicProgram, 'rewards'>,
  me: Pick<Me, 'rewards' | 'balance'>,
): readonly Aim[] {
  const shown = new Set(program.rewards.map(({ id }) => id));
  return me.rewards
    .filter(
      ({ id, eligibility: { kind } }) =>
        shown.has(id) && (kind === 'redeemable' || kind === 'insufficientPoints'),
    )
    .map(({ id, points }) => ({
      rewardId: id,
      cost: points,
      missing: Math.max(0, points - me.balance.available),
    }))
    .toSorted((one, other) => one.cost - other.cost);
}
