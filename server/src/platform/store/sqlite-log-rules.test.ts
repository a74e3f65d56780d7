import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOG_PAGES, logPagesFor, PAGE_BYTES } from './sqlite-log-rules.ts';

/** Four bytes of room for each byte of a page. */
const room = (pages: number): number => pages * 4 * 4096;

describe('after how many pages the log is written back', () => {
  it.each([
    [0, 0, 250],
    [room(250) - 1, 0, 250],
    [room(250), 0, 250],
    [room(251) - 1, 0, 250],
    [room(251), 0, 251],
    [room(1000), 0, 1000],
    // What the log has already counts like what is free.
    [0, room(1000), 1000],
    [room(400), room(600), 1000],
    [room(7999), 0, 7999],
    [room(8000), 0, 8000],
    [room(8001), 0, 8000],
    [Number.MAX_SAFE_INTEGER, 0, 8000],
  ])('with %i bytes free and %i in the log is %i', (freeBytes, logBytes, pages) => {
    expect(logPagesFor({ freeBytes, logBytes })).toBe(pages);
  });

  it('is 1 MB at least and some 32 MB at most, and between them a quarter of the room', () => {
    expect(PAGE_BYTES).toBe(4096);
    expect(LOG_PAGES).toEqual({ min: 250, max: 8000 });
    const bytes = fc.nat(2 ** 40);
    fc.assert(
      fc.property(bytes, bytes, (freeBytes, logBytes) => {
        const pages = logPagesFor({ freeBytes, logBytes });
        expect(Number.isInteger(pages)).toBe(true);
        if (pages > 250) expect(pages * 4096 * 4).toBeLessThanOrEqual(freeBytes + logBytes);
      }),
    );
  });
});
