import { describe, expect, it } from 'vitest';
import {
  filteredBy,
  isSameView,
  queryOf,
  readViews,
  sortedBy,
  stateOf,
  type TableState,
} from './table-state.ts';

const DEFAULTS = { sort: 'newest', order: 'desc', filters: ['status', 'tag'] } as const;
const FIRST: TableState = { search: '', sort: 'newest', order: 'desc', filters: {} };

const STATES: readonly TableState[] = ['', 'a&b=c', '春 tanaka'].flatMap((search) =>
  (['asc', 'desc'] as const).flatMap((order) =>
    ['newest', 'name'].flatMap((sort) =>
      [{}, { tag: 'x=1&status=2' }, { status: 'member', tag: '会員' }].map((filters) => ({
        search,
        sort,
        order,
        filters,
      })),
    ),
  ),
);

const read = (address: string): TableState =>
  stateOf(Object.fromEntries(new URLSearchParams(address)), DEFAULTS);

describe('what a list is asked for', () => {
  it.each(STATES)('is the same after it stood in an address: %o', (state) => {
    expect(read(queryOf(state, DEFAULTS))).toEqual(state);
  });

  it('is nothing in the address where it is how the list begins', () => {
    expect(queryOf(FIRST, DEFAULTS)).toBe('');
    expect(read('')).toEqual(FIRST);
  });

  it('leaves out what the list does not know', () => {
    expect(read('?colour=red&order=sideways&status=')).toEqual(FIRST);
  });

  it('begins with the better end of a column and turns round after that', () => {
    const byName = sortedBy(FIRST, { sort: 'name', isFirst: 'asc' });
    expect(byName).toMatchObject({ sort: 'name', order: 'asc' });
    expect(sortedBy(byName, { sort: 'name', isFirst: 'asc' }).order).toBe('desc');
  });

  it('has a filter once, and none after it was taken away', () => {
    const one = filteredBy(filteredBy(FIRST, 'tag', 'a'), 'tag', 'b');
    expect(one.filters).toEqual({ tag: 'b' });
    expect(filteredBy(one, 'tag', null).filters).toEqual({});
  });

  it('is the same view in whatever order it comes', () => {
    expect(isSameView(FIRST, { ...FIRST, sort: 'name' })).toBe(true);
    expect(isSameView(FIRST, filteredBy(FIRST, 'tag', 'a'))).toBe(false);
  });

  it('is read from what a browser has kept, whatever that is', () => {
    const kept = [{ name: 'VIP', query: '?tag=vip' }, 7, null, { name: 1, query: '' }];
    expect(readViews(kept, DEFAULTS)).toEqual([
      { name: 'VIP', state: { ...FIRST, filters: { tag: 'vip' } } },
    ]);
    expect(readViews('x', DEFAULTS)).toEqual([]);
  });
});
