import type { Reward } from '@okaeri/shared/rewards';
import type { RedemptionState } from '@okaeri/shared/redemptions';
import type { Refusal } from '@okaeri/shared/errors';
import { randomCode } from '../../platform/lib/ids.ts';
import type { Tx } from '../../platform/store/store.ts';
import { CODE_LENGTH, codeDigest, formatCode } from './code-rules.ts';
import { lockWaitingCode, takePoolCode } from './queries.ts';

/** What a redemption begins with: its state and its code, empty where there is none yet. */
export interface FirstCode {
  readonly state: RedemptionState;
  readonly code: string;
  readonly codeDigest: string;
}

/** Gives a redemption its code, from where the reward has them. */
export const allocateCode = async (
  tx: Tx,
  input: { shopId: string; redemptionId: string; reward: Reward },
): Promise<FirstCode | { refused: Refusal }> => {
  const { shopId, redemptionId, reward } = input;
  if (reward.kind === 'donation') return withoutCode('used', redemptionId);
  // A person fulfils it, or the shop's platform makes the code; the points are held meanwhile.
  if (reward.kind === 'custom' || reward.codes === 'platform')
    return withoutCode('held', redemptionId);
  if (reward.codes === 'generated') {
    const code = formatCode(randomCode(CODE_LENGTH));
    return { state: 'issued', code, codeDigest: codeDigest(shopId, code) };
  }
  const [waiting] = await tx.run(lockWaitingCode, { shopId, rewardId: reward.id });
  if (waiting === undefined)
    return { refused: { code: 'rewardOutOfStock', detail: 'No code is left.' } };
  await tx.run(takePoolCode, { shopId, codeDigest: waiting.codeDigest, redemptionId });
  return { state: 'issued', code: waiting.code, codeDigest: waiting.codeDigest };
};

/** A redemption without a code needs a digest of its own all the same: the column is unique. */
function withoutCode(state: RedemptionState, redemptionId: string): FirstCode {
  return {
    state,
    code: '',
    codeDigest: `none ${redemptionId}`,
  };
}
