import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  given,
  inShop,
} from '../platform/store/statement.ts';

export const insertShop = change()('insertShop', (db, t) =>
  db.insert(t.shops).values(everyColumn(t.shops)),
);

export const selectShop = rows<{ shopId: string }>()('selectShop', (db, t) =>
  db
    .select()
    .from(t.shops)
    .where(eq(t.shops.id, textArg('shopId'))),
);

export const selectShopByPublicKey = rows<{ publicKey: string }>()(
  'selectShopByPublicKey',
  (db, t) =>
    db
      .select()
      .from(t.shops)
      .where(eq(t.shops.publicKey, textArg('publicKey'))),
);

export const selectShops = rows<Record<string, never>>()('selectShops', (db, t) =>
  db.select().from(t.shops).orderBy(t.shops.id),
);

export const insertKey = change()('insertKey', (db, t) =>
  db.insert(t.keys).values(everyColumn(t.keys)),
);

export const selectKeyByDigest = rows<{ digest: string }>()('selectKeyByDigest', (db, t) =>
  db
    .select()
    .from(t.keys)
    .where(eq(t.keys.digest, textArg('digest'))),
);

/** The identity secrets that are in force, oldest first. */
export const selectIdentityKeys = rows<{ shopId: string }>()('selectIdentityKeys', (db, t) =>
  db
    .select()
    .from(t.keys)
    .where(and(inShop(t.keys), eq(t.keys.kind, sql`'identity'`), isNull(t.keys.revokedAt)))
    .orderBy(t.keys.id),
);

/** Keys of one label that are in force are revoked, so that a fresh one can take their place. */
export const revokeKeysByLabel = change<{ shopId: string; label: string; now: number }>()(
  'revokeKeysByLabel',
  (db, t) =>
    db
      .update(t.keys)
      .set({ revokedAt: sql`${arg('now')}` })
      .where(and(inShop(t.keys), eq(t.keys.label, textArg('label')), isNull(t.keys.revokedAt))),
);

export const advanceShopClock = rows<{ shopId: string; byMs: number }>()(
  'advanceShopClock',
  (db, t) =>
    db
      .update(t.shops)
      .set({
        clockOffsetMs: sql`${t.shops.clockOffsetMs} + ${arg('byMs')}`,
        version: sql`${t.shops.version} + 1`,
      })
      .where(and(eq(t.shops.id, textArg('shopId')), eq(t.shops.sandbox, sql`true`)))
      .returning({ clockOffsetMs: t.shops.clockOffsetMs }),
);

export const updateOrigins = change<{ shopId: string; origins: readonly string[] }>()(
  'updateOrigins',
  (db, t) =>
    db
      .update(t.shops)
      .set({ ...given(t.shops, 'origins'), version: sql`${t.shops.version} + 1` })
      .where(eq(t.shops.id, textArg('shopId'))),
);

export const setShopClosed = change<{ shopId: string; closedAt: number | null }>()(
  'setShopClosed',
  (db, t) =>
    db
      .update(t.shops)
      .set({ ...given(t.shops, 'closedAt'), version: sql`${t.shops.version} + 1` })
      .where(eq(t.shops.id, textArg('shopId'))),
);

/** The shop's row, locked: who changes a document of the shop's waits for who does already. */
export const lockShop = rows<{ shopId: string }>()('lockShop', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.shops)
      .where(eq(t.shops.id, textArg('shopId'))),
  ),
);

export const updateKeyUse = change<{ id: string; now: number }>()('updateKeyUse', (db, t) =>
  db
    .update(t.keys)
    .set({ lastUsedAt: sql`${arg('now')}` })
    .where(eq(t.keys.id, textArg('id'))),
);

/** The keys that are in force, newest first. */
export const selectKeys = rows<{ shopId: string }>()('selectKeys', (db, t) =>
  db
    .select()
    .from(t.keys)
    .where(and(inShop(t.keys), isNull(t.keys.revokedAt)))
    .orderBy(desc(t.keys.id)),
);

export const revokeKey = rows<{ shopId: string; id: string; now: number }>()('revokeKey', (db, t) =>
  db
    .update(t.keys)
    .set({ revokedAt: sql`${arg('now')}` })
    .where(and(inShop(t.keys), eq(t.keys.id, textArg('id')), isNull(t.keys.revokedAt)))
    .returning({ id: t.keys.id }),
);

export const updateShopName = change<{ shopId: string; name: string }>()(
  'updateShopName',
  (db, t) =>
    db
      .update(t.shops)
      .set({ ...given(t.shops, 'name'), version: sql`${t.shops.version} + 1` })
      .where(eq(t.shops.id, textArg('shopId'))),
);

export const upsertSighting = change<{ shopId: string; origin: string; at: number }>()(
  'upsertSighting',
  (db, t) =>
    db
      .insert(t.sightings)
      .values(everyColumn(t.sightings))
      .onConflictDoUpdate({
        target: [t.sightings.shopId, t.sightings.origin],
        set: { at: sql`${arg('at')}` },
      }),
);

export const selectSightings = rows<{ shopId: string; limit: number }>()(
  'selectSightings',
  (db, t) =>
    db
      .select()
      .from(t.sightings)
      .where(inShop(t.sightings))
      .orderBy(desc(t.sightings.at))
      .limit(arg('limit')),
);

export const countSightings = rows<{ shopId: string }>()('countSightings', (db, t) =>
  db
    .select({ total: sql<number>`count(*)`.mapWith(Number).as('total') })
    .from(t.sightings)
    .where(inShop(t.sightings)),
);
