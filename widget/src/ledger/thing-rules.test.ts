import type { ListedTransaction } from '@okaeri/shared/ledger';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRow, mugs } from '../testing/history-rows.ts';
import { isShown, pictureOf, toMonths, toThings } from './thing-rules.ts';

const monthOf = (iso: string): string => iso.slice(0, 7);

/** A whole history, newest first, of a few orders, rewards and things by themselves. */
const histories = fc
  .array(
    fc.record({
      source: fc.constantFrom('order A', 'order B', 'order C', 'redemption A', null),
      expires: fc.boolean(),
      points: fc.integer({ min: -300, max: 300 }),
      day: fc.integer({ min: 1, max: 90 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((facts) =>
    facts
      .map(({ source, expires, points, day }, index): ListedTransaction => {
        const [kind = '', id = ''] = source?.split(' ') ?? [];
        const at = new Date(Date.UTC(2026, 8, day)).toISOString();
        return aRow({
          id: `tx_${index}`,
          source: source === null ? null : { kind, id },
          kind: expires ? 'expire' : 'earn',
          points,
          at,
          effectiveAt: at,
        });
      })
      .toReversed(),
  );

/** What the server gives page by page: the rows, and the older ones of what is on the page. */
const pagesOf = (rows: readonly ListedTransaction[], size: number) => {
  const pages = [];
  for (let from = 0; from < rows.length; from += size) {
    const items = rows.slice(from, from + size);
    const keys = new Set(items.flatMap((row) => (row.kind === 'expire' ? [] : keyOf(row))));
    const earlier = rows
      .slice(from + size)
      .filter((row) => row.kind !== 'expire' && keyOf(row).some((key) => keys.has(key)));
    pages.push({ items, earlier, nextCursor: from + size < rows.length ? 'more' : null });
  }
  return pages;
};
const keyOf = ({ source }: ListedTransaction): string[] =>
  source === null ? [] : [`${source.kind} ${source.id}`];

describe('the things of a history', () => {
  it('are an order with its refunds and their undoing, a reward with its return, and each expiry', () => {
    const redemption = { kind: 'redemption', id: 'r1' };
    const items = [
      aRow({ id: '6', kind: 'expire', points: -10 }),
      aRow({ id: '5', points: 132 }),
      aRow({ id: '4', kind: 'release', source: redemption, points: 300 }),
      aRow({ id: '3', kind: 'clawback', points: -132 }),
      aRow({ id: '2', kind: 'redeem', source: redemption, points: -300 }),
      aRow({ id: '1', points: 265 }),
    ];
    expect(
      toThings({ items, earlier: [] }).map(({ rows, points }) => [
        rows.map(({ id }) => id),
        points,
      ]),
    ).toEqual([
      [['6'], -10],
      [['5', '3', '1'], 265],
      [['4', '2'], 0],
    ]);
  });

  it('come to the sum of their rows, with no row lost or told twice, however many pages were read', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const read = pagesOf(rows, size);
        const whole = new Map(toThings({ items: rows, earlier: [] }).map((one) => [one.key, one]));
        for (let count = 1; count <= read.length; count += 1) {
          const pages = read.slice(0, count);
          const items = pages.flatMap((page) => page.items);
          const things = toThings({ items, earlier: pages.flatMap((page) => page.earlier) });
          // Whole as soon as it is there, and the same ever after.
          for (const thing of things) expect(thing).toEqual(whole.get(thing.key));
          const told = things.flatMap((thing) => thing.rows.map(({ id }) => id));
          expect(new Set(told).size).toBe(told.length);
          expect(told).toEqual(expect.arrayContaining(items.map(({ id }) => id)));
          for (const { rows: own, points } of things)
            expect(points).toBe(own.reduce((sum, row) => sum + row.points, 0));
          if (count === read.length) expect(told.length).toBe(rows.length);
        }
      }),
    );
  });

  it('have the picture of the first product that has one', () => {
    const product = { title: { en: 'Cloth' }, url: null, imageUrl: 'https://shop.test/cloth.png' };
    const bought = [mugs(), mugs(0, { product })];
    expect(pictureOf({ key: '', rows: [aRow({ bought })], points: 0 })).toBe(product.imageUrl);
    expect(pictureOf({ key: '', rows: [aRow()], points: 0 })).toBeUndefined();
  });
});

describe('a filter', () => {
  const thing = (change: Partial<ListedTransaction>) =>
    toThings({ items: [aRow(change)], earlier: [] })[0] ?? expect.unreachable();
  it.each([
    ['what was earned', {}, 'earned'],
    ['what is on the way', { state: 'pending' }, 'coming'],
    ['what was spent', { source: { kind: 'redemption', id: 'r' }, points: -300 }, 'spent'],
    ['what is gone', { kind: 'expire', points: -10 }, null],
  ] as const)('shows %s under its own name and under "all"', (_what, change, name) => {
    const shown = (['earned', 'spent', 'coming'] as const).filter((filter) =>
      isShown(thing(change), filter),
    );
    expect(shown).toEqual(name === null ? [] : [name]);
    expect(isShown(thing(change), 'all')).toBe(true);
  });
});

describe('the months of a history', () => {
  const row = (id: string, at: string, change: Partial<ListedTransaction> = {}) =>
    aRow({ id, at, effectiveAt: at, source: { kind: 'order', id }, ...change });
  const items = [
    row('3', '2026-12-13T00:00:00Z', { points: 133 }),
    row('2', '2026-12-01T00:00:00Z', { points: 82, state: 'pending' }),
    row('1', '2026-11-28T00:00:00Z', { points: 50 }),
  ];
  const months = (nextCursor: string | null) =>
    toMonths(toThings({ items, earlier: [] }), { items, nextCursor }, monthOf).map(
      ({ month, things, points }) => [month, things.map(({ key }) => key), points],
    );

  it('come latest first, each with its sum but for what is on the way', () => {
    expect(months(null)).toEqual([
      ['2026-12', ['order 3', 'order 2'], 133],
      ['2026-11', ['order 1'], 50],
    ]);
  });

  it('that may have more to come say no sum yet', () => {
    expect(months('more').map(([month, , points]) => [month, points])).toEqual([
      ['2026-12', 133],
      ['2026-11', null],
    ]);
  });

  it('never change a sum they have said, whatever is read after', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 7 }), (rows, size) => {
        // As rows are recorded: each no earlier than the ones before.
        const sorted = rows.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at));
        const read = pagesOf(sorted, size);
        const said = new Map<string, number>();
        for (let count = 1; count <= read.length; count += 1) {
          const pages = read.slice(0, count);
          const loaded = {
            items: pages.flatMap((page) => page.items),
            earlier: pages.flatMap((page) => page.earlier),
            nextCursor: pages.at(-1)?.nextCursor ?? null,
          };
          for (const { month, points } of toMonths(toThings(loaded), loaded, monthOf)) {
            if (points === null) continue;
            expect(said.get(month) ?? points).toBe(points);
            said.set(month, points);
          }
        }
      }),
    );
  });
});
