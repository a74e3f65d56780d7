import { describe, expect, it } from 'vitest';
import { ApiError } from '../../lib/request.ts';
import { createTablePages } from './table-pages.ts';

const PAGES: Record<string, { items: number[]; nextCursor: string | null }> = {
  first: { items: [1, 2], nextCursor: 'second' },
  second: { items: [], nextCursor: 'third' },
  third: { items: [3], nextCursor: null },
};

const open = () => {
  const asked: string[] = [];
  const pages = createTablePages<number>(async ({ cursor = 'first', counted }) => {
    asked.push(`${cursor}${counted ? ' counted' : ''}`);
    const page = PAGES[cursor];
    if (page === undefined) throw new ApiError('invalidRequest', cursor);
    return { ...page, total: counted ? { count: 3, isMore: false } : null };
  });
  return { pages, asked };
};

describe('a list that is looked at page by page', () => {
  it('counts once, goes on past an empty page, and back again', async () => {
    const { pages, asked } = open();
    await pages.load();
    expect([pages.rows.value, pages.from.value]).toEqual([[1, 2], 1]);
    expect(pages.total.value).toEqual({ count: 3, isMore: false });
    await pages.next();
    expect([pages.rows.value, pages.from.value]).toEqual([[3], 3]);
    expect([pages.hasNext.value, pages.hasPrevious.value]).toEqual([false, true]);
    await pages.next();
    await pages.previous();
    expect([pages.rows.value, pages.from.value]).toEqual([[1, 2], 1]);
    expect(asked).toEqual(['first counted', 'second', 'third', 'first']);
  });

  it('keeps what is shown where the next page does not come', async () => {
    const { pages } = open();
    await pages.load();
    PAGES['first'] = { items: [1, 2], nextCursor: 'gone' };
    await pages.load();
    await pages.next();
    expect(pages.fault.value?.code).toBe('invalidRequest');
    expect([pages.rows.value, pages.from.value]).toEqual([[1, 2], 1]);
  });
});
