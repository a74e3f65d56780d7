import { describe, expect, it } from 'vitest';
import { balancesAfter } from './history-rules.ts';

describe('the balances a history left behind', () => {
  it('are known of every row, and of what stood before the oldest', () => {
    const moves = [
      { sequence: 7, pending: -20, available: 20 },
      { sequence: 6, pending: 0, available: -50 },
      { sequence: 5, pending: 20, available: 0 },
    ];
    expect([...balancesAfter({ pending: 0, available: 30 }, moves)]).toEqual([
      [7, { pending: 0, available: 30 }],
      [6, { pending: 20, available: 10 }],
      [5, { pending: 20, available: 60 }],
      [4, { pending: 0, available: 60 }],
    ]);
  });

  it('are none where nothing moved', () => {
    expect(balancesAfter({ pending: 0, available: 30 }, []).size).toBe(0);
  });
});
