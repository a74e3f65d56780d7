import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { toBalanceAnswer } from './balance-import-rules.ts';

type Row = Parameters<typeof toBalanceAnswer>[0];
type Fault = Parameters<typeof toBalanceAnswer>[1][number];

const ROW: Row = {
  shopId: 'shop',
  id: 'import',
  source: 'Smile',
  rows: 7,
  imported: 4,
  refused: 3,
  points: -120,
  createdAt: Date.parse('2026-11-01T10:00:00Z'),
  undoneAt: null,
};
const fault = (line: number): Fault => ({
  line,
  code: 'duplicate',
  detail: 'It is there already.',
});
const faults = (count: number): Fault[] =>
  Array.from({ length: count }, (_, index) => fault(index));

describe('a file of members, as the API answers it', () => {
  it('has its figures and its time, and nothing of what it is kept with', () => {
    expect(toBalanceAnswer(ROW, [fault(2)])).toEqual({
      id: 'import',
      source: 'Smile',
      rows: 7,
      imported: 4,
      refused: 3,
      points: -120,
      createdAt: '2026-11-01T10:00:00.000Z',
      undoneAt: null,
      faults: [fault(2)],
    });
  });

  it.each([
    [0, '1970-01-01T00:00:00.000Z'],
    [Date.parse('2026-11-02T10:00:00Z'), '2026-11-02T10:00:00.000Z'],
  ])('undone at %i says when: %s', (undoneAt, answered) => {
    expect(toBalanceAnswer({ ...ROW, undoneAt }, []).undoneAt).toBe(answered);
  });

  it('has as many faults as are listed at most, the first ones', () => {
    const most = faults(LIMITS.importFaultsMax);
    expect(toBalanceAnswer(ROW, []).faults).toEqual([]);
    expect(toBalanceAnswer(ROW, most).faults).toEqual(most);
    expect(toBalanceAnswer(ROW, faults(LIMITS.importFaultsMax + 1)).faults).toEqual(most);
  });
});
