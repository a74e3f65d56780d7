import type { Columns } from '../../platform/store/columns.ts';
import type { OwnerContext } from '../ledger/documents.ts';
import type { ActRule } from '@okaeri/shared/earning';
import type { ActPromise } from './activity-rules.ts';
import type { AccountTables } from '../ledger/account-tables.ts';
import type { Row } from '../../platform/store/tables.ts';

/** What shoppers did besides buying. */
export const activityTables = (c: Columns, { shoppers }: AccountTables) => {
  /** An act that may earn, once per dedupe key. */
  const activities = c.table(
    'activities',
    {
      shopId: c.text('shop_id').notNull(),
      id: c.text('id').notNull(),
      shopperId: c.text('shopper_id').notNull(),
      kind: c.text('kind').$type<ActRule['on']>().notNull(),
      name: c.text('name'),
      /** What was spent, for rules per amount. */
      amountMinor: c.count('amount_minor'),
      currency: c.text('currency'),
      programVersion: c.count('program_version').notNull(),
      at: c.instant('at').notNull(),
      recordedAt: c.instant('recorded_at').notNull(),
      removedAt: c.instant('removed_at'),
      channel: c.text('channel'),
      market: c.text('market'),
      /** Who its shopper was by its terms: when it was done, or when it was promised. */
      context: c.json<OwnerContext>('context').notNull(),
      /** What was promised for it before it was done, and when; null where nothing was. */
      promise: c.json<ActPromise | null>('promise'),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.id] }),
      c.index('activities_by_shopper').on(t.shopId, t.shopperId, t.id),
      c.foreignKey({
        columns: [t.shopId, t.shopperId],
        foreignColumns: [shoppers.shopId, shoppers.id],
      }),
    ],
  );

  return { activities };
};

declare module '../../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof activityTables> {}
}

export type ActivityRow = Row<'activities'>;
