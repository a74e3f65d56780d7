import { INSIGHT_PEOPLE_MIN, type Insights } from '@okaeri/shared/insights';
import type { ProgramDocument } from '@okaeri/shared/program';
import { DAY_MS, isoOf } from '../../platform/lib/clock.ts';
import { isBought } from '../../loyalty/orders/rules/purchase-rules.ts';
import { readState } from '../../loyalty/orders/rules/state-rules.ts';
import { ordersByShopper } from '../../loyalty/orders/walk-orders.ts';
import { leastOf } from '../../loyalty/rewards/reward-rules.ts';
import { factsOf, stageOf } from '../../loyalty/shoppers/context-rules.ts';
import { groupsOf, WALK_PAGE } from '../../platform/store/group-rows.ts';
import type { Statement } from '../../platform/store/statement.ts';
import type { Store } from '../../platform/store/store.ts';
import {
  createMonths,
  createStages,
  shareOf,
  stageBefore,
  type MonthCounts,
} from './count-rules.ts';
import { walkOrdersOfNobody, walkPostings, walkReviewTimes } from './queries.ts';
import { walkShoppers } from '../../loyalty/shoppers/find-queries.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** How far back a stage is compared, and how many months stand in the charts: a year and the present one. */
const MOVED_DAYS = 30;
const MONTHS = 13;
const YEAR_MS = 365 * DAY_MS;

/** Of which shop, under which programme, and when. */
export interface InsightsOrder {
  readonly shopId: string;
  readonly document: ProgramDocument;
  readonly now: number;
}

interface Taking extends InsightsOrder {
  readonly store: Store;
  readonly months: MonthCounts;
}

const NO_SUMS = {
  orders: 0,
  ofMembers: 0,
  buyers: 0,
  repeaters: 0,
  points: 0,
  shoppers: 0,
  members: 0,
  holders: 0,
  canRedeem: 0,
};
type Sums = typeof NO_SUMS;

/** What the cheapest reward costs that somebody could have now. */
const cheapestCost = ({ rewards }: ProgramDocument): number =>
  Math.min(...rewards.filter(({ enabled }) => enabled).map(({ cost }) => leastOf(cost)));

/** Measures a shop: walks through everything it has once, a page at a time. */
export const computeInsights = async (store: Store, order: InsightsOrder): Promise<Insights> => {
  const { document, now } = order;
  const months = createMonths(now, document.timeZone, MONTHS);
  const taking: Taking = { ...order, store, months };
  const { sums, stages, moves } = await countShoppers(taking);
  const points = await countPoints(taking);
  let reviews = 0;
  for await (const { createdAt } of walk(taking, walkReviewTimes)) {
    months.add(createdAt, 'reviews', 1);
    reviews += 1;
  }
  const isEnough = points.holders >= INSIGHT_PEOPLE_MIN && points.issued > 0;
  return {
    takenAt: isoOf(now),
    currency: document.currency,
    stages,
    moves,
    repeat: shareOf(sums.repeaters, sums.buyers),
    memberShare: shareOf(sums.ofMembers, sums.orders),
    redemptionShare: isEnough ? points.redeemed / points.issued : null,
    outstanding: {
      points: sums.points,
      minor: sums.points * document.pointValueMinor,
      shoppers: sums.shoppers,
    },
    members: sums.members,
    canRedeem: sums.canRedeem,
    holders: sums.holders,
    reviews,
    months: months.list(),
  };
};

async function countShoppers(taking: Taking) {
  const { document, now } = taking;
  const then = now - MOVED_DAYS * DAY_MS;
  const stages = createStages();
  const sums = { ...NO_SUMS };
  const groups = purchases(taking);
  let group = await groups.next();
  for await (const row of walk(taking, walkShoppers)) {
    // Orders of those who are no longer there are passed by: both lists are in the order of ids.
    while (group.done !== true && group.value.shopperId < row.id) group = await groups.next();
    const isOwn = group.done !== true && group.value.shopperId === row.id;
    const times = isOwn && group.done !== true ? group.value.items : [];
    const counted = countOrders(taking, row, times);
    sums.orders += counted.orders;
    sums.ofMembers += counted.ofMembers;
    if (counted.orders > 0) sums.buyers += 1;
    if (counted.orders > 0 && row.orderCount > 1) sums.repeaters += 1;
    const before = times.filter((at) => at <= then);
    const orders = {
      since: times.length - before.length,
      latestBefore: before.length === 0 ? null : Math.max(...before),
    };
    const stood = stageBefore(row, orders, document.loop, then);
    stages.add(stood, stageOf(factsOf(row, null), document.loop, now));
    addShopper(sums, row, cheapestCost(document));
  }
  for await (const { state } of walk(taking, walkOrdersOfNobody)) {
    const at = boughtAt(state);
    sums.orders += countOrders(taking, null, at === undefined ? [] : [at]).orders;
  }
  return { sums, ...stages.read() };
}

async function countPoints({ store, shopId, months }: Taking) {
  const all = { issued: 0, redeemed: 0, holders: 0 };
  for (let after = { afterShopper: '', afterSequence: 0 }; ;) {
    const page = await store.read((tx) =>
      tx.run(walkPostings, { shopId, ...after, limit: WALK_PAGE }),
    );
    for (const { effectiveAt: at, issued, redeemed, expired, adjusted, sequence } of page) {
      // The other side of the entry: what a shopper has been given, these accounts have less of.
      const given = -issued - adjusted;
      months.add(at, 'issued', given);
      months.add(at, 'redeemed', redeemed);
      months.add(at, 'expired', expired);
      all.issued += given;
      all.redeemed += redeemed;
      if (sequence === 1) all.holders += 1;
    }
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return all;
    after = { afterShopper: last.shopperId, afterSequence: last.sequence };
  }
}

/** Rows with an id of their own, page by page: no read lasts long. */
async function* walk<Row extends { readonly id: string }>(
  { store, shopId }: Taking,
  statement: Statement<{ shopId: string; afterId: string; limit: number }, Row>,
): AsyncGenerator<Row> {
  for (let afterId = ''; ;) {
    const page = await store.read((tx) => tx.run(statement, { shopId, afterId, limit: WALK_PAGE }));
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < WALK_PAGE) return;
    afterId = last.id;
  }
}

/** When each shopper bought something, shopper by shopper. */
function purchases({ store, shopId }: Taking) {
  return groupsOf<number>(async (after) => {
    const rows = await store.read((tx) =>
      ordersByShopper(tx, { shopId, ...after, limit: WALK_PAGE }),
    );
    return rows.map(({ shopperId, id, state }) => ({
      shopperId: shopperId ?? '',
      id,
      item: boughtAt(state),
    }));
  });
}

function countOrders(taking: Taking, row: ShopperRow | null, times: readonly number[]) {
  const { months, now } = taking;
  const since = now - YEAR_MS;
  const counted = { orders: 0, ofMembers: 0 };
  // Anyone who takes part now: orders that were imported are older than every membership.
  const isMembers = row?.status === 'member';
  for (const at of times) {
    months.add(at, 'orders', 1);
    if (isMembers) months.add(at, 'memberOrders', 1);
    if (at < since || at > now) continue;
    counted.orders += 1;
    if (isMembers) counted.ofMembers += 1;
  }
  return counted;
}

function addShopper(sums: Sums, row: ShopperRow, cheapest: number): void {
  const points = row.pending + Math.max(0, row.available) + row.held;
  sums.points += points;
  if (points > 0) sums.shoppers += 1;
  if (row.status !== 'member') return;
  sums.members += 1;
  if (row.available <= 0) return;
  sums.holders += 1;
  if (row.available >= cheapest) sums.canRedeem += 1;
}

function boughtAt(state: unknown): number | undefined {
  const order = readState(state);
  return isBought(order) ? Date.parse(order.placedAt) : undefined;
}
