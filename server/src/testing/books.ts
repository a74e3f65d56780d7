import {
  NO_COUNTS,
  NO_ENTRIES,
  type Account,
  type Award,
  type Book,
  type Entries,
  type Holding,
  type Posting,
} from '../loyalty/ledger/book-rules.ts';
import { NEVER_AT } from '../platform/lib/clock.ts';

/** An award `a` that matured at once, never ends and has nothing in it, but for what is said. */
export const awardWith = (change: Partial<Award> = {}): Award => ({
  id: 'a',
  posted: 0,
  forgiven: 0,
  lotPoints: 0,
  matured: true,
  matureAt: 0,
  expireAt: NEVER_AT,
  idleDays: 0,
  limited: false,
  counted: NO_COUNTS,
  grant: null,
  borrowed: [],
  ...change,
});

/** An issued code `r` of 10 points that never ends, but for what is said. */
export const holdingWith = (change: Partial<Holding> = {}): Holding => ({
  id: 'r',
  state: 'issued',
  points: 10,
  allocations: [],
  expireAt: NEVER_AT,
  caps: [],
  ...change,
});

/** A transaction that moves nothing, but for what is said. */
export const postingWith = (
  change: Partial<Omit<Posting, 'entries'>> & { entries?: Partial<Entries> } = {},
): Posting => ({
  kind: 'earn',
  awardId: null,
  redemptionId: null,
  lots: [],
  effectiveAt: 0,
  receipt: null,
  ...change,
  entries: { ...NO_ENTRIES, ...change.entries },
});

/** A book with these awards and codes; its account is empty but for what is said. */
export const bookWith = ({
  awards = [],
  holdings = [],
  activeAt = 0,
  ...account
}: Partial<Account> & {
  awards?: readonly Award[];
  holdings?: readonly Holding[];
  activeAt?: number;
} = {}): Book => ({
  account: {
    pending: 0,
    available: 0,
    held: 0,
    lifetime: 0,
    spendMinor: 0,
    orderCount: 0,
    ...account,
  },
  activeAt,
  awards: new Map(awards.map((award) => [award.id, award])),
  holdings: new Map(holdings.map((holding) => [holding.id, holding])),
  postings: [],
});

/** What an expectation looks at first: the account, what is left in each lot, and the entries. */
export const lotsOf = (book: Book): Record<string, number> =>
  Object.fromEntries([...book.awards].map(([id, { lotPoints }]) => [id, lotPoints]));
