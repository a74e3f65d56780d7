import type { Columns } from './columns.ts';

/** Answers kept for repeated requests. */
export const answerTable = (c: Columns) => {
  const idempotencyKeys = c.table(
    'idempotency_keys',
    {
      shopId: c.text('shop_id').notNull(),
      principal: c.text('principal').notNull(),
      route: c.text('route').notNull(),
      key: c.text('key').notNull(),
      bodyDigest: c.text('body_digest').notNull(),
      status: c.count('status').notNull(),
      answer: c.json<unknown>('answer').notNull(),
      createdAt: c.instant('created_at').notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.shopId, t.principal, t.route, t.key] }),
      c.index('idempotency_keys_by_age').on(t.createdAt),
    ],
  );

  return { idempotencyKeys };
};

declare module './tables.ts' {
  interface Tables extends ReturnType<typeof answerTable> {}
}
