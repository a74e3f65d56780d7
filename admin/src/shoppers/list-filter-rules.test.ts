import { afterEach, describe, expect, it } from 'vitest';
import { stage } from '@okaeri/shared/segments';
import { shopId, shopPath } from '../app/session.ts';
import { filterAddress, filterOf, isNarrowed, STAGES } from './list-filter-rules.ts';

afterEach(() => {
  shopId.value = null;
});

it('shoppers can be narrowed to every stage there is', () => {
  expect(STAGES).toEqual(stage.options);
});

describe('what an address asks of the list of shoppers', () => {
  it.each([
    [{}, {}],
    [{ search: '' }, {}],
    [{ search: 'ada' }, { search: 'ada' }],
    [{ search: ' ' }, { search: ' ' }],
    [{ status: 'member' }, { status: 'member' }],
    [{ status: 'guest' }, { status: 'guest' }],
    [{ status: 'blocked' }, { status: 'blocked' }],
    [{ status: 'gone' }, {}],
    [{ stage: 'loyal' }, { stage: 'loyal' }],
    [{ stage: 'Loyal' }, {}],
    [{ segment: 'vip' }, { segment: 'vip' }],
    [{ tag: 'tea' }, { tag: 'tea' }],
    [
      { search: 'ada', tag: 'tea' },
      { search: 'ada', tag: 'tea' },
    ],
    [{ page: '2' }, {}],
    // One filter at most, and the same one each time.
    [{ status: 'member', stage: 'loyal', segment: 'vip', tag: 'tea' }, { status: 'member' }],
    [{ stage: 'loyal', segment: 'vip', tag: 'tea' }, { stage: 'loyal' }],
    [{ segment: 'vip', tag: 'tea' }, { segment: 'vip' }],
    [{ status: 'gone', tag: 'tea' }, { tag: 'tea' }],
    [
      { search: 'ada', status: 'member', tag: 'tea' },
      { search: 'ada', status: 'member' },
    ],
  ])('by %j is %j', (query, filter) => {
    expect(filterOf(query)).toStrictEqual(filter);
  });
});

describe('the address of a list of shoppers', () => {
  it.each([
    [{}, '/shoppers'],
    [{ search: 'ada' }, '/shoppers?search=ada'],
    [{ search: 'a&b', tag: 'tea time' }, '/shoppers?search=a%26b&tag=tea+time'],
    [{ stage: 'loyal' }, '/shoppers?stage=loyal'],
  ] as const)('that is narrowed to %j is %s of the shop', (filter, address) => {
    shopId.value = 'shop';
    expect(filterAddress(filter)).toBe(shopPath(address));
    expect(filterAddress(filter).endsWith(address)).toBe(true);
  });

  it('asks again for what it was made of', () => {
    const filter = { search: 'Ada & Co', segment: 'v/i/p' };
    const query = new URL(filterAddress(filter), 'https://x.example').searchParams;
    expect(filterOf(Object.fromEntries(query))).toEqual(filter);
  });
});

it.each([
  [{}, false],
  [{ search: 'ada' }, false],
  [{ status: 'member' }, true],
  [{ stage: 'loyal' }, true],
  [{ search: 'ada', segment: 'vip' }, true],
  [{ tag: 'tea' }, true],
] as const)('a list by %j leaves somebody out by a filter: %s', (filter, narrowed) => {
  expect(isNarrowed(filter)).toBe(narrowed);
});
