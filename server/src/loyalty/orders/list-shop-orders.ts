import { COUNTED_MAX, type Counted, type ShopperName } from '@okaeri/shared/list-parts';
import type { ListedOrder, OrderList, OrdersQuery } from '@okaeri/shared/order-lists';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { selectAwardsBySource } from '../ledger/lot-queries.ts';
import { findRef, shopperById } from '../shoppers/shopper-ref.ts';
import { countOrdersBy, selectOrdersBy } from './rules/list-queries.ts';
import { listedAs, isNumbered, moneyOf, numberKeyOf } from './rules/list-rules.ts';
import { readState } from './rules/state-rules.ts';
import type { OrderRow } from './tables.ts';

/** What an order list is asked for. */
export type OrdersAsked = Omit<OrdersQuery, 'counted'> & { readonly counted: boolean };

/** Orders one statement goes through where most of them may be left out, and one request. */
const LOOKED_AT_ONCE = 200;
const LOOKED_MAX = 5000;
/** Behind every hexadecimal digit, and behind every id. */
const BEHIND_DIGITS = 'g';
const BEHIND_IDS = '\uFFFF';

interface Place {
  readonly value: string | number;
  readonly id: string;
}

/** What of the orders is gone through, and which of them are left out on the way. */
interface Walk {
  readonly through: 'all' | 'standing' | 'shopper';
  readonly sort: 'placed' | 'number';
  readonly order: 'asc' | 'desc';
  readonly of: { shopId: string; standing: string; shopperId: string };
  readonly span: { from: string | number; until: string | number };
  readonly passes: ((row: OrderRow) => boolean) | null;
}

/**
 * Orders of a shop, in an order, narrowed or not; each page is a stretch of an index. Undefined where the
 * cursor is none of this list's.
 */
export const listShopOrders = (
  deps: Deps,
  shop: ShopRow,
  asked: OrdersAsked,
): Promise<OrderList | undefined> =>
  deps.store.read(async (tx): Promise<OrderList | undefined> => {
    const { shopperId: externalId, limit } = asked;
    const owner = externalId === undefined ? undefined : await findRef(tx, shop.id, { externalId });
    if (externalId !== undefined && owner === undefined)
      return { items: [], nextCursor: null, total: { count: 0, isMore: false } };
    const walk = walkOf(shop.id, asked, owner?.id);
    const after = asked.cursor === undefined ? beginning(walk) : placeOf(asked.cursor, walk.sort);
    if (after === undefined) return undefined;
    const { rows, nextCursor } = await goThrough(tx, walk, { after, limit });
    const items: ListedOrder[] = [];
    for (const row of rows) items.push(await listedOrder(tx, row));
    const total = asked.counted ? await count(tx, walk) : null;
    return { items, nextCursor, total };
  });

/** An order in one line. */
const listedOrder = async (tx: Tx, row: OrderRow): Promise<ListedOrder> => {
  const state = readState(row.state);
  // From the state: of an order from before, the columns are filled some time after an upgrade.
  const { placedAt, standing } = listedAs(row.id, state);
  const { shopId, shopperId } = row;
  const source = { sourceKind: 'order', sourceId: row.id };
  const awards =
    shopperId === null ? [] : await tx.run(selectAwardsBySource, { shopId, shopperId, ...source });
  return {
    id: row.id,
    placedAt: isoOf(placedAt),
    standing,
    shopper: await shopperNamed(tx, shopId, shopperId),
    currency: row.currency,
    itemCount: state.lines.reduce((sum, line) => sum + line.quantity, 0),
    ...moneyOf(state),
    points: awards.reduce((sum, { posted }) => sum + posted, 0),
  };
};

/** What lists call a shopper; null where nobody is known. */
export const shopperNamed = async (
  tx: Tx,
  shopId: string,
  shopperId: string | null,
): Promise<ShopperName | null> => {
  const row = shopperId === null ? undefined : await shopperById(tx, { shopId, shopperId });
  if (row === undefined) return null;
  const { externalId: id, name, email } = row;
  return { id, guestId: id === null ? row.id : null, name, email };
};

function walkOf(shopId: string, asked: OrdersAsked, owner: string | undefined): Walk {
  const { search = '', standing, sort, order } = asked;
  const from = asked.from === undefined ? 0 : Date.parse(asked.from);
  const until = asked.until === undefined ? Number.MAX_SAFE_INTEGER : Date.parse(asked.until);
  const within = (row: OrderRow): boolean => row.placedAt >= from && row.placedAt < until;
  const stands = (row: OrderRow): boolean => standing === undefined || row.standing === standing;
  const isHers = (row: OrderRow): boolean => owner === undefined || row.shopperId === owner;
  const of = { shopId, standing: standing ?? '', shopperId: owner ?? '' };
  if (search !== '') {
    const key = numberKeyOf(search);
    return {
      through: 'all',
      sort: 'number',
      order: 'asc',
      of,
      span: { from: key, until: key + BEHIND_DIGITS },
      passes: (row) => isNumbered(row.id, search) && within(row) && stands(row) && isHers(row),
    };
  }
  const through = owner !== undefined ? 'shopper' : standing !== undefined ? 'standing' : 'all';
  const isLeft = through === 'shopper' && standing !== undefined;
  const byNumber = sort === 'number';
  return {
    through,
    sort,
    order,
    of,
    span: byNumber ? { from: '', until: BEHIND_DIGITS } : { from, until },
    passes: isLeft || byNumber ? (row) => within(row) && stands(row) : null,
  };
}

async function goThrough(
  tx: Tx,
  walk: Walk,
  page: { after: Place; limit: number },
): Promise<{ rows: OrderRow[]; nextCursor: string | null }> {
  const { through, sort, order, of, span, passes } = walk;
  const { limit } = page;
  const statement = selectOrdersBy(through, sort, order);
  const atOnce = passes === null ? limit + 1 : LOOKED_AT_ONCE;
  const rows: OrderRow[] = [];
  let place = page.after;
  for (let looked = 0; looked < LOOKED_MAX;) {
    const found = await tx.run(statement, { ...of, ...span, ...place, limit: atOnce });
    for (const row of found) {
      if (rows.length === limit) return { rows, nextCursor: `${place.value}_${place.id}` };
      place = { value: sort === 'number' ? row.numberKey : row.placedAt, id: row.id };
      if (passes === null || passes(row)) rows.push(row);
    }
    if (found.length < atOnce) return { rows, nextCursor: null };
    looked += found.length;
  }
  return { rows, nextCursor: `${place.value}_${place.id}` };
}

async function count(tx: Tx, walk: Walk): Promise<Counted> {
  // What is left out on the way has to be looked at: so many, and then it is said that there are more.
  if (walk.passes !== null) {
    const { rows, nextCursor } = await goThrough(tx, walk, {
      after: beginning(walk),
      limit: LOOKED_AT_ONCE,
    });
    return { count: rows.length, isMore: nextCursor !== null };
  }
  const { from, until } = walk.span;
  const [found] = await tx.run(countOrdersBy[walk.through], {
    ...walk.of,
    from: Number(from),
    until: Number(until),
    limit: COUNTED_MAX + 1,
  });
  const total = found?.total ?? 0;
  return { count: Math.min(total, COUNTED_MAX), isMore: total > COUNTED_MAX };
}

function beginning({ sort, order }: Pick<Walk, 'sort' | 'order'>): Place {
  if (order === 'asc') return { value: sort === 'number' ? '' : -1, id: '' };
  return {
    value: sort === 'number' ? BEHIND_DIGITS : Number.MAX_SAFE_INTEGER,
    id: BEHIND_IDS,
  };
}

function placeOf(text: string, sort: Walk['sort']): Place | undefined {
  const [, value, id] = /^([0-9a-f]{1,200})_([^\p{Control}]{1,255})$/u.exec(text) ?? [];
  if (value === undefined || id === undefined) return undefined;
  if (sort === 'number') return { value, id };
  return /^\d{1,16}$/.test(value) ? { value: Number(value), id } : undefined;
}
