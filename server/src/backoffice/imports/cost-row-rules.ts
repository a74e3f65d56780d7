import { costInput, type CostInput } from '@okaeri/shared/costs';
import { currencyDigits } from '@okaeri/shared/currencies';
import { isCurrency } from '../../platform/lib/currency.ts';
import { toMinor } from './order-row-rules.ts';

/** Columns a file of costs must have; `channel` and `note` may be there too. */
export const COST_COLUMNS = ['day', 'kind', 'amount', 'currency'] as const;

/** A cost out of a row of a file, or what is wrong with the row. */
export const readCostRow = (
  row: Readonly<Record<string, string>>,
): { readonly cost: CostInput } | { readonly fault: string } => {
  const cell = (name: string): string => row[name]?.trim() ?? '';
  const currency = cell('currency').toUpperCase();
  if (!isCurrency(currency)) return { fault: 'currency must be a code such as USD' };
  const digits = currencyDigits(currency);
  const amountMinor = toMinor(cell('amount'), digits);
  if (amountMinor === undefined)
    return { fault: `amount must be a decimal with at most ${digits} places, and not negative` };
  const read = costInput.safeParse({
    day: cell('day'),
    kind: cell('kind'),
    channel: cell('channel') || null,
    amountMinor,
    currency,
    note: cell('note') || null,
  });
  if (read.success) return { cost: read.data };
  const [issue] = read.error.issues;
  return { fault: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}` };
};
