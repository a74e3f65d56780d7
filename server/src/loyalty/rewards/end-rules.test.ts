import { expect, it } from 'vitest';
import type { Reward } from '@okaeri/shared/rewards';
import { testProgram } from '../../testing/world.ts';
import { canBeExtended, canBeVoided } from './end-rules.ts';

const [reward] = testProgram().rewards;
const onPlatform = { ...reward, codes: 'platform' } as Reward;
const issued = { state: 'issued', uses: [], code: 'OK-1' } as const;
const use = { orderId: '1', at: 0 };

it.each([
  ['issued', issued, reward, { extended: true, voided: true }],
  ['issued for a reward that is gone', issued, undefined, { extended: true, voided: true }],
  ['used in part', { ...issued, uses: [use] }, reward, { extended: true, voided: false }],
  ['used up', { ...issued, state: 'used' }, reward, { extended: false, voided: false }],
  ['without a code', { ...issued, code: '' }, reward, { extended: false, voided: false }],
  ['made by the platform', issued, onPlatform, { extended: false, voided: false }],
] as const)('a code that is %s can be extended and voided as it may', (_what, row, of, may) => {
  const given = row as unknown as Parameters<typeof canBeExtended>[0];
  expect({ extended: canBeExtended(given, of), voided: canBeVoided(given, of) }).toEqual(may);
});
