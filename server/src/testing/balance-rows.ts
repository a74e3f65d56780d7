import { LIMITS } from '@okaeri/shared/limits';
import { readBalance, type BalanceReading } from '../backoffice/imports/balance-row-rules.ts';

type Cells = Parameters<typeof readBalance>[0];

/** The line that every row is read as. */
export const LINE = 7;

/** How a file of balances is read whose columns have short names. */
export const READING: BalanceReading = {
  columns: {
    shopperId: 'id',
    email: 'email',
    name: 'name',
    firstName: 'first',
    lastName: 'last',
    points: 'points',
    lifetimePoints: 'lifetime',
    tier: 'tier',
    birthday: 'birthday',
    referralCode: 'code',
    referredBy: 'by',
    tags: 'tags',
    date: 'date',
    reason: 'reason',
  },
  kind: 'balances',
  dates: null,
  birthdays: null,
  mark: null,
  now: Date.parse('2026-11-22T00:00:00Z'),
};
/** The longest text that is kept. */
export const LONGEST = 'x'.repeat(LIMITS.textLengthMax);

/** What a line of a member with 10 points has, and what is remarked on it; it throws where none comes. */
export const comes = (...of: Parameters<typeof read>) => {
  const got = read(...of);
  if ('fault' in got) throw new Error(got.fault.detail);
  return { row: got.row, codes: got.remarks.map(({ code }) => code), remarks: got.remarks };
};

/** Why such a line cannot come; undefined where it can. */
export const faultOf = (...of: Parameters<typeof read>) => {
  const got = read(...of);
  return 'fault' in got ? got.fault : undefined;
};

function read(cells: Cells, reading: Partial<BalanceReading> = {}) {
  return readBalance({ id: 'ada', points: '10', ...cells }, { ...READING, ...reading }, LINE);
}
