import { currencyDigits } from '@okaeri/shared/currencies';
import { orderState, type OrderState } from '@okaeri/shared/orders';
import { isCurrency } from '../lib/currency.ts';

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
  | { readonly orderId: string; readonly state: OrderState }
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

/** `2026-11-22`, or the same with a time, as an instant in UTC. */
const toInstant = (placedAt: string): string | undefined => {
  const text = /^\d{4}-\d{2}-\d{2}$/.test(placedAt) ? `${placedAt}T00:00:00Z` : placedAt;
  // A day that does not exist would roll over into the next month.
  const at = Date.parse(text);
  return Number.isNaN(at) || !new Date(at).toISOString().startsWith(text.slice(0, 10))
    ? undefined
    : text;
};

const digitsOf = (currency: string): number | undefined =>
  isCurrency(currency) ? currencyDigits(currency) : undefined;

/**
 * Reads one row of history as the order it was: one line of the whole total, paid,
 * fulfilled and delivered when it was placed (semantics, rule 5).
 */
export const readImportRow = (row: ImportRow): ReadRow => {
  const orderId = row['order_id']?.trim() ?? '';
  if (orderId === '' || orderId.length > 255)
    return { fault: 'order_id must have 1 to 255 characters' };
  const placedAt = toInstant(row['placed_at']?.trim() ?? '');
  if (placedAt === undefined) return { fault: 'placed_at must be a date such as 2026-11-22' };
  const currency = row['currency']?.trim() ?? '';
  const digits = digitsOf(currency);
  if (digits === undefined) return { fault: 'currency must be an ISO 4217 code such as USD' };
  const total = toMinor(row['total'] ?? '', digits);
  if (total === undefined)
    return { fault: `total must be a decimal with at most ${digits} places, and not negative` };
  const parsed = orderState.safeParse({
    updatedAt: placedAt,
    shopper: {
      id: row['shopper_id']?.trim() || null,
      email: row['email']?.trim() || null,
      name: row['name']?.trim() || null,
    },
    currency,
    placedAt,
    paymentStatus: 'paid',
    paidAt: placedAt,
    fulfilledAt: placedAt,
    deliveredAt: placedAt,
    taxesIncluded: true,
    lines: [{ id: 'total', productId: 'imported', quantity: 1, priceMinor: total }],
  });
  if (parsed.success) return { orderId, state: parsed.data };
  const issue = parsed.error.issues[0];
  return { fault: `${issue?.path.join('.') ?? 'the row'} ${issue?.message ?? 'is not valid'}` };
};
