import { expect, it } from 'vitest';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import { newShopperRow } from './shopper-rules.ts';

const input = {
  shopId: 'shop',
  id: 'id',
  externalId: 'ada',
  email: 'ada@example.com',
  emailKey: 'key',
  name: 'Ada',
  locale: 'en',
  now: 7,
};
const row = newShopperRow(input);

it('somebody seen for the first time is a guest of whom no more is known than was said', () => {
  const { now: _now, ...known } = input;
  expect(row).toMatchObject({
    ...known,
    status: 'guest',
    enrolledAt: null,
    birthday: null,
    erasedAt: null,
  });
  expect(row).not.toHaveProperty('now');
});

it('somebody seen for the first time has nothing, owes nothing, and has no chain yet', () => {
  expect(row).toMatchObject({
    pending: 0,
    available: 0,
    held: 0,
    lifetime: 0,
    spendMinor: 0,
    orderCount: 0,
    sequence: 0,
    chainHead: '',
    nextChangeAt: NEVER_AT,
    idleDays: 0,
    tokensNotBefore: 0,
    version: 1,
  });
});

it('what happens to somebody counts from when they were first seen', () => {
  expect(row).toMatchObject({ occasionsAt: 7, activeAt: 7, createdAt: 7 });
});

it('nobody gets a newsletter before they ask for it', () => {
  expect(row.newsletter).toBe(false);
});
