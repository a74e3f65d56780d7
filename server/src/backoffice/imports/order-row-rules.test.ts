import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { readImportRow, REQUIRED_COLUMNS, toMinor, type RowReading } from './order-row-rules.ts';

type Row = Parameters<typeof readImportRow>[0];

const READING: RowReading = {
  dates: null,
  mark: null,
  now: Date.parse('2026-11-22T10:00:00Z'),
};
const ROW = {
  order_id: '1001',
  shopper_id: 'ada',
  placed_at: '2026-11-01',
  currency: 'USD',
  total: '12.50',
} satisfies Row;

const read = (change: Row = {}, reading: Partial<RowReading> = {}) =>
  readImportRow({ ...ROW, ...change }, { ...READING, ...reading });
/** The state a row comes to; it fails where it is refused. */
const state = (...of: Parameters<typeof read>) => {
  const row = read(...of);
  if ('fault' in row) throw new Error(row.fault);
  return row.state;
};

it.each([
  ['0', 2, 0],
  ['12', 2, 1200],
  ['12.5', 2, 1250],
  ['12.50', 2, 1250],
  ['12.500000', 2, 1250],
  ['12.501', 2, undefined],
  ['0.01', 2, 1],
  [' 12.5 ', 2, 1250],
  ['1500', 0, 1500],
  ['1500.00', 0, 1500],
  ['1500.10', 0, undefined],
  ['1.234', 3, 1234],
  ['999999999999', 2, 99_999_999_999_900],
  ['1000000000000', 2, undefined],
  ['-1', 2, undefined],
  ['', 2, undefined],
  ['.5', 2, undefined],
  ['5.', 2, undefined],
  ['1,234', 2, undefined],
  ['1e3', 2, undefined],
])('the total "%s" in a currency of %i decimals is %s minor units', (total, digits, minor) => {
  expect(toMinor(total, digits)).toBe(minor);
});

describe('a row of an order that is history', () => {
  it('is one line of the whole total, paid, fulfilled and delivered when it was placed', () => {
    const at = '2026-11-01T00:00:00Z';
    expect(read()).toMatchObject({
      orderId: '1001',
      remarks: [],
      state: {
        updatedAt: at,
        placedAt: at,
        paidAt: at,
        fulfilledAt: at,
        deliveredAt: at,
        paymentStatus: 'paid',
        currency: 'USD',
        taxesIncluded: true,
        shopper: { id: 'ada', email: null, name: null },
        lines: [
          { id: 'total', productId: 'imported', quantity: 1, priceMinor: 1250, discountMinor: 0 },
        ],
      },
    });
  });

  it.each(REQUIRED_COLUMNS.filter((name) => name !== 'shopper_id'))(
    'is refused without its %s',
    (name) => {
      expect(read({ [name]: '' })).toHaveProperty('fault');
      const { [name]: _gone, ...rest } = ROW;
      expect(readImportRow(rest, READING)).toHaveProperty('fault');
    },
  );

  it.each([
    ['nothing', ''],
    ['blanks', ' '],
    ['256 characters', 'x'.repeat(256)],
  ])('with an id of %s is refused', (_what, order_id) => {
    expect(read({ order_id })).toEqual({ fault: 'order_id must have 1 to 255 characters' });
  });

  it('has an id of up to 255 characters, without blanks around it', () => {
    expect(read({ order_id: 'x'.repeat(255) })).toMatchObject({ orderId: 'x'.repeat(255) });
    expect(read({ order_id: ' 1001 ' })).toMatchObject({ orderId: '1001' });
  });
});

describe('the shopper of an order that is history', () => {
  it.each([
    [
      { shopper_id: ' ada ', email: ' a@shop.example ', name: ' Ada ' },
      { id: 'ada', email: 'a@shop.example', name: 'Ada' },
    ],
    [
      { shopper_id: '', email: 'a@shop.example' },
      { id: null, email: 'a@shop.example', name: null },
    ],
    [
      { shopper_id: ' ', email: ' ', name: ' ' },
      { id: null, email: null, name: null },
    ],
  ])('of %j is %j', (change, shopper) => {
    expect(state(change).shopper).toEqual(shopper);
  });

  it('comes without an address that is none, and the row says so by its own names', () => {
    const remark = 'email: It is no e-mail address, and was left out.';
    expect(read({ email: 'at the desk' })).toMatchObject({ remarks: [remark] });
    expect(state({ email: 'at the desk' }).shopper?.email).toBeNull();
  });

  it('is refused with an id that is too long', () => {
    expect(read({ shopper_id: 'x'.repeat(LIMITS.idLengthMax) })).toHaveProperty('state');
    const long = read({ shopper_id: 'x'.repeat(LIMITS.idLengthMax + 1) });
    expect(long).toMatchObject({ fault: expect.stringMatching(/^shopper\.id /) });
  });
});

const NO_DATE = 'placed_at must be a date such as 2026-11-22';

describe('the day of an order that is history', () => {
  it.each([
    ['2026-11-01', '2026-11-01T00:00:00Z'],
    [' 2026-11-01 ', '2026-11-01T00:00:00Z'],
    // As it is written, also with more than milliseconds.
    ['2026-11-01T09:30:00Z', '2026-11-01T09:30:00Z'],
    ['2026-11-01T09:30:00.123456Z', '2026-11-01T09:30:00.123456Z'],
    ['2024-02-29', '2024-02-29T00:00:00Z'],
    ['2026-11-01T09:30:00+09:00', '2026-11-01T00:30:00.000Z'],
    ['28.02.2026', '2026-02-28T00:00:00.000Z'],
    ['1 November 2026', '2026-11-01T00:00:00.000Z'],
  ])('"%s" is %s', (placed_at, at) => {
    expect(state({ placed_at }).placedAt).toBe(at);
  });

  it.each(['', 'soon', '2026-02-29', '2026-02-30T00:00:00Z', '2026-13-01', '2026-11-01T25:00:00Z'])(
    '"%s" is refused as none',
    (placed_at) => {
      expect(read({ placed_at })).toEqual({ fault: NO_DATE });
    },
  );

  it('that could be two is asked for, and is one where the order is known', () => {
    const placed_at = '03/04/2026';
    const fault = 'placed_at "03/04/2026" could be two days; say dateOrder';
    expect(read({ placed_at })).toEqual({ fault });
    expect(state({ placed_at }, { dates: 'dmy' }).placedAt).toBe('2026-04-03T00:00:00.000Z');
    expect(state({ placed_at }, { dates: 'mdy' }).placedAt).toBe('2026-03-04T00:00:00.000Z');
    const serial = state({ placed_at: '46327' }, { dates: 'serial' });
    expect(serial.placedAt).toBe('2026-11-01T00:00:00.000Z');
  });
});

it.each(['', 'usd', 'US', 'DOLLAR', '$'])(
  'an order in the currency "%s" is refused',
  (currency) => {
    const fault = 'currency must be an ISO 4217 code such as USD';
    expect(read({ currency })).toEqual({ fault });
  },
);

describe('the total of an order that is history', () => {
  const total = (text: string, change: Row = {}, reading: Partial<RowReading> = {}) =>
    state({ total: text, ...change }, reading).lines[0]?.priceMinor;

  it.each([
    ['0', 'USD', 0],
    [' 12.50 ', ' USD ', 1250],
    ['1,234.50', 'USD', 123_450],
    ['12,50', 'USD', 1250],
    ['1500', 'JPY', 1500],
    ['10000000000', 'USD', LIMITS.moneyMinorMax],
  ])('"%s" in %s is %i minor units', (text, currency, minor) => {
    expect(total(text, { currency })).toBe(minor);
  });

  it.each([
    ['-1', 'USD', 2],
    ['', 'USD', 2],
    ['many', 'USD', 2],
    ['1.005', 'USD', 2],
    ['1.5', 'JPY', 0],
  ])('"%s" in %s is refused, which has %i places', (text, currency, places) => {
    const mark = 'point';
    const fault = `total must be a decimal with at most ${places} places, and not negative`;
    expect(read({ total: text, currency }, { mark })).toEqual({ fault });
  });

  it('that could be two is asked for, and is one where the mark is known', () => {
    const fault = 'total "1,234" could be two numbers; say decimalMark';
    expect(read({ total: '1,234' })).toEqual({ fault });
    expect(total('1,234', {}, { mark: 'point' })).toBe(123_400);
    expect(total('1,234', { currency: 'KWD' }, { mark: 'comma' })).toBe(1234);
  });

  it('is refused above the most money there can be', () => {
    const above = read({ total: '10000000000.01' });
    expect(above).toMatchObject({ fault: expect.stringMatching(/^lines\.0\.priceMinor /) });
  });
});

describe('the pieces of an order that is history', () => {
  const FAULT = 'quantity: must be a whole number from 1 to 1000000; it counts as 1.';

  it.each([
    ['', 1],
    [' 2 ', 2],
    ['3.0', 3],
    ['1', 1],
    ['1000000', 1_000_000],
  ])('are "%s": %i, without a remark', (quantity, pieces) => {
    const row = read({ quantity });
    expect(row).toMatchObject({ remarks: [], state: { lines: [{ quantity: pieces }] } });
  });

  it.each(['0', '1000001', '-1', '1.5', 'two', '1234567890'])(
    'are 1 where the row says "%s", with a remark',
    (quantity) => {
      const row = read({ quantity });
      expect(row).toMatchObject({ remarks: [FAULT], state: { lines: [{ quantity: 1 }] } });
    },
  );

  it('are remarked on after what of the shopper was left out', () => {
    const row = read({ quantity: '0', email: 'none' });
    expect(row).toMatchObject({ remarks: [expect.stringMatching(/^email: /), FAULT] });
  });

  it('come to the whole total, to the minor unit, however many they are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: 1, max: 1000 }),
        (minor, quantity) => {
          const total = (minor / 100).toFixed(2);
          const [line] = state({ total, quantity: String(quantity) }).lines;
          const { priceMinor = 0, discountMinor = 0 } = line ?? {};
          expect(line?.quantity).toBe(quantity);
          expect(priceMinor * quantity - discountMinor).toBe(minor);
          expect(discountMinor).toBeLessThan(quantity);
        },
      ),
    );
  });
});
