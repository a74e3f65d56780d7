import { describe, expect, it } from 'vitest';
import { CARD_LIFE_MS, cardFor, shopperOfCard } from './card-rules.ts';

const KEY = Buffer.alloc(32, 1);
const NOW = Date.parse('2026-11-22T10:00:00Z');
const SHOPPER = '01JDABCDEFGHJKMNPQRSTVWXYZ';
const EXPIRES_AT = NOW + CARD_LIFE_MS;

const cardOf = (change: Partial<Parameters<typeof cardFor>[0]> = {}, key = KEY): string =>
  cardFor({ shopId: 'shop', shopperId: SHOPPER, expiresAt: EXPIRES_AT, ...change }, key);
const read = (card: string, change: Partial<Parameters<typeof shopperOfCard>[1]> = {}) =>
  shopperOfCard(card, { shopId: 'shop', secretKey: KEY, now: NOW, ...change });

it('a card is good for ten minutes, and names its shopper, its end and no more', () => {
  expect(CARD_LIFE_MS).toBe(600_000);
  expect(cardOf()).toMatch(
    new RegExp(`^okc_${SHOPPER}\\.${EXPIRES_AT.toString(36)}\\.[\\w-]{22}$`),
  );
});

it('a card is the same in every release, so that one that is shown stays good over an update', () => {
  expect(cardOf()).toBe('okc_01JDABCDEFGHJKMNPQRSTVWXYZ.mwroe3eo.ZfIjzyFqIQPAjZ5QG2Pilx');
});

describe('a card that is shown', () => {
  it.each([
    ['at once', 0, SHOPPER],
    ['at its end', 600_000, SHOPPER],
    ['a millisecond after its end', 600_001, undefined],
    ['a day later', 86_400_000, undefined],
  ])('%s (%i ms) is of %s', (_when, ms, shopper) => {
    expect(read(cardOf(), { now: NOW + ms })).toBe(shopper);
  });

  it('is of nobody at another shop, or with another secret', () => {
    expect(read(cardOf(), { shopId: 'other' })).toBeUndefined();
    expect(read(cardOf(), { secretKey: Buffer.alloc(32, 2) })).toBeUndefined();
  });

  const [text = '', expiry = '', mac = ''] = cardOf().split('.');
  it.each([
    ['empty', ''],
    ['of another shopper', `${text.slice(0, -1)}0.${expiry}.${mac}`],
    ['good for longer', `${text}.${(EXPIRES_AT + 1).toString(36)}.${mac}`],
    ['without a signature', `${text}.${expiry}.`],
    ['signed too short', `${text}.${expiry}.${mac.slice(0, -1)}`],
    ['signed too long', `${text}.${expiry}.${mac}A`],
    ['signed otherwise', `${text}.${expiry}.${mac.startsWith('A') ? 'B' : 'A'}${mac.slice(1)}`],
    ['without its beginning', cardOf().slice(4)],
    ['in the middle of more', `x${cardOf()}`],
    ['in small letters', cardOf().toLowerCase()],
  ])('that is %s is of nobody', (_what, card) => {
    expect(read(card)).toBeUndefined();
  });

  it('is another for each shop, each shopper, each end and each secret', () => {
    const cards = [
      cardOf(),
      cardOf({ shopId: 'other' }),
      cardOf({ shopperId: 'OTHER' }),
      cardOf({ expiresAt: NOW }),
      cardOf({}, Buffer.alloc(32, 2)),
    ].map((card) => card.split('.').at(-1));
    expect(new Set(cards).size).toBe(cards.length);
  });
});
