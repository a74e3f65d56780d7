import { describe, expect, it } from 'vitest';
import { documentWith, orderRuleOf, ruleOf } from '../../testing/rule-inputs.ts';
import { CLAIM_LIFE_MS, claimableRule, isNonceFor, nonceFor } from './claim-rules.ts';

const scope = { shopId: 'shop', externalId: 'ada', ruleId: 'visit' };
const secretKey = Buffer.alloc(32, 7);
const END = Date.parse('2026-03-10T12:00:00Z');
const nonce = nonceFor(scope, { secretKey, random: 'r4nd0m', expiresAt: END });
const holds = (text: string, change: object = {}, by: object = {}) =>
  isNonceFor(text, { ...scope, ...change }, { secretKey, now: END, ...by });

it('a browser has ten minutes to claim', () => {
  expect(CLAIM_LIFE_MS).toBe(600_000);
});

it('a nonce has what is random, its end, and 132 bits of signature', () => {
  expect(nonce).toMatch(/^r4nd0m\.[0-9a-z]{8}\.[\w-]{22}$/);
});

describe('a nonce holds', () => {
  it.each([
    ['long before its end', 0, true],
    ['exactly at its end', END, true],
    ['not an instant after its end', END + 1, false],
  ])('%s', (_, now, result) => {
    expect(holds(nonce, {}, { now })).toBe(result);
  });

  it.each([
    ['in another shop', { shopId: 'other' }, {}],
    ['for another shopper', { externalId: 'bea' }, {}],
    ['for another rule', { ruleId: 'share' }, {}],
    ['under another key', {}, { secretKey: Buffer.alloc(32, 8) }],
  ])('not %s', (_, change, by) => {
    expect(holds(nonce, change, by)).toBe(false);
  });

  const [random = '', end = '', mac = ''] = nonce.split('.');
  it.each([
    ['with a later end', `${random}.${(END + 1).toString(36)}.${mac}`],
    ['with something else that is random', `other.${end}.${mac}`],
    ['with another signature', `${random}.${end}.${'A'.repeat(22)}`],
    ['with a signature that is cut', nonce.slice(0, -1)],
    ['with a longer signature', `${nonce}A`],
    ['without a signature', `${random}.${end}`],
    ['without an end', random],
    ['of nothing', ''],
  ])('not %s', (_, text) => {
    expect(holds(text)).toBe(false);
  });
});

describe('the rule a browser may claim', () => {
  const url = { network: 'x', url: 'https://x.example' };
  const earning = [
    orderRuleOf(),
    ruleOf({ id: 'visit', on: 'visit' }),
    ruleOf({ id: 'share', on: 'share', ...url }),
    ruleOf({ id: 'follow', on: 'follow', ...url }),
    ruleOf({ id: 'off', on: 'visit', enabled: false }),
    ruleOf({ id: 'survey', on: 'survey' }),
    ruleOf({ id: 'newsletter', on: 'newsletter' }),
  ];
  it.each([
    ['visit', 'visit'],
    ['share', 'share'],
    ['follow', 'follow'],
    ['off', undefined],
    ['survey', undefined],
    ['newsletter', undefined],
    ['order', undefined],
    ['gone', undefined],
  ])('of the id %s is %s', (ruleId, found) => {
    expect(claimableRule(documentWith({ earning }), ruleId)?.id).toBe(found);
  });
});
