import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { caseOfAddress, replyAddress } from './case-token-rules.ts';
import { addressOf, bareId, isPlainId, whyAutomatic, wordsOf } from './inbound-rules.ts';

const KEY = randomBytes(32);
const OF = { shopId: 'shop', caseId: 'cs_01JDABCDEFGHJKMNPQRSTVWXYZ' };

describe('the address of a case', () => {
  const address = replyAddress(KEY, 'help@shop.example', OF);

  it('has a token by which it is known again, in either case of letters (E114)', () => {
    expect(address).toMatch(/^help\+[0-9a-z-]+@shop\.example$/);
    expect(caseOfAddress(KEY, `"Help" <${address}>`, 'shop')).toBe(OF.caseId);
    expect(caseOfAddress(KEY, address.toUpperCase(), 'shop')).toBe(OF.caseId);
  });

  it('is nobody’s with another secret, of another shop, or with a letter changed (E115)', () => {
    expect(caseOfAddress(randomBytes(32), address, 'shop')).toBeUndefined();
    expect(caseOfAddress(KEY, address, 'other')).toBeUndefined();
    const other = address.replace('01jdabc', '01jdabd');
    expect(caseOfAddress(KEY, other, 'shop')).toBeUndefined();
    expect(caseOfAddress(KEY, 'help@shop.example', 'shop')).toBeUndefined();
  });

  it('stays without a token where an address has no room for one (E114)', () => {
    const long = `${'x'.repeat(40)}@shop.example`;
    expect(replyAddress(KEY, long, OF)).toBe(long);
  });
});

describe('a message that answers by itself', () => {
  const mail = (headers: Record<string, string>, from = 'ada@x.example') => ({ from, headers });
  it.each([
    [mail({ 'Auto-Submitted': 'auto-replied' })],
    [mail({ 'auto-submitted': 'auto-generated; owner-email="a@b.example"' })],
    [mail({ Precedence: 'bulk' })],
    [mail({ 'X-Autoreply': 'yes' })],
    [mail({}, '')],
    [mail({}, '<>')],
    [mail({ 'Return-Path': '<>' })],
  ])('is none of a person (E115) %#', (sent) => {
    expect(whyAutomatic(sent)).not.toBeNull();
  });

  it('is none of these where it says that it is not (E115)', () => {
    expect(whyAutomatic(mail({ 'Auto-Submitted': 'no', Precedence: 'normal' }))).toBeNull();
    const pairs = [{ name: 'precedence', value: 'Bulk' }];
    expect(whyAutomatic({ from: 'ada@x.example', headers: pairs })).not.toBeNull();
  });
});

describe('what a message says', () => {
  it('is parted from the history it quotes, which is not lost (E115)', () => {
    const text =
      'No, it is the wrong one.\n\nOn Mon, 23 Nov 2026 at 09:12, Shop wrote:\n> Is it right?';
    expect(wordsOf(text)).toEqual({
      text: 'No, it is the wrong one.',
      quoted: 'On Mon, 23 Nov 2026 at 09:12, Shop wrote:\n> Is it right?',
      isCut: false,
    });
    const japanese =
      '違います。\n\n2026年11月23日(月) 9:12 Shop <help@shop.example>:\n> いかがですか';
    expect(wordsOf(japanese).text).toBe('違います。');
    expect(wordsOf('Nein.\n\n> Passt es?\n> Ihr Laden').quoted).toBe('> Passt es?\n> Ihr Laden');
  });

  it('between quotes stays where it was written (E115)', () => {
    const text = '> Is it blue?\nNo.\n> Is it red?\nYes.';
    expect(wordsOf(text)).toEqual({ text, quoted: null, isCut: false });
    expect(wordsOf('> only this').text).toBe('> only this');
  });

  it('in HTML becomes text: no element, script or comment is left, and nothing hangs (E115)', () => {
    const hostile =
      '<html><head><style>p{}</style></head><body><p>Hello <b>you</b> &amp; &#x3c;me&gt;</p><script>alert(1)</script><!-- <p>hidden --> <img src=x onerror=alert(1)><blockquote>old</blockquote></body></html>';
    const { text, quoted } = wordsOf(hostile);
    expect(text).toBe('Hello you & <me>');
    expect(quoted).toBe('> old');
    // What grew with the square of its length would take longer than a test may.
    wordsOf(`<html>${'<script><!--'.repeat(40_000)}`);
    wordsOf(`On ${'a '.repeat(400_000)}`);
    wordsOf('> '.repeat(10_000) + '\n>'.repeat(200_000));
  });

  it('that is longer than an entry is cut, and says so (E115)', () => {
    const { text, isCut } = wordsOf('x'.repeat(5000));
    expect(text).toHaveLength(4000);
    expect(isCut).toBe(true);
  });
});

it('an address is read out of a sender as mail servers write it (E115)', () => {
  expect(addressOf('"Ada, the first" <ada@x.example>')).toBe('ada@x.example');
  expect(addressOf(' ada@x.example ')).toBe('ada@x.example');
  expect(addressOf('<>')).toBe('');
});

it('an id with more in it than an id has stands in no header (E115)', () => {
  expect(bareId(' <a@b> ')).toBe('a@b');
  expect(isPlainId('a.b+1@mail.example')).toBe(true);
  expect(isPlainId('a@b>\r\nBcc: all@x.example')).toBe(false);
  expect(isPlainId('a b')).toBe(false);
});
