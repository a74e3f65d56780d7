import { describe, expect, it } from 'vitest';
import { promiseOfQuote, QUOTE_LIFE_MS, quoteIdFor } from './quote-rules.ts';

const secretKey = Buffer.alloc(32, 7);
const endsAt = Date.parse('2026-03-10T12:30:00Z');
const id = quoteIdFor({ shopId: 'shop', version: 41, expiresAt: endsAt }, secretKey);
const read = (quoteId: string, change: Partial<Parameters<typeof promiseOfQuote>[1]> = {}) =>
  promiseOfQuote(quoteId, { secretKey, shopId: 'shop', at: endsAt, ...change });

it('a quote is promised for half an hour', () => {
  expect(QUOTE_LIFE_MS).toBe(1_800_000);
});

it('a quote’s id says its version and its end in base 36, and 96 bits of signature', () => {
  expect(id).toMatch(/^q_15\.[0-9a-z]{8}\.[\w-]{16}$/);
});

it('the same promise has the same id', () => {
  expect(quoteIdFor({ shopId: 'shop', version: 41, expiresAt: endsAt }, secretKey)).toBe(id);
});

describe('what a quote promises', () => {
  it.each([
    ['long before its end', endsAt - QUOTE_LIFE_MS],
    ['an instant before its end', endsAt - 1],
    ['exactly at its end', endsAt],
  ])('is its version, and when it was given, %s', (_, at) => {
    expect(read(id, { at })).toEqual({ version: 41, quotedAt: Date.parse('2026-03-10T12:00:00Z') });
  });

  it('is nothing an instant after its end', () => {
    expect(read(id, { at: endsAt + 1 })).toBeUndefined();
  });

  const [promise = '', end = '', mac = ''] = id.split('.');
  it.each([
    ['another version', `q_16.${end}.${mac}`],
    ['a later end', `${promise}.${(endsAt + 1).toString(36)}.${mac}`],
    ['another signature', `${promise}.${end}.${'A'.repeat(16)}`],
    ['a signature that is cut', `${promise}.${end}.${mac.slice(0, -1)}`],
    ['a longer signature', `${id}A`],
    ['no signature', `${promise}.${end}.`],
    ['no end', `${promise}..${mac}`],
    ['something before it', ` ${id}`],
    ['something behind it', `${id}\n`],
    ['nothing', ''],
  ])('is nothing of an id with %s', (_, quoteId) => {
    expect(read(quoteId)).toBeUndefined();
  });

  it('is nothing in another shop', () => {
    expect(read(id, { shopId: 'other' })).toBeUndefined();
  });

  it('is nothing under another key', () => {
    expect(read(id, { secretKey: Buffer.alloc(32, 8) })).toBeUndefined();
  });
});
