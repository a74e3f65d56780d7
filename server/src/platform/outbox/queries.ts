import type { OutboxLane } from './lane-rules.ts';
import { and, asc, eq, lt, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../store/statement.ts';
import type { OutboxRow } from './tables.ts';

type OutboxKey = { shopId: string; id: string };

/** What is in already stays; while it waits it may be wanted at another time. */
export const insertOutbox = change<OutboxRow>()('insertOutbox', (db, t) =>
  db
    .insert(t.outbox)
    .values(everyColumn(t.outbox))
    .onConflictDoUpdate({
      target: [t.outbox.shopId, t.outbox.id],
      set: { dueAt: sql`excluded.due_at` },
      setWhere: sql`${t.outbox.state} = 'waiting' and ${t.outbox.attempts} = 0`,
    }),
);

export const selectDueOutbox = rows<{ lane: OutboxLane; now: number; limit: number }>()(
  'selectDueOutbox',
  (db, t) =>
    db
      .select()
      .from(t.outbox)
      .where(
        and(
          eq(t.outbox.lane, sql`${textArg('lane')}`),
          sql`${t.outbox.dueAt} is not null and ${t.outbox.dueAt} <= ${arg('now')}`,
        ),
      )
      .orderBy(asc(t.outbox.dueAt))
      .limit(arg('limit')),
);

/** Takes a row for a while, if nobody else has: the process that finds it as it was seen has it. */
export const claimOutbox = rows<OutboxKey & { seenDueAt: number; leaseUntil: number }>()(
  'claimOutbox',
  (db, t) =>
    db
      .update(t.outbox)
      .set({ dueAt: sql`${arg('leaseUntil')}`, attempts: sql`${t.outbox.attempts} + 1` })
      .where(and(byKey(t.outbox), eq(t.outbox.dueAt, arg('seenDueAt'))))
      .returning({ attempts: t.outbox.attempts }),
);

type Settled = Pick<OutboxRow, 'dueAt' | 'attempts' | 'state' | 'note' | 'settledAt'>;

export const settleOutbox = change<OutboxKey & Settled>()('settleOutbox', (db, t) =>
  db
    .update(t.outbox)
    .set({ ...given(t.outbox, 'dueAt', 'attempts', 'state', 'note', 'settledAt') })
    .where(byKey(t.outbox)),
);

/** What was settled long ago is not needed to know that it was sent: contacts know that. */
export const forgetOutbox = change<{ before: number }>()('forgetOutbox', (db, t) =>
  db.delete(t.outbox).where(lt(t.outbox.settledAt, arg('before'))),
);

/** A sandbox shop's clock went forward: what waits comes nearer. */
export const hastenOutbox = change<{ shopId: string; byMs: number }>()('hastenOutbox', (db, t) =>
  db
    .update(t.outbox)
    .set({ dueAt: sql`${t.outbox.dueAt} - ${arg('byMs')}` })
    .where(and(inShop(t.outbox), eq(t.outbox.state, sql`'waiting'`))),
);

/** What is due, by lane. */
export const selectLag = rows<{ now: number }>()('selectOutboxLag', (db, t) =>
  db
    .select({
      lane: t.outbox.lane,
      // PostgreSQL gives both as text.
      due: sql<number | string>`count(*)`.as('due'),
      dueAt: sql<number | string>`min(${t.outbox.dueAt})`.as('first_due_at'),
    })
    .from(t.outbox)
    .where(sql`${t.outbox.dueAt} is not null and ${t.outbox.dueAt} <= ${arg('now')}`)
    .groupBy(t.outbox.lane),
);
