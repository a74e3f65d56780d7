import { CHAIN_START } from '../ledger/chain-rules.ts';
import { NEVER_AT } from '../../platform/lib/clock.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** The row of someone seen for the first time. */
export const newShopperRow = (input: {
  shopId: string;
  id: string;
  externalId: string | null;
  email: string | null;
  emailKey: string | null;
  name: string | null;
  locale: string | null;
  now: number;
}): ShopperRow => {
  const { now, ...known } = input;
  return {
    ...known,
    timeZone: null,
    status: 'guest',
    enrolledAt: null,
    birthday: null,
    birthdaySetAt: null,
    joinedOn: null,
    occasionsAt: now,
    newsletter: false,
    personalised: true,
    tags: [],
    tastes: { bought: {}, seen: {} },
    referralCode: null,
    origins: [],
    mergedInto: null,
    erasedAt: null,
    spendMinor: 0,
    orderCount: 0,
    firstOrderAt: null,
    lastOrderAt: null,
    activeAt: now,
    idleDays: 0,
    standing: null,
    clawedBackAt: null,
    advocateAt: null,
    tokensNotBefore: 0,
    pending: 0,
    available: 0,
    held: 0,
    lifetime: 0,
    sequence: 0,
    chainHead: CHAIN_START,
    nextChangeAt: NEVER_AT,
    version: 1,
    createdAt: now,
  };
};
