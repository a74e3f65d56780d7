import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepWords, LEFT_OUT_TOLD_MAX } from './left-out.ts';

describe('a body that was read', () => {
  it('is kept as it came where its schema read everything as it came, whatever defaults were filled in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (body) => {
        const read = { ...structuredClone(body), filledIn: [] };
        expect(keepWords(body, read)).toEqual({ body, warnings: [] });
      }),
    );
  });

  it.each([
    ['a text that was cleaned', { a: { b: ' x ' } }, { a: { b: 'x' } }, []],
    ['a text that was cut', { a: [{ b: 'xyz' }] }, { a: [{ b: 'xy' }] }, ['textCut a[0].b']],
    ['a text that says nothing', { a: '\u0007' }, { a: null }, ['textLeftOut a']],
    ['a list that lost one', { tags: ['x', ''] }, { tags: ['x'] }, ['textLeftOut tags']],
    ['a list that is a text', { tags: 'x' }, { tags: [] }, ['textLeftOut tags']],
    ['no address', { email: 'mika' }, { email: null }, ['emailLeftOut email']],
    ['an empty address', { email: ' ' }, { email: null }, []],
    ['a number for a text', { a: 5 }, { a: null }, ['textLeftOut a']],
    ['nothing where nothing was read', { a: null }, { a: null }, []],
  ])(
    'is kept as it was read, and warned of where it lost something: %s',
    (_, sent, read, warnings) => {
      const kept = keepWords(sent, read);
      expect(kept.body).toEqual(read);
      expect(kept.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual(warnings);
    },
  );

  it(`is warned of in ${LEFT_OUT_TOLD_MAX} places at most`, () => {
    const sent = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`f${at}`, 5]));
    const read = Object.fromEntries(Object.keys(sent).map((key) => [key, null]));
    expect(keepWords(sent, read).warnings).toHaveLength(LEFT_OUT_TOLD_MAX);
  });
});
