import { hash } from 'node:crypto';
import Database from 'better-sqlite3';
import { z } from 'zod';

/*
 * What one would write by hand for the same acts, on the same web framework and
 * driver, over the same tables: the same rows, the same hash, the same group commit
 * with the same durability, and of the house around it what keeps it safe (`duties.ts`).
 * The product is measured against this.
 */

export const NEVER_AT = 8_640_000_000_000_000;

export const database = new Database((process.env['DATABASE_URL'] ?? '').slice('file:'.length));
for (const pragma of [
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = on',
  'temp_store = memory',
  'wal_autocheckpoint = 8000',
  'cache_size = -65536',
])
  database.pragma(pragma);

export const shop = database.prepare('select id, program_version from shops limit 1').get() as {
  id: string;
  program_version: number;
};

export interface Shopper {
  id: string;
  name: string | null;
  pending: number;
  available: number;
  held: number;
  lifetime: number;
  sequence: number;
  chain_head: string;
  next_change_at: number;
  spend_minor: number;
  order_count: number;
  first_order_at: number | null;
  last_order_at: number | null;
  standing: string | null;
  tokens_not_before: number;
}

export const selectStorefront = database.prepare(
  'select id, public_key, origins, closed_at from shops limit 1',
);

export const findShopper = database.prepare(
  'select * from shoppers where shop_id = cast(? as text) and external_id = cast(? as text)',
);
export const findOrder = database.prepare(
  'select updated_at from orders where shop_id = ? and id = ?',
);
export const insertOrder = database.prepare(
  `insert into orders (shop_id, id, shopper_id, updated_at, currency, to_shop_rate, program_version, state, contexts, version)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
);
export const insertAward = database.prepare(
  `insert into awards (shop_id, id, shopper_id, source_kind, source_id, program_version, posted, forgiven,
     lot_points, matured, mature_at, expire_at, due_at, line_ids, borrowed, part, origin_id, counted_points,
     counted_spend_minor, counted_orders, "grant")
   values (?, ?, ?, ?, ?, ?, ?, 0, ?, 0, ?, ?, ?, ?, '[]', ?, ?, ?, ?, ?, ?)`,
);
export const insertTransaction = database.prepare(
  `insert into transactions (shop_id, shopper_id, sequence, kind, award_id, redemption_id, pending, available,
     held, issued, redeemed, expired, adjusted, effective_at, recorded_at, lots, receipt, previous_hash,
     counted_points, counted_spend_minor, counted_orders)
   values (?, ?, ?, 'earn', ?, null, ?, 0, 0, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
export const updateShopper = database.prepare(
  `update shoppers set pending = ?, lifetime = ?, sequence = ?, chain_head = ?, spend_minor = ?, order_count = ?,
     first_order_at = ?, last_order_at = ?, standing = ?, version = version + 1
   where shop_id = ? and id = ?`,
);
export const nextExpiry = database.prepare(
  `select due_at, lot_points from awards where shop_id = cast(? as text) and shopper_id = cast(? as text) and lot_points > 0
     and matured = 1 and due_at > ? order by due_at limit 1`,
);

export const nextPending = database.prepare(
  `select due_at, sum(lot_points) as points from awards where shop_id = cast(? as text) and shopper_id = cast(? as text)
     and lot_points > 0 and matured = 0 and due_at > ? group by due_at order by due_at limit 1`,
);

export const sha256 = (text: string): string => hash('sha256', text, 'base64url');

const minor = z.int().min(0).max(1_000_000_000_000);
const id = z.string().min(1).max(200);

/** What of an order one would ask for; the rest is refused. */
export const orderSchema = z.strictObject({
  updatedAt: z.iso.datetime(),
  placedAt: z.iso.datetime(),
  paidAt: z.iso.datetime().nullish(),
  paymentStatus: z.enum(['pending', 'paid', 'refunded', 'voided']),
  channel: z.string().max(40).optional(),
  currency: z.string().regex(/^[A-Z]{3}$/),
  toShopRate: z.string().max(30).optional(),
  shopper: z.strictObject({ id }),
  shippingMinor: minor.optional(),
  lines: z
    .array(
      z.strictObject({
        id,
        productId: id,
        title: z.string().max(500).optional(),
        quantity: z.int().min(1).max(100_000),
        priceMinor: minor,
      }),
    )
    .min(1)
    .max(500),
});
export type Order = z.infer<typeof orderSchema>;

let lastId = 0;
export const newId = (now: number): string =>
  `${now.toString(36)}${String((lastId += 1)).padStart(18, '0')}`;

/** One award with its transaction, and the chain's next link. */
export const writeAward = (
  chain: { shopper: Shopper; sequence: number; head: string },
  award: {
    kind?: 'order' | 'act';
    orderId: string;
    part: string;
    points: number;
    counts: readonly [points: number, spendMinor: number, orders: number];
    lineIds: string;
    grant: string | null;
    receipt: string;
    placedAt: number;
    now: number;
  },
): { shopper: Shopper; sequence: number; head: string } => {
  const { shopper } = chain;
  const { points, now, counts } = award;
  const id = newId(now);
  insertAward.run(
    shop.id,
    id,
    shopper.id,
    award.kind ?? 'order',
    award.orderId,
    shop.program_version,
    points,
    points,
    NEVER_AT,
    NEVER_AT,
    NEVER_AT,
    award.lineIds,
    award.part,
    shopper.id,
    ...counts,
    award.grant,
  );
  const sequence = chain.sequence + 1;
  const lots = JSON.stringify([[id, points]]);
  insertTransaction.run(
    shop.id,
    shopper.id,
    sequence,
    id,
    points,
    -points,
    award.placedAt,
    now,
    lots,
    award.receipt,
    chain.head,
    ...counts,
  );
  const head = sha256(
    JSON.stringify([
      shopper.id,
      sequence,
      chain.head,
      now,
      award.placedAt,
      points,
      lots,
      award.receipt,
    ]),
  );
  return { shopper, sequence, head };
};
