import {
  findOrder,
  findShopper,
  insertOrder,
  nextExpiry,
  nextPending,
  NEVER_AT,
  shop,
  updateShopper,
  writeAward,
  type Order,
  type Shopper,
} from './database.ts';

/** An order under the programme a shop begins with: a point for each dollar. */
export const earnPlain = (id: string, order: Order): unknown => {
  const now = Date.now();
  if (findOrder.get(shop.id, id)) return { orderId: id, stale: false };
  const shopper = findShopper.get(shop.id, order.shopper.id) as Shopper;
  const basis = order.lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0);
  const points = Math.floor(basis / 100);
  const first = shopper.order_count === 0;
  insertOrder.run(
    shop.id,
    id,
    shopper.id,
    Date.parse(order.updatedAt),
    order.currency,
    '1',
    shop.program_version,
    JSON.stringify(order),
    JSON.stringify({ [shopper.id]: { tierId: null, segmentIds: [], first } }),
  );
  const receipt = {
    rule: 'order',
    program: shop.program_version,
    basis,
    currency: order.currency,
    desired: points,
    awarded: points,
    reason: null,
    rate: [100, 1],
    lines: order.lines.map((line, i) => [i, line.priceMinor * line.quantity, points, points]),
  };
  const placedAt = Date.parse(order.placedAt);
  const { sequence, head } = writeAward(
    { shopper, sequence: shopper.sequence, head: shopper.chain_head },
    {
      orderId: id,
      part: 'order',
      points,
      counts: [points, basis, 1],
      lineIds: JSON.stringify(order.lines.map((line) => line.id)),
      grant: null,
      receipt: JSON.stringify(receipt),
      placedAt,
      now,
    },
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
    shopper.standing,
    shop.id,
    shopper.id,
  );
  return answerOf(id, order, points, receipt);
};

/** What both programmes' views have in common; nothing for a token of before a sign-out. */
export const viewShopper = (
  subject: string,
  issuedAt: number,
): { shopper: Shopper; view: object } | undefined => {
  const shopper = findShopper.get(shop.id, subject) as Shopper | undefined;
  if (shopper === undefined || issuedAt < shopper.tokens_not_before) return undefined;
  const expiry =
    shopper.next_change_at < NEVER_AT
      ? (nextExpiry.get(shop.id, shopper.id, Date.now()) as
          | { due_at: number; lot_points: number }
          | undefined)
      : undefined;
  const pending =
    shopper.pending > 0
      ? (nextPending.get(shop.id, shopper.id, Date.now()) as
          | { due_at: number; points: number }
          | undefined)
      : undefined;
  const view = {
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
      nextPending:
        pending && pending.due_at < NEVER_AT
          ? { points: pending.points, at: new Date(pending.due_at).toISOString() }
          : null,
    },
    stage: 'loyal',
    vouchers: [],
    nudges: [],
    asOf: new Date().toISOString(),
  };
  return { shopper, view };
};

/** The widget's question under the same programme. */
export const mePlain = (subject: string, issuedAt: number): unknown => {
  const viewed = viewShopper(subject, issuedAt);
  if (viewed === undefined) return undefined;
  const { shopper, view } = viewed;
  return {
    ...view,
    tier: null,
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
  };
};

function answerOf(id: string, order: Order, points: number, receipt: unknown): unknown {
  return {
    orderId: id,
    stale: false,
    shopperId: order.shopper.id,
    points: { target: points, posted: points, pending: points },
    receipt,
    receipts: [receipt],
    warnings: [],
  };
}
