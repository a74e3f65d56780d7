import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cursorOf,
  passesOf,
  readQueueCursor,
  spanOf,
  throughOf,
  type QueueAsked,
} from './queue-rules.ts';
import type { ReviewRow } from './tables.ts';

const ASKED: QueueAsked = {
  state: 'all',
  sort: 'written',
  order: 'asc',
  limit: 25,
  counted: false,
};
const AT = Date.parse('2026-11-28T10:00:00Z');

/** As far as lists look at one. */
const REVIEW = {
  id: 'r',
  productId: 'mug',
  rating: 4,
  state: 'published',
  waitingSince: null,
  orderId: 'o',
  importedFrom: null,
  reply: null,
  folded: 'calm\nround and calm',
  createdAt: AT,
} as ReviewRow;

describe('a list of reviews', () => {
  it.each([
    [{}, 'all'],
    [{ state: 'waiting', sort: 'stars', productId: 'mug' }, 'waiting'],
    [{ state: 'published' }, 'state'],
    [{ state: 'published', stars: 4 }, 'state'],
    [{ stars: 4 }, 'stars'],
    [{ state: 'withheld', productId: 'mug', stars: 4 }, 'product'],
    [{ state: 'published', sort: 'stars' }, 'byStars'],
  ] as const)('asked for %o goes through the index of %s', (asked, through) => {
    expect(throughOf({ ...ASKED, ...asked })).toBe(through);
  });

  it.each([
    [{}, {}, null],
    [{ state: 'published' }, {}, null],
    [{ stars: 4 }, {}, null],
    [{ productId: 'mug' }, {}, null],
    [{ productId: 'mug', state: 'withheld' }, {}, false],
    [{ state: 'published', productId: 'mug' }, {}, true],
    [{ sort: 'stars', productId: 'hat' }, {}, false],
    [{ state: 'published', stars: 4 }, {}, true],
    [{ state: 'published', stars: 5 }, {}, false],
    [{ state: 'published', stars: 4 }, { waitingSince: AT }, false],
    [{ verified: 'true' }, {}, true],
    [{ verified: 'true' }, { importedFrom: 'Yotpo' }, false],
    [{ verified: 'false' }, { orderId: null }, true],
    [{ replied: 'false' }, {}, true],
    [{ replied: 'true' }, { reply: { text: 'Thanks', at: '', editedAt: null } }, true],
    [{ search: 'ROUND' }, {}, true],
    [{ search: 'square' }, {}, false],
    [{ from: '2026-11-28T11:00:00Z' }, {}, null],
    [{ state: 'waiting', from: '2026-11-28T11:00:00Z' }, { waitingSince: AT + 1 }, false],
    [{ state: 'waiting', until: '2026-11-28T11:00:00Z' }, { waitingSince: AT + 1 }, true],
  ] as const)('asked for %o looks at a review %o, and lets it pass: %s', (asked, row, passes) => {
    const lets = passesOf({ ...ASKED, ...asked });
    expect(lets === null ? null : lets({ ...REVIEW, ...row })).toBe(passes);
  });

  it('of a span of time has it in its statement, but for what waits', () => {
    const asked = { ...ASKED, from: '2026-11-28T10:00:00Z', until: '2026-11-28T10:00:01Z' };
    expect(spanOf('s', asked)).toMatchObject({ from: AT, until: AT + 1000 });
    expect(spanOf('s', { ...asked, state: 'waiting' }).from).toBe(0);
  });

  it('goes on where its cursor says, and knows no other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.nat({ max: Number.MAX_SAFE_INTEGER }),
        fc.stringMatching(/^[\w .#-]{1,60}$/),
        (rating, at, id) => {
          expect(readQueueCursor(cursorOf({ rating, at, id }))).toEqual({ rating, at, id });
        },
      ),
    );
    for (const text of ['', 'x', '4_1', '44_1_r', '4_x_r', '4_1_', '4_1_\n'])
      expect(readQueueCursor(text)).toBeUndefined();
  });
});
