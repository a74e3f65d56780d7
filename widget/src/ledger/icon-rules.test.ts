import { expect, it } from 'vitest';
import { aRow } from '../testing/history-rows.ts';
import { iconOf } from './icon-rules.ts';

it.each([
  ['an order', {}, null, 'bag'],
  ['a reward', { source: { kind: 'redemption', id: 'r' } }, null, 'ticket'],
  ['an expiry', { kind: 'expire' }, null, 'clock'],
  ['a review', { source: { kind: 'act', id: 'a' } }, 'review', 'pen'],
  ['an act of a rule that is gone', { source: { kind: 'act', id: 'a' } }, null, 'earn'],
  ['joined accounts', { kind: 'merge', source: null }, null, 'friends'],
  ['a source of a later server', { source: { kind: 'comet', id: 'c' } }, null, 'earn'],
] as const)('the icon of %s', (_what, change, act, icon) => {
  expect(iconOf({ key: '', rows: [aRow(change)], points: 0 }, act)).toBe(icon);
});
