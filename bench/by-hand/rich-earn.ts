import {
  database,
  findOrder,
  findShopper,
  insertOrder,
  shop,
  updateShopper,
  writeAward,
  type Order,
  type Shopper,
} from './database.ts';
import {
  DAY_MS,
  dayOf,
  GOLD_MINOR,
  monthOf,
  selectShared,
  selectUsages,
  SILVER_MINOR,
  standingOf,
  startOf,
  usedOf,
  valueOf,
  weekOf,
  WINDOW_DAYS,
  yearStart,
  type Standing,
  type Usage,
} from './rich-program.ts';

const addUsage = database.prepare(
  `insert into usages (shop_id, shopper_id, subject, period_at, times, points) values (?, ?, ?, ?, ?, ?)
   on conflict (shop_id, shopper_id, subject, period_at) do update
   set times = times + excluded.times, points = points + excluded.points`,
);
const insertDraw = database.prepare(
  `insert into draws (shop_id, gift_id, order_id, shopper_id, drawn, won, drawn_at) values (?, 'luck', ?, ?, ?, 0, ?)`,
);
const selectDraw = database.prepare(
  `select won from draws where shop_id = ? and gift_id = 'luck' and order_id = ?`,
);

/** One award of an order: the part's name, its points, what it counted, and over which lines. */
type Part = readonly [part: string, points: number, basis: number, lines: Order['lines']];

interface Found {
  readonly usages: readonly Usage[];
  readonly before: Standing;
  readonly placedAt: number;
  readonly basis: number;
}

/** An order that meets two rules, a campaign on each, a challenge, a streak, a draw and the tiers. */
export const earnRich = (id: string, order: Order): unknown => {
  const now = Date.now();
  if (findOrder.get(shop.id, id)) return { orderId: id, stale: false };
  const shopper = findShopper.get(shop.id, order.shopper.id) as Shopper;
  const placedAt = Date.parse(order.placedAt);
  const today = dayOf(placedAt);
  const found: Found = {
    usages: selectUsages.all(shop.id, shopper.id, startOf(today - WINDOW_DAYS)) as Usage[],
    before: standingOf(shopper, today),
    placedAt,
    basis: order.lines.reduce((sum, line) => sum + line.priceMinor * line.quantity, 0),
  };
  const { parts, factor, yearly, coffeeRoom } = partsOf(order, found);
  const context = {
    tierId: ['bronze', 'silver', 'gold'][found.before.tier],
    segmentIds: shopper.order_count >= 3 ? ['loyal'] : [],
    first: shopper.order_count === 0,
    tallies: { '': 1, month: 1 },
  };
  insertOrder.run(
    shop.id,
    id,
    shopper.id,
    Date.parse(order.updatedAt),
    order.currency,
    '1',
    shop.program_version,
    JSON.stringify(order),
    JSON.stringify({ [shopper.id]: context }),
  );
  const { receipts, chain } = writeParts(id, shopper, found, { order, parts, factor, now });
  countOrder(id, shopper, found, { parts, now });
  const sum = parts.reduce((total, [, points]) => total + points, 0);
  updateShopper.run(
    shopper.pending + sum,
    shopper.lifetime + sum,
    chain.sequence,
    chain.head,
    shopper.spend_minor + found.basis,
    shopper.order_count + 1,
    Math.min(shopper.first_order_at ?? placedAt, placedAt),
    Math.max(shopper.last_order_at ?? placedAt, placedAt),
    JSON.stringify(count(found.before, today, found.basis)),
    shop.id,
    shopper.id,
  );
  const pointsLeft = yearly - (parts[0]?.[1] ?? 0);
  return {
    orderId: id,
    stale: false,
    shopperId: order.shopper.id,
    points: { target: sum, posted: sum, pending: sum },
    receipt: receipts[0],
    receipts,
    limits: [
      { ruleId: 'order', limit: { kind: 'limitNotReached', pointsLeft } },
      { ruleId: 'coffee', limit: { kind: 'limitNotReached', countLeft: coffeeRoom - 1 } },
    ],
    warnings: [],
  };
};

/** What two rules and a campaign on each give, within their caps and the budget. */
function partsOf(order: Order, { usages, before, placedAt, basis }: Found) {
  const budget = selectShared.get(shop.id, 'campaign:double') as Usage;
  const factor = before.tier >= 1 ? 1.5 : 1;
  const yearly = 1_000_000 - usedOf(usages, 'rule:order', yearStart(placedAt)).points;
  const orderPoints = Math.min(yearly, Math.floor((basis * factor) / 100));
  const coffee = order.lines.filter((line) => line.productId === 'p-9');
  const coffeeRoom = 500 - usedOf(usages, 'rule:coffee', startOf(dayOf(placedAt) - 29)).times;
  const coffeePoints = coffee.length > 0 && coffeeRoom > 0 ? 10 : 0;
  const doubled = Math.min(900_000_000 - budget.points, Math.floor((basis * factor) / 50));
  const parts: readonly Part[] = [
    ['order', orderPoints, basis, order.lines],
    ['order\u001fdouble', doubled - orderPoints, basis, order.lines],
    ['coffee', coffeePoints, 3600, coffee],
    ['coffee\u001fdouble', coffeePoints, 3600, coffee],
  ];
  return { parts, factor, yearly, coffeeRoom };
}

/** Writes the awards and gives their receipts and the chain's new end. */
function writeParts(
  id: string,
  shopper: Shopper,
  { placedAt, basis }: Found,
  planned: { order: Order; parts: readonly Part[]; factor: number; now: number },
) {
  const receipts: unknown[] = [];
  let chain = { shopper, sequence: shopper.sequence, head: shopper.chain_head };
  for (const [i, [part, points, partBasis, lines]] of planned.parts.entries()) {
    const receipt = {
      rule: part,
      program: shop.program_version,
      basis: partBasis,
      currency: planned.order.currency,
      desired: points,
      awarded: points,
      reason: null,
      lines: lines.map((line, n) => [n, line.priceMinor * line.quantity, points, points]),
      factor: String(planned.factor),
      rate: [100, 1],
    };
    receipts.push(receipt);
    const grant = { room: points, asked: points, at: placedAt, used: points, until: null };
    chain = writeAward(chain, {
      orderId: id,
      part,
      points,
      counts: [points, i === 0 ? basis : 0, i === 0 ? 1 : 0],
      lineIds: JSON.stringify(lines.map((line) => line.id)),
      grant: JSON.stringify(grant),
      receipt: JSON.stringify(receipt),
      placedAt,
      now: planned.now,
    });
  }
  return { receipts, chain };
}

/** Counts the order for caps, the budget, the challenge and the streak, and draws the gift. */
function countOrder(
  id: string,
  shopper: Shopper,
  { usages, placedAt, basis }: Found,
  counted: { parts: readonly Part[]; now: number },
): void {
  const [order = 0, double = 0, coffee = 0, more = 0] = counted.parts.map(([, points]) => points);
  const week = weekOf(placedAt);
  const run = usedOf(usages, 'streak:weeks', week);
  const lastWeek = usages.find(
    ({ subject, period_at: at }) => subject === 'streak:weeks' && at === week - 7 * DAY_MS,
  );
  const longer = run.times === 0 ? (lastWeek?.points ?? 0) + 1 : 0;
  addUsage.run(shop.id, '', 'campaign:double', 0, 2, double + more);
  addUsage.run(shop.id, shopper.id, 'rule:order', yearStart(placedAt), 1, order);
  addUsage.run(shop.id, shopper.id, 'rule:coffee', startOf(dayOf(placedAt)), 1, coffee);
  addUsage.run(shop.id, shopper.id, 'challenge:month', monthOf(placedAt), 0, 1);
  addUsage.run(shop.id, shopper.id, 'streak:weeks', week, 1, longer);
  if (!selectDraw.get(shop.id, id))
    insertDraw.run(shop.id, id, shopper.id, basis % 1_000_000, counted.now);
}

function count(standing: Standing, day: number, value: number): Standing {
  const last = standing.days.at(-1);
  const days: Standing['days'] =
    last?.[0] === day
      ? [...standing.days.slice(0, -1), [day, last[1] + value]]
      : [...standing.days, [day, value]];
  const tier = Math.max(standing.tier, tierAt(valueOf({ ...standing, days })));
  return { ...standing, days, day, tier, reached: Math.max(standing.reached, tier) };
}

function tierAt(value: number): number {
  return value >= GOLD_MINOR ? 2 : value >= SILVER_MINOR ? 1 : 0;
}
