import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { gatherArrivals } from './import-rules.ts';
import { readLine, type Reading } from './row-rules.ts';

const reading: Reading = {
  columns: { productId: 'p', rating: 'r', body: 'b', date: 'd', photos: 'f' },
  dates: null,
  options: { products: {}, otherProducts: 'asNamed' },
  now: Date.parse('2026-11-22T00:00:00Z'),
};
const good = { p: 'mug', r: '5', b: 'Fine', d: '2024-03-01' };

describe('a line of a file of reviews', () => {
  it('tells of no more wrong photos than could have come, and repeats no long cell', () => {
    const { faults } = readLine({ ...good, f: 'x|'.repeat(30_000) }, 2, reading);
    expect(faults).toHaveLength(LIMITS.reviewPhotosMax);
    const long = 'y'.repeat(60_000);
    const wrong = readLine({ ...good, r: long, d: long, f: long }, 2, reading);
    expect(wrong.faults).toHaveLength(3);
    for (const { detail } of wrong.faults) expect(detail.length).toBeLessThan(200);
  });
});

describe('the lines of a file of reviews', () => {
  it('are counted all, and as many faults are kept as are told', () => {
    const gathered = gatherArrivals('a tool');
    const most = LIMITS.importFaultsMax;
    for (let line = 2; line < most + 12; line += 1)
      gathered.add(readLine({ ...good, r: '9', f: 'x' }, line, reading));
    gathered.add(readLine(good, most + 12, reading));
    gathered.add(readLine(good, most + 13, reading));
    const { arrivals, refused, faults } = gathered.read();
    expect([arrivals.length, refused, faults.length]).toEqual([1, most + 11, most]);
  });
});
