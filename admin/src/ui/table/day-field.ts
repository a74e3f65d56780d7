import { formatDay } from '../../lib/format.ts';
import type { FilterField } from './filter-field.ts';

/** A day of the shop's calendar a list is narrowed by: from its beginning on, or before it. */
export const dayField = (name: string, label: string): FilterField => ({
  name,
  label,
  type: 'date',
  say: formatDay,
});
