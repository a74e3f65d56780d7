import { expect, it } from 'vitest';
import { readCostRow } from './cost-row-rules.ts';

const row = { day: '2026-11-01', kind: 'ads', amount: '12.50', currency: 'usd' };

it('a row is a cost, in minor units of its currency', () => {
  expect(readCostRow({ ...row, channel: ' search ', note: '' })).toEqual({
    cost: {
      day: '2026-11-01',
      kind: 'ads',
      channel: 'search',
      amountMinor: 1250,
      currency: 'USD',
      note: null,
    },
  });
  expect(readCostRow({ ...row, amount: '1200', currency: 'JPY' })).toMatchObject({
    cost: { amountMinor: 1200 },
  });
});

it.each([
  [{ currency: 'dollars' }, 'currency must be'],
  [{ amount: '12.505' }, 'amount must be a decimal with at most 2 places'],
  [{ amount: '-1' }, 'amount must be'],
  [{ amount: '1.5', currency: 'JPY' }, 'at most 0 places'],
  [{ day: '2026-02-30' }, 'day: '],
  [{ day: '1969-12-31' }, 'day: must not be before 1970'],
  [{ kind: 'lunch' }, 'kind: '],
])('a row with %j says what is wrong', (change, fault) => {
  expect(readCostRow({ ...row, ...change })).toEqual({ fault: expect.stringContaining(fault) });
});
