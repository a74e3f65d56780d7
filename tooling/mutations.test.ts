import { describe, expect, it } from 'vitest';
import { drawn, placesOf, turned } from './mutations.ts';

/** What the source becomes, turned in one place after the other. */
const all = (source: string): string[] => placesOf(source).map((place) => turned(source, place));

describe('a sign of a source', () => {
  it.each([
    ['a < b', 'a <= b'],
    ['a <= b', 'a < b'],
    ['a > b', 'a >= b'],
    ['a >= b', 'a > b'],
    ['a === b', 'a !== b'],
    ['a !== b', 'a === b'],
    ['a + b', 'a - b'],
    ['a - b', 'a + b'],
    ['-a', '+a'],
    ['a += b', 'a -= b'],
    ['a -= b', 'a += b'],
    ['a && b', 'a || b'],
    ['a || b', 'a && b'],
    ['f(0)', 'f(1)'],
    ['f(1_000)', 'f(1001)'],
    ['f(1n)', 'f(2n)'],
  ])('is turned: %s becomes %s', (source, result) => {
    expect(all(source)).toEqual([result]);
  });

  it('is turned one at a time, in the order they stand', () => {
    expect(all('a < 1 && b')).toEqual(['a <= 1 && b', 'a < 2 && b', 'a < 1 || b']);
  });

  it('is found behind brackets and comments that hold the same', () => {
    expect(all('(a) /* < */ < (b)')).toEqual(['(a) /* < */ <= (b)']);
  });

  it('is found within a type that is only asserted', () => {
    expect(all('(a < b) as boolean')).toEqual(['(a <= b) as boolean']);
    expect(all('({ a: -b }) satisfies C')).toEqual(['({ a: +b }) satisfies C']);
  });

  it('says on which line it stands', () => {
    expect(placesOf('f();\n\na < b;').map(({ line }) => line)).toEqual([3]);
  });
});

describe('what changes nothing is not turned', () => {
  it.each([
    ['a comment', '// a < 1 && b'],
    ['a text', "f('a < 1')"],
    ['a template’s text', 'f(`a < ${b}`)'],
    ['a pattern', 'f(/a+1/)'],
    ['a type', 'type A = 1 | -1'],
    ['the type of a parameter', 'const f = (a: 1 | -1): Array<2> => a'],
    ['a part of a number', 'f(0.5)'],
    ['the joining of texts', "a + 'b'"],
    ['what only types ask for where a list is read', 'a[index] ?? 0'],
    ['what only types ask for at the end of a list', 'a.at(b) ?? 0'],
  ])('%s', (_, source) => {
    expect(placesOf(source)).toEqual([]);
  });

  it('how far apart a sort puts two, though which comes first is', () => {
    expect(all('a < b ? -1 : 1')).toEqual(['a > b ? -1 : 1', 'a < b ? +1 : 1']);
  });

  it('but what stands for nothing in a record is turned', () => {
    expect(all('a[b] ?? 0')).toEqual(['a[b] ?? 1']);
  });
});

describe('places that are drawn', () => {
  const places = Array.from({ length: 100 }, (_, index) => index);

  it.each([
    [0, 0],
    [1, 1],
    [60, 60],
    [100, 100],
    [101, 100],
  ])(
    'are as many as asked for, while there are any: of %i there are %i, each once',
    (count, length) => {
      expect(new Set(drawn(places, count, 1)).size).toBe(length);
      expect(drawn(places, count, 1)).toHaveLength(length);
    },
  );

  it('are the same for the same seed, and others for another', () => {
    expect(drawn(places, 60, 7)).toEqual(drawn(places, 60, 7));
    expect(drawn(places, 60, 7)).not.toEqual(drawn(places, 60, 8));
  });

  it('leave the list as it was', () => {
    drawn(places, 60, 7);
    expect(places).toHaveLength(100);
  });
});
