import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accountEmail, email, keyOfEmail, emailParts, readEmail } from './emails.ts';
import { LIMITS } from './limits.ts';

const local = (length: number): string => 'x'.repeat(length);

describe('an e-mail address', () => {
  it.each([
    ['mika@example.com', 'mika@example.com'],
    // docomo gave these out until 2009 (EC-CUBE 1325).
    ['taro..y@docomo.ne.jp', 'taro..y@docomo.ne.jp'],
    ['name.@docomo.ne.jp', 'name.@docomo.ne.jp'],
    ['.name@docomo.ne.jp', '.name@docomo.ne.jp'],
    ['"taro..y"@docomo.ne.jp', 'taro..y@docomo.ne.jp'],
    ['info@müller.de', 'info@müller.de'],
    ['info@xn--mller-kva.de', 'info@xn--mller-kva.de'],
    ['jörg@example.de', 'jörg@example.de'],
    ['花子@例え.テスト', '花子@例え.テスト'],
    ['user@例え。jp', 'user@例え。jp'],
    ['почта@пример.рф', 'почта@пример.рф'],
    ['a+tag@example.com', 'a+tag@example.com'],
    ["o'brien/x=y@example.co.uk", "o'brien/x=y@example.co.uk"],
    [' \tmika@example.com\n', 'mika@example.com'],
    ['Mika@Example.COM', 'Mika@Example.COM'],
    ['a@b.xn--p1ai', 'a@b.xn--p1ai'],
    [`${local(LIMITS.emailLengthMax - 6)}@ab.de`, `${local(LIMITS.emailLengthMax - 6)}@ab.de`],
  ])('is taken where it exists: %j', (text, kept) => {
    expect(readEmail(text)).toBe(kept);
    expect(email.parse(text)).toBe(kept);
  });

  it.each([
    '',
    ' ',
    'mika',
    '@example.com',
    'mika@',
    'mika@localhost',
    'mika@127.0.0.1',
    'mika@1.2',
    'mika@[127.0.0.1]',
    'mika@a..de',
    'mika@-a.de/x',
    'mika@a.de:25',
    'mika@a.de?x',
    'mika@a.de#x',
    'mika@%61.de',
    'mi ka@a.de',
    'mika@a de.de',
    'mika@a.de, bob@b.de',
    'mika@a.de;bob@b.de',
    'Mika <mika@a.de>',
    'mika@a.de\r\nBcc: bob@b.de',
    'mika\r\nBcc:bob@a.de',
    'mika\u0000@a.de',
    'mika\u202E@a.de',
    'mika\uD800@a.de',
    '"a b"@a.de',
    'a"b@a.de',
    'a(b)@a.de',
    'a\\b@a.de',
    'a:b@a.de',
    'bob@evil.de@a.de',
    'n/a',
    `${local(LIMITS.emailLengthMax - 5)}@ab.de`,
    `${'ö'.repeat(LIMITS.emailLengthMax / 2)}@ab.de`,
    `a@${local(64)}.de`,
  ])('is none: %j', (text) => {
    expect(readEmail(text)).toBeNull();
    expect(email.safeParse(text).success).toBe(false);
  });

  it.each([
    ['Mika@Example.com', 'mika@example.COM'],
    ['info@MÜLLER.de', 'info@xn--mller-kva.de'],
    ['info@mu\u0308ller.de', 'info@müller.de'],
    ['JÖRG@a.de', 'jo\u0308rg@a.de'],
    ['user@例え。jp', 'user@xn--r8jz45g.jp'],
    ['"taro..y"@docomo.ne.jp', ' taro..y@docomo.ne.jp '],
  ])('is the same person as %j and %j', (one, other) => {
    expect(keyOfEmail(one)).toBe(keyOfEmail(other));
  });

  it.each([
    ['taro..y@docomo.ne.jp', 'taro.y@docomo.ne.jp'],
    ['a+b@a.de', 'a@a.de'],
    ['strasse@a.de', 'straße@a.de'],
  ])('is another person in %j and %j', (one, other) => {
    expect(keyOfEmail(one)).not.toBe(keyOfEmail(other));
  });

  it('has its parts as they are compared', () => {
    expect(emailParts('Info@MÜLLER.de')).toEqual({ local: 'info', domain: 'xn--mller-kva.de' });
    expect(emailParts('none')).toEqual({ local: '', domain: 'none' });
  });

  it('reads the same when it is read again, has the key it was given, and nothing a header or a list could end at', () => {
    const part = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(part, part, (before, after) => {
        const kept = readEmail(`${before}@${after}.example.com`);
        if (kept === null) return;
        expect(readEmail(kept)).toBe(kept);
        expect(keyOfEmail(kept)).toBe(keyOfEmail(keyOfEmail(kept)));
        expect(kept).not.toMatch(/[\p{C}\p{Z}<>()[\]\\,;:"]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('of an account is one that the console can sign in', () => {
    expect(accountEmail.safeParse('mika@example.com').success).toBe(true);
    expect(accountEmail.safeParse('taro..y@docomo.ne.jp').success).toBe(false);
  });
});
