import { expect, it } from 'vitest';
import { isFound, recordsFor } from './sender-record-rules.ts';

const RECORDS = recordsFor({
  domain: 'shop.example',
  token: 'abc',
  serverDomain: 'mail.example',
});
const of = (name: string) => {
  const record = RECORDS.find((one) => one.name === name);
  if (record === undefined) throw new Error(name);
  return record;
};

it('asks for four records of the domain (E114)', () => {
  expect(RECORDS.map(({ host }) => host)).toEqual([
    '_okaeri.shop.example',
    'shop.example',
    'okaeri._domainkey.shop.example',
    '_dmarc.shop.example',
  ]);
});

it.each([
  ['proof', ['other', 'okaeri-shop=abc'], true],
  ['proof', ['okaeri-shop=abd'], false],
  ['spf', ['google-site=1', 'v=spf1 ip4:192.0.2.1 include:mail.example -all'], true],
  ['spf', ['v=spf1 include:other.example ~all'], false],
  ['spf', ['v=spf1 include:mail.example ~all', 'v=spf1 -all'], false],
  ['spf', ['v=spf10 include:mail.example'], false],
  ['dkim', ['v=DKIM1; k=rsa; p=MIIB'], true],
  ['dkim', ['v=DKIM1; p='], false],
  ['dkim', [], false],
  ['dmarc', ['v=DMARC1; p=quarantine; rua=mailto:a@b.example'], true],
  ['dmarc', ['v=DMARC1; p=maybe'], false],
  ['dmarc', ['v=DMARC1; p=none', 'v=DMARC1; p=none'], false],
])('finds %s in %j: %s (E114)', (name, texts, expected) => {
  expect(isFound(of(name), texts)).toBe(expected);
});
