import type { Reward } from '@okaeri/shared/rewards';
import type { RedemptionRow } from '../ledger/account-tables.ts';

type Ending = Pick<RedemptionRow, 'state' | 'uses' | 'code'>;

/** Whether a code can be given another end: a platform keeps the end it was told when it made the code. */
export const canBeExtended = (row: Ending, reward: Reward | undefined): boolean =>
  row.state === 'issued' && row.code !== '' && reward?.codes !== 'platform';

/** Whether a code can be ended and its points kept: one on a platform would go on there. */
export const canBeVoided = (row: Ending, reward: Reward | undefined): boolean =>
  canBeExtended(row, reward) && row.uses.length === 0;
