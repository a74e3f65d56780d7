import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOfSegment, pathOf, segmentOf } from './paths.ts';
import { hardIds } from './testing/hard-ids.ts';
import { id } from './values.ts';

/** What a server finds in a path after whatever lies between has parsed and written it again. */
const arrived = (path: string): string[] =>
  new URL(new URL(`https://okaeri.example${path}`).href).pathname
    .split('/')
    .slice(1)
    .map((segment) => idOfSegment(decodeURIComponent(segment)));

const anyId = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 255 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc
      .array(fc.constantFrom('.', '~', '/', '\\', '%', '%2e', '%2F', '#', '?', ' ', 'a'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((parts) => parts.join('')),
  )
  .filter((text) => id.safeParse(text).success);

describe('an id in a path', () => {
  it.each(hardIds(200))('arrives as it was sent: %j', (text) => {
    expect(arrived(pathOf('shoppers', text, 'adjustments'))).toEqual([
      'shoppers',
      text,
      'adjustments',
    ]);
  });

  it('arrives as it was sent, whatever it is', () => {
    fc.assert(
      fc.property(anyId, anyId, (one, other) => {
        expect(arrived(pathOf('reviews', one, 'of', other))).toEqual(['reviews', one, 'of', other]);
        expect(segmentOf(one) === segmentOf(other)).toBe(one === other);
      }),
      { numRuns: 2000 },
    );
  });

  it('has a tilde before it where it would be a step through the path, and is plain otherwise', () => {
    expect(pathOf('shoppers', '..')).toBe('/shoppers/~..');
    expect(pathOf('shoppers', '~.')).toBe('/shoppers/~~.');
    expect(pathOf('shoppers', '~a')).toBe('/shoppers/~a');
    expect(pathOf('shoppers', 'gid://shopify/Customer/1')).toBe(
      '/shoppers/gid%3A%2F%2Fshopify%2FCustomer%2F1',
    );
  });
});
