import { z } from 'zod';

/** How many a list has: exactly, or that there are more than were counted. */
export interface Counted {
  readonly count: number;
  readonly isMore: boolean;
}

/** Whom something belongs to, as lists name them. */
export interface ShopperName {
  /** The merchant's own id; null for somebody known by an address only. */
  readonly id: string | null;
  /** For whom has no id of the merchant's: where they are found, `/v1/guests/{guestId}`. */
  readonly guestId: string | null;
  readonly name: string | null;
  readonly email: string | null;
}

/** Rows that are counted at most: beyond, a list says that there are more. */
export const COUNTED_MAX = 10_000;

/** `?columns=name,spent`: some of the columns a table has, in their order there; all of them where left out. */
export const columnsOf = <Column extends string>(columns: readonly Column[]) =>
  z
    .string()
    .max(500)
    .optional()
    .transform((text, context): readonly Column[] => {
      if (text === undefined) return columns;
      const named = text.split(',');
      const unknown = named.filter((name) => !columns.some((column) => column === name));
      if (unknown.length > 0)
        context.addIssue({ code: 'custom', message: `has unknown columns: ${unknown.join(', ')}` });
      return columns.filter((column) => named.includes(column));
    });
