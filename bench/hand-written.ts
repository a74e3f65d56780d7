import { createHash } from 'node:crypto';
import { serve } from '@hono/node-server';
import Database from 'better-sqlite3';
import { Hono } from 'hono';

/*
 * What one would write by hand for the same two acts, on the same web framework
 * and driver, over the same tables: the same rows, the same hash, the same group
 * commit with the same durability, and none of the house around it. The product
 * is measured against this.
 */

const NEVER_AT = 8_640_000_000_000_000;
const GROUP_MAX = 64;

const database = new Database((process.env['DATABASE_URL'] ?? '').slice('file:'.length));
for (const pragma of [
  'journal_mode = wal',
  'synchronous = full',
  'foreign_keys = on',
  'temp_store = memory',
  'wal_autocheckpoint = 8000',
  'cache_size = -65536',
])
  database.pragma(pragma);

const shop = database.prepare('select id, program_version from shops limit 1').get() as {
  id: string;
  program_version: number;
};

interface Shopper {
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
}

const findShopper = database.prepare(
  'select * from shoppers where shop_id = cast(? as text) and external_id = cast(? as text)',
);
const findOrder = database.prepare('select updated_at from orders where shop_id = ? and id = ?');
const insertOrder = database.prepare(
  `insert into orders (shop_id, id, shopper_id, updated_at, currency, to_shop_rate, program_version, state, contexts, version)
   values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
);
const insertAward = database.prepare(
  `insert into awards (shop_id, id, shopper_id, source_kind, source_id, program_version, posted, forgiven,
     lot_points, matured, mature_at, expire_at, due_at, line_ids, borrowed, part, origin_id, counted_points,
     counted_spend_minor, counted_orders)
   values (?, ?, ?, 'order', ?, ?, ?, 0, ?, 0, ?, ?, ?, ?, '[]', 'order', ?, ?, ?, 1)`,
);
const insertTransaction = database.prepare(
  `insert into transactions (shop_id, shopper_id, sequence, kind, award_id, redemption_id, pending, available,
     held, issued, redeemed, expired, adjusted, effective_at, recorded_at, lots, receipt, previous_hash,
     counted_points, counted_spend_minor, counted_orders)
   values (?, ?, ?, 'earn', ?, null, ?, 0, 0, ?, 0, 0, 0, ?, ?, ?, ?, ?, ?, ?, 1)`,
);
const updateShopper = database.prepare(
  `update shoppers set pending = ?, lifetime = ?, sequence = ?, chain_head = ?, spend_minor = ?, order_count = ?,
     first_order_at = ?, last_order_at = ?, version = version + 1
   where shop_id = ? and id = ?`,
);
const nextExpiry = database.prepare(
  `select due_at, lot_points from awards where shop_id = cast(? as text) and shopper_id = cast(? as text) and lot_points > 0
     and matured = 1 and due_at > ? order by due_at limit 1`,
);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64url');

interface Order {
  readonly updatedAt: string;
  readonly placedAt: string;
  readonly currency: string;
  readonly shopper: { readonly id: string };
  readonly lines: readonly { id: string; priceMinor: number; quantity: number }[];
}

let lastId = 0;

/** The order and its award. */
const writeOrder = (
  id: string,
  order: Order,
  to: { shopperId: string; points: number; spendMinor: number; first: boolean; now: number },
): string => {
  const { shopperId, points, spendMinor, now } = to;
  insertOrder.run(
    shop.id,
    id,
    shopperId,
    Date.parse(order.updatedAt),
    order.currency,
    '1',
    shop.program_version,
    JSON.stringify(order),
    JSON.stringify({ [shopperId]: { tierId: null, segmentIds: [], first: to.first } }),
  );
  const awardId = `${now.toString(36)}${String((lastId += 1)).padStart(18, '0')}`;
  const lineIds = JSON.stringify(order.lines.map((line) => line.id));
  insertAward.run(
    shop.id,
    awardId,
    shopperId,
    id,
    shop.program_version,
    points,
    points,
    NEVER_AT,
    NEVER_AT,
    NEVER_AT,
    lineIds,
    shopperId,
    points,
    spendMinor,
  );
  return awardId;
};

const answerOf = (id: string, order: Order, points: number, receipt: unknown): unknown => ({
  orderId: id,
  stale: false,
  shopperId: order.shopper.id,
  points: { target: points, posted: points, pending: points },
  receipt,
  receipts: [receipt],
  warnings: [],
});

const earn = (id: string, order: Order): unknown => {
  const now = Date.now();
  if (findOrder.get(shop.id, id)) return { orderId: id, stale: false };
  const shopper = findShopper.get(shop.id, order.shopper.id) as Shopper;
  const basis = order.lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const points = Math.floor(basis / 100);
  const awardId = writeOrder(id, order, {
    shopperId: shopper.id,
    points,
    spendMinor: basis,
    first: shopper.order_count === 0,
    now,
  });
  const receipt = JSON.stringify({
    rule: 'order',
    program: shop.program_version,
    basis,
    currency: order.currency,
    desired: points,
    awarded: points,
    reason: null,
    rate: [100, 1],
    lines: order.lines.map((line, i) => [i, line.priceMinor * line.quantity, points, points]),
  });
  const lots = JSON.stringify([[awardId, points]]);
  const sequence = shopper.sequence + 1;
  const placedAt = Date.parse(order.placedAt);
  insertTransaction.run(
    shop.id,
    shopper.id,
    sequence,
    awardId,
    points,
    -points,
    placedAt,
    now,
    lots,
    receipt,
    shopper.chain_head,
    points,
    basis,
  );
  const head = sha256(
    JSON.stringify([
      shopper.id,
      sequence,
      shopper.chain_head,
      now,
      placedAt,
      points,
      lots,
      receipt,
    ]),
  );
  updateShopper.run(
    shopper.pending + points,
    shopper.lifetime + points,
    sequence,
    head,
    shopper.spend_minor + basis,
    shopper.order_count + 1,
    Math.min(shopper.first_order_at ?? placedAt, placedAt),
    Math.max(shopper.last_order_at ?? placedAt, placedAt),
    shop.id,
    shopper.id,
  );
  return answerOf(id, order, points, JSON.parse(receipt));
};

/** The same bargain as the product's writer: one COMMIT for whatever has arrived. */
const queue: { id: string; order: Order; resolve: (answer: unknown) => void }[] = [];
let scheduled = false;
const commitGroup = (): void => {
  const group = queue.splice(0, GROUP_MAX);
  database.exec('BEGIN IMMEDIATE');
  const answers = group.map(({ id, order }) => earn(id, order));
  database.exec('COMMIT');
  group.forEach(({ resolve }, i) => resolve(answers[i]));
  scheduled = queue.length > 0;
  if (scheduled) setImmediate(commitGroup);
};

const app = new Hono();
app.get('/healthz', (c) => c.text('ok'));
app.get('/empty', (c) => c.json({}));
app.post('/empty', async (c) => c.json((await c.req.json()) ? {} : null));

app.put('/v1/orders/:id', async (c) => {
  const order = await c.req.json<Order>();
  if (typeof order.updatedAt !== 'string' || !Array.isArray(order.lines)) return c.json({}, 400);
  const answer = await new Promise<unknown>((resolve) => {
    queue.push({ id: c.req.param('id'), order, resolve });
    if (!scheduled) {
      scheduled = true;
      setImmediate(commitGroup);
    }
  });
  return c.json(answer, 201);
});

const tokens = new Map<string, string>();
app.get('/storefront/v1/:key/me', (c) => {
  const token = c.req.header('authorization') ?? '';
  let subject = tokens.get(token);
  if (subject === undefined) {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    subject = (JSON.parse(payload) as { sub: string }).sub;
    tokens.set(token, subject);
  }
  const shopper = findShopper.get(shop.id, subject) as Shopper;
  const expiry =
    shopper.next_change_at < NEVER_AT
      ? (nextExpiry.get(shop.id, shopper.id, Date.now()) as { due_at: number; lot_points: number })
      : undefined;
  return c.json({
    shopper: {
      id: subject,
      name: shopper.name,
      status: 'member',
      locale: null,
      personalised: true,
    },
    balance: {
      pending: shopper.pending,
      available: shopper.available,
      held: shopper.held,
      debt: 0,
      worthMinor: shopper.available,
      currency: 'USD',
      nextExpiry:
        expiry && expiry.due_at < NEVER_AT
          ? { points: expiry.lot_points, at: new Date(expiry.due_at).toISOString() }
          : null,
    },
    tier: null,
    stage: 'loyal',
    rewards: [
      {
        id: 'off5',
        becauseOf: null,
        points: 500,
        worthMinor: 500,
        eligibility:
          shopper.available >= 500
            ? { kind: 'redeemable' }
            : { kind: 'insufficientPoints', missing: 500 - shopper.available },
        because: null,
      },
    ],
    earning: [
      { ruleId: 'order', limit: { kind: 'noLimit' } },
      { ruleId: 'signup', limit: { kind: 'limitReachedForever' } },
    ],
    challenges: [],
    streaks: [],
    badges: [],
    vouchers: [],
    nudges: [],
    asOf: new Date().toISOString(),
  });
});

const server = serve({ fetch: app.fetch, port: Number(process.env['PORT']) });
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
});
