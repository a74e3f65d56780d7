import { describe, expect, it } from 'vitest';
import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { aimOf } from './aim-rules.ts';

const situation = (available: number, costs: readonly number[]) => {
  const ids = costs.map((_, index) => `r${index}`);
  return {
    program: { rewards: ids.map((id) => ({ id })) } as unknown as PublicProgram,
    me: {
      balance: { available },
      rewards: costs.map((points, index) => ({
        id: ids[index],
        points,
        eligibility:
          points > available
            ? { kind: 'insufficientPoints', missing: points - available }
            : { kind: 'redeemable' },
      })),
    } as unknown as Me,
  };
};

describe('the reward one collects for', () => {
  it('is the nearest out of reach, whatever the order of the rewards', () => {
    const { program, me } = situation(600, [2000, 500, 1000]);
    expect(aimOf(program, me, null)).toEqual({ rewardId: 'r2', cost: 1000, missing: 400 });
  });

  it('is the one that was chosen, as long as it is there', () => {
    const { program, me } = situation(600, [2000, 500, 1000]);
    expect(aimOf(program, me, 'r0')).toEqual({ rewardId: 'r0', cost: 2000, missing: 1400 });
    expect(aimOf(program, me, 'gone')?.rewardId).toBe('r2');
  });

  it('is the dearest where all are in reach, and none where there is none', () => {
    const { program, me } = situation(600, [300, 500]);
    expect(aimOf(program, me, null)).toEqual({ rewardId: 'r1', cost: 500, missing: 0 });
    const none = situation(600, []);
    expect(aimOf(none.program, none.me, null)).toBeUndefined();
  });

  it('is none that something other than points stands before, and none that the programme does not show', () => {
    const { program, me } = situation(0, [100, 200, 300]);
    const locked = {
      ...me,
      rewards: me.rewards.map((offer, index) =>
        index === 0
          ? { ...offer, eligibility: { kind: 'tierTooLow' as const, tierIds: ['gold'] } }
          : offer,
      ),
    };
    const shown = { ...program, rewards: program.rewards.filter(({ id }) => id !== 'r1') };
    expect(aimOf(shown, locked, null)?.rewardId).toBe('r2');
  });
});
