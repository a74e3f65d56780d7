import { expect, it } from 'vitest';
import { readLink } from './link-rules.ts';

const part = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
const tokenOf = (payload: unknown): string =>
  ['{}', JSON.stringify(payload), 'x'].map(part).join('.');

it('a link says which survey and wave it is good for, and which point was tapped', () => {
  const token = tokenOf({ survey: { id: '顧客 満足', wave: '注文-7' } });
  expect(readLink(`${token}&score=0`)).toEqual({
    token,
    key: { surveyId: '顧客 満足', wave: '注文-7' },
    score: 0,
  });
});

it.each(['', 'nonsense', 'a.b.c', tokenOf({ use: 'review' }), tokenOf({ survey: { id: 7 } })])(
  'a link that is none of ours leads nowhere: %s',
  (fragment) => {
    expect(readLink(fragment)).toMatchObject({ key: null, score: null });
  },
);

it('a point that is no whole number is none', () => {
  expect(readLink('a&score=high').score).toBeNull();
  expect(readLink('a&score=1.5').score).toBeNull();
});
