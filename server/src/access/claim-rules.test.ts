import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { readClaims } from './claim-rules.ts';

const NEEDED = { sub: 'ada', iat: 1, exp: 2 };

describe('the claims of a token', () => {
  it.each([
    ['a blank name', { name: '' }, { name: null }, ['name']],
    ['a name of control characters', { name: '\u0000\u0007' }, { name: null }, ['name']],
    ['a name with a tab', { name: 'Mika\tT' }, { name: 'Mika T' }, []],
    ['a name with a line break', { name: 'Mika\n' }, { name: 'Mika' }, []],
    ['a name that is no text', { name: 5 }, { name: null }, ['name']],
    ['a locale of WordPress', { locale: 'en_US' }, { locale: 'en-US' }, []],
    ['a locale of POSIX', { locale: 'pt_BR.UTF-8' }, { locale: 'pt-BR' }, []],
    ['a locale in capitals', { locale: 'DE' }, { locale: 'de' }, []],
    ['a language by its name', { locale: 'english' }, { locale: null }, ['locale']],
    ['a locale that is none', { locale: '?!' }, { locale: null }, ['locale']],
    ['an empty address', { email: '' }, { email: null, emailVerified: false }, ['email']],
    [
      'an address that is none, verified',
      { email: 'not an address', email_verified: true },
      { email: null, emailVerified: false },
      ['email'],
    ],
    [
      'an address said to be verified in text',
      { email: 'a@b.example', email_verified: 'true' },
      { email: 'a@b.example', emailVerified: false },
      ['email_verified'],
    ],
    ['nothing in them', { name: null, locale: null, email: null }, { name: null }, []],
  ])('with %s let the shopper in', (_what, optional, read, ignored) => {
    const claims = readClaims({ ...NEEDED, ...optional });
    expect(claims).toMatchObject({ ok: { ...read, ignored } });
  });

  it('cut a name that is too long, and never within a character', () => {
    const long = readClaims({ ...NEEDED, name: `${'x'.repeat(LIMITS.textLengthMax - 1)}👩‍👩‍👧` });
    expect(long).toMatchObject({ ok: { name: 'x'.repeat(LIMITS.textLengthMax - 1), ignored: [] } });
    const edge = 'x'.repeat(LIMITS.textLengthMax);
    expect(readClaims({ ...NEEDED, name: `${edge}x` })).toMatchObject({ ok: { name: edge } });
  });

  it('may name the first second there is', () => {
    expect(readClaims({ sub: 'ada', iat: 0, exp: 0 })).toMatchObject({ ok: { iat: 0, exp: 0 } });
  });

  it.each([
    ['sub', { sub: '' }],
    ['sub', { sub: 5 }],
    ['sub', { sub: 'a\uFFFF' }],
    ['iat', { iat: '1' }],
    ['exp', { exp: null }],
    ['iat', { iat: -1 }],
    ['exp', { exp: 1.5 }],
    ['view_only', { view_only: 'true' }],
    ['view_only', { view_only: 1 }],
  ])('are refused by the name of %s when it is %j', (wrong, change) => {
    expect(readClaims({ ...NEEDED, ...change })).toEqual({ wrong });
  });

  it('shut nobody out and verify no address, whatever stands in the optional ones', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('true', 1, 'True', [true], { valueOf: true }),
    );
    const optional = fc.record(
      {
        name: anything,
        locale: anything,
        email: anything,
        email_verified: anything.filter((value) => value !== true),
        birthday: anything,
        phone: anything,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(optional, (claims) => {
        const read = readClaims({ ...claims, ...NEEDED });
        expect(read).toMatchObject({ ok: { sub: 'ada', emailVerified: false, viewOnly: false } });
      }),
      { numRuns: 3000 },
    );
  });
});
