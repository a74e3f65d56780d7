import { formatDay } from '../../lib/format.ts';
import type { FilterField } from './filter-field.ts';

/** A day a list is narrowed by: from its beginning on, or before it. */
export const dayField = (name: string, label: string): FilterField => ({
  name,
  label,
  type: 'date',
  read: (text) => {
    const at = new Date(`${text}T00:00`);
    return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
  },
  say: formatDay,
});
