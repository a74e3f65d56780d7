import { currencyDigits } from '@okaeri/shared/currencies';
import type { DecimalMark } from '@okaeri/shared/imports';
import { LIMITS } from '@okaeri/shared/limits';
import { orderState, type OrderState } from '@okaeri/shared/orders';
import { readDate } from './date-rules.ts';
import type { DateStyle } from './day-rules.ts';
import { readNumber } from './number-rules.ts';
import { quoted } from './text-rules.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { isCurrency } from '../../platform/lib/currency.ts';
import { leftOutOf } from '../../platform/lib/left-out.ts';

/** A row of the file: text by column name. */
export type ImportRow = Readonly<Record<string, string>>;

/** Columns an import must have; `email`, `name` and `quantity` may be there too. */
export const REQUIRED_COLUMNS = [
  'order_id',
  'shopper_id',
  'placed_at',
  'currency',
  'total',
] as const;

export type ReadRow =
  | {
      readonly orderId: string;
      readonly state: OrderState;
      /** What of the row was left out. */
      readonly remarks: readonly string[];
    }
  | { readonly fault: string };

/** Decimal text to minor units, without floating point: "12.5" in dollars is 1250. */
export const toMinor = (total: string, digits: number): number | undefined => {
  const parts = /^(\d{1,12})(?:\.(\d+))?$/.exec(total.trim());
  if (parts === null) return undefined;
  const [, units = '', fraction = ''] = parts;
  const excess = fraction.slice(digits);
  if (/[^0]/.test(excess)) return undefined;
  return Number(units + fraction.slice(0, digits).padEnd(digits, '0'));
};

/** How the rows of a file are written. */
export interface RowReading {
  readonly dates: DateStyle | null;
  readonly mark: DecimalMark | null;
  readonly now: number;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** What is wrong with a quantity that cannot be used; the order comes with one piece then. */
const QUANTITY_FAULT = `quantity: must be a whole number from 1 to ${LIMITS.quantityMax}; it counts as 1.`;

/**
 * Reads one row of history as the order it was: one line of the whole total, paid,
 * fulfilled and delivered when it was placed (semantics, rule 5).
 */
export const readImportRow = (row: ImportRow, reading: RowReading): ReadRow => {
  const orderId = row['order_id']?.trim() ?? '';
  if (orderId === '' || orderId.length > 255)
    return { fault: 'order_id must have 1 to 255 characters' };
  const placed = instantIn(row['placed_at']?.trim() ?? '', reading);
  if ('fault' in placed) return placed;
  const currency = row['currency']?.trim() ?? '';
  const digits = digitsOf(currency);
  if (digits === undefined) return { fault: 'currency must be an ISO 4217 code such as USD' };
  const read = readNumber(row['total'] ?? '', reading.mark);
  if (read === 'ambiguous')
    return { fault: `total ${quoted(row['total'] ?? '')} could be two numbers; say decimalMark` };
  const total = read && toMinor(read.plain, digits);
  if (total === undefined)
    return { fault: `total must be a decimal with at most ${digits} places, and not negative` };
  const { instant } = placed;
  const pieces = quantityIn(row['quantity']?.trim() ?? '');
  const order = {
    updatedAt: instant,
    shopper: {
      id: row['shopper_id']?.trim() || null,
      email: row['email']?.trim() || null,
      name: row['name']?.trim() || null,
    },
    currency,
    placedAt: instant,
    paymentStatus: 'paid',
    paidAt: instant,
    fulfilledAt: instant,
    deliveredAt: instant,
    taxesIncluded: true,
    lines: [lineOf(total, pieces.quantity)],
  };
  const parsed = orderState.safeParse(order);
  if (parsed.success) {
    const left = leftOutOf(order, parsed.data);
    const said = left.map(({ path, message }) => `${path.replace('shopper.', '')}: ${message}`);
    return { orderId, state: parsed.data, remarks: [...said, ...pieces.remarks] };
  }
  const issue = parsed.error.issues[0];
  return { fault: `${issue?.path.join('.') ?? 'the row'} ${issue?.message ?? 'is not valid'}` };
};

/** A day, or an instant in UTC; `2026-11-22` and `2026-11-22T09:30:00Z` stay as they are written. */
function instantIn(
  placedAt: string,
  { dates, now }: RowReading,
): { readonly instant: string } | { readonly fault: string } {
  const text = /^\d{4}-\d{2}-\d{2}$/.test(placedAt) ? `${placedAt}T00:00:00Z` : placedAt;
  const at = INSTANT.test(text) ? Date.parse(text) : Number.NaN;
  // A day that does not exist would roll over into the next month.
  if (new Date(at).getUTCDate() === Number(text.slice(8, 10))) return { instant: text };
  const read = readDate(placedAt, dates, now);
  if ('at' in read) return { instant: isoOf(read.at) };
  return {
    fault:
      read.fault === 'dateAmbiguous'
        ? `placed_at ${quoted(placedAt)} could be two days; say dateOrder`
        : 'placed_at must be a date such as 2026-11-22',
  };
}

function digitsOf(currency: string): number | undefined {
  return isCurrency(currency) ? currencyDigits(currency) : undefined;
}

/** How many pieces were bought, and what of the text is left out; one where nothing is said. */
function quantityIn(text: string): { quantity: number; remarks: readonly string[] } {
  const plain = /^(\d{1,9})(?:\.0+)?$/.exec(text)?.[1];
  const quantity = text === '' ? 1 : Number(plain ?? Number.NaN);
  return quantity >= 1 && quantity <= LIMITS.quantityMax
    ? { quantity, remarks: [] }
    : { quantity: 1, remarks: [QUANTITY_FAULT] };
}

/** A line of so many pieces that comes to the whole total, whatever one of them came to. */
function lineOf(total: number, quantity: number) {
  const priceMinor = Math.ceil(total / quantity);
  const discountMinor = priceMinor * quantity - total;
  return { id: 'total', productId: 'imported', quantity, priceMinor, discountMinor };
}
