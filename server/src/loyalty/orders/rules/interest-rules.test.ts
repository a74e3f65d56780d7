import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTEREST_TAGS_MAX, withTags } from './interest-rules.ts';

const tags = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `tag${String(index).padStart(2, '0')}`);

describe('tags of one shopper', () => {
  it.each([
    ['none more leave them as they are', { wool: 2 }, [], { wool: 2 }],
    ['a new one counts once', {}, ['wool'], { wool: 1 }],
    ['a known one counts once more', { wool: 2, silk: 1 }, ['wool'], { wool: 3, silk: 1 }],
    ['one that comes twice counts twice', {}, ['wool', 'wool'], { wool: 2 }],
  ])('%s', (_, counts, more, after) => {
    expect(withTags(counts, more)).toEqual(after);
  });

  it('stand with the most frequent first, then by name', () => {
    expect(Object.keys(withTags({ b: 1, a: 1, c: 2 }, ['d', 'd', 'd']))).toEqual([
      'd',
      'c',
      'a',
      'b',
    ]);
  });

  it('are thirty at most', () => {
    expect(INTEREST_TAGS_MAX).toBe(30);
    expect(Object.keys(withTags({}, tags(30)))).toHaveLength(30);
    expect(Object.keys(withTags({}, tags(31)))).toHaveLength(30);
  });

  it('that are too many lose the rarest', () => {
    const kept = withTags({ rare: 1 }, [...tags(30), ...tags(30)]);
    expect(kept).toEqual(Object.fromEntries(tags(30).map((tag) => [tag, 2])));
  });

  it('named like members of every object are counted like any other', () => {
    expect(withTags({}, ['constructor', 'toString'])).toEqual({ constructor: 1, toString: 1 });
  });

  it('sum up to all there were as long as they are not too many', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...tags(30))), (all) => {
        const counts = all.reduce<Readonly<Record<string, number>>>(
          (sum, tag) => withTags(sum, [tag]),
          {},
        );
        for (const tag of tags(30))
          expect(counts[tag] ?? 0).toBe(all.filter((each) => each === tag).length);
      }),
    );
  });
});
