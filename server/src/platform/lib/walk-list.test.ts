import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWalked, LOOKED_MAX, walkList, type ListWalk } from './walk-list.ts';

/** The numbers from 0 on, as a list behind a place. */
const walkOf = (
  length: number,
  passes: ListWalk<number, number>['passes'],
): ListWalk<number, number> => ({
  select: async (after, limit) =>
    Array.from(
      { length: Math.max(0, Math.min(limit, length - after - 1)) },
      (_, i) => after + 1 + i,
    ),
  placeOf: (row) => row,
  passes,
});

const readAll = async (walk: ListWalk<number, number>, limit: number): Promise<number[][]> => {
  const pages: number[][] = [];
  for (let after: number | null = -1; after !== null;) {
    const page: { rows: readonly number[]; next: number | null } = await walkList(walk, {
      after,
      limit,
    });
    pages.push([...page.rows]);
    after = page.next;
  }
  return pages;
};

describe('a list that is walked through', () => {
  it('has every row that passes once, in order, whatever the size of its pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5000 }),
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom(null, 2, 7, 1000, 1_000_000),
        async (length, limit, each) => {
          const passes = each === null ? null : (row: number): boolean => row % each === 0;
          const pages = await readAll(walkOf(length, passes), limit);
          const all = Array.from({ length }, (_, row) => row);
          expect(pages.flat()).toEqual(passes === null ? all : all.filter(passes));
          expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(limit);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('looks at so many rows for a page and no more, and says where the next one begins', async () => {
    const { rows, next } = await walkList(
      walkOf(100_000, (row) => row === 50_000),
      { after: -1, limit: 10 },
    );
    expect(rows).toEqual([]);
    expect(next).toBe(LOOKED_MAX - 1);
  });

  it.each([
    ['a statement, where nothing is left out', null, { count: 41, isMore: false }],
    ['the rows that are left', (row: number) => row % 2 === 0, { count: 25, isMore: false }],
  ] as const)('is counted by %s', async (_by, passes, counted) => {
    const walk = walkOf(50, passes);
    expect(await countWalked(walk, { first: -1, count: async () => 41 })).toEqual(counted);
  });

  it('is counted to an end: then there are more', async () => {
    const many = await countWalked(walkOf(9, null), { first: -1, count: async (limit) => limit });
    expect(many).toEqual({ count: 10_000, isMore: true });
    const left = await countWalked(
      walkOf(9000, () => true),
      { first: -1, count: async () => 0 },
    );
    expect(left).toEqual({ count: 200, isMore: true });
  });
});
