import { describe, expect, it } from 'vitest';
import { readToken, tokenIn, wrongIn } from './token-check-rules.ts';

describe('a token in a text somebody has pasted', () => {
  const token = 'eyJh.eyJz.c2ln-_';
  it.each([
    token,
    ` ${token}\n`,
    `"${token}"`,
    `Bearer ${token}`,
    `{"token":"${token}"}`,
    `data-token="${token}"`,
  ])('is found in %j', (text) => {
    expect(tokenIn(text)).toBe(token);
  });

  it('is none where a part of it is no JSON', () => {
    expect(readToken('eyJh.eyJz.c2ln')).toBeUndefined();
    expect(readToken('one two')).toBeUndefined();
  });
});

describe('what is wrong with a token', () => {
  const NOW_SECONDS = 1_800_000_000;
  const of = { publicKey: 'pk', now: NOW_SECONDS * 1000, skewSeconds: 30, lifeMaxSeconds: 3600 };
  const good = { aud: 'pk', sub: 'mika', iat: NOW_SECONDS, exp: NOW_SECONDS + 3600 };
  const look = (payload: Readonly<Record<string, unknown>>, alg: unknown = 'HS256') =>
    wrongIn({ header: { alg }, payload }, of);

  it('is nothing where all of it could be right, at the edges too', () => {
    expect(look(good)).toBeUndefined();
    expect(look({ ...good, aud: ['other', 'pk'] })).toBeUndefined();
    expect(look({ ...good, iat: NOW_SECONDS + 30, exp: NOW_SECONDS + 60 })).toBeUndefined();
    expect(look({ ...good, iat: NOW_SECONDS - 60, exp: NOW_SECONDS - 29 })).toBeUndefined();
  });

  it.each([
    [{ aud: undefined }, 'missing', 'aud'],
    [{ sub: '' }, 'missing', 'sub'],
    [{ sub: 7 }, 'missing', 'sub'],
    [{ iat: '1' }, 'missing', 'iat'],
    [{ exp: -1 }, 'missing', 'exp'],
    [{ aud: 'other' }, 'audience', 'other'],
    [{ iat: NOW_SECONDS * 1000 }, 'milliseconds', 'iat'],
    [{ exp: NOW_SECONDS * 1000 }, 'milliseconds', 'exp'],
    [{ iat: NOW_SECONDS - 60, exp: NOW_SECONDS - 30 }, 'expired', null],
    [{ iat: NOW_SECONDS + 31 }, 'future', null],
    [{ exp: NOW_SECONDS + 3601 }, 'tooLong', '3601'],
  ])('with %j is that it is %s, %j', (change, finding, detail) => {
    expect(look({ ...good, ...change })).toEqual({ finding, detail });
  });

  it('is first how it was signed', () => {
    expect(look({}, 'RS256')).toEqual({ finding: 'algorithm', detail: 'RS256' });
  });
});
