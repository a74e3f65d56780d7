import type { CodeList, CodesQuery, ListedCode } from '@okaeri/shared/code-lists';
import { COUNTED_MAX, type Counted } from '@okaeri/shared/list-parts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { FIRST_CURSOR, parseListCursor } from '../../platform/lib/list-cursor.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { shopperNamed } from '../orders/list-shop-orders.ts';
import { loadProgram } from '../program/load-program.ts';
import { findRef } from '../shoppers/shopper-ref.ts';
import type { RedemptionRow } from '../ledger/account-tables.ts';
import { codeDigest } from './code-rules.ts';
import { countCodesBy, selectCodesBy } from './list-queries.ts';
import { selectRedemption, selectRedemptionByCode } from './queries.ts';
import { toRedemption } from './redemption-view.ts';

/** What a list of codes is asked for. */
export type CodesAsked = Omit<CodesQuery, 'counted'> & { readonly counted: boolean };

const NONE: CodeList = { items: [], nextCursor: null, total: { count: 0, isMore: false } };
/** Codes of one shopper that are gone through to find those in a state. */
const LOOKED_AT_ONCE = 200;

/**
 * What shoppers of a shop have taken, by when; or the one code that is searched for. Undefined where the
 * cursor is none of this list's.
 */
export const listCodes = (
  deps: Deps,
  shop: ShopRow,
  asked: CodesAsked,
): Promise<CodeList | undefined> =>
  deps.store.read(async (tx): Promise<CodeList | undefined> => {
    if (asked.search !== undefined && asked.search !== '')
      return findCode(deps, tx, shop, asked.search);
    const { state, shopperId: externalId, order, limit, cursor } = asked;
    const owner = externalId === undefined ? undefined : await findRef(tx, shop.id, { externalId });
    if (externalId !== undefined && owner === undefined) return NONE;
    const through = owner !== undefined ? 'shopper' : state !== undefined ? 'state' : 'all';
    const start = order === 'asc' ? FIRST_CURSOR.oldest : { ...FIRST_CURSOR.newest, id: '~' };
    const after = cursor === undefined ? start : parseListCursor(cursor);
    if (after === undefined) return undefined;
    const of = { shopId: shop.id, state: state ?? '', shopperId: owner?.id ?? '' };
    const isLeft = through === 'shopper' && state !== undefined;
    const atOnce = isLeft ? LOOKED_AT_ONCE : limit + 1;
    const found = await tx.run(selectCodesBy(through, order), { ...of, ...after, limit: atOnce });
    const passing = isLeft ? found.filter((row) => row.state === state) : found;
    const rows = passing.slice(0, limit);
    const last = passing.length > limit ? rows.at(-1) : isLeft ? found[atOnce - 1] : undefined;
    const items: ListedCode[] = [];
    for (const row of rows) items.push(await listedCode(deps, tx, row));
    return {
      items,
      nextCursor: last === undefined ? null : `${last.createdAt}_${last.id}`,
      total: asked.counted ? await count(tx, through, of) : null,
    };
  });

/** A reward somebody has taken, in one line. */
export const listedCode = async (deps: Deps, tx: Tx, row: RedemptionRow): Promise<ListedCode> => {
  const { shopId, programVersion: version } = row;
  const document = await loadProgram(deps, tx, { shopId, version });
  const reward = document.rewards.find(({ id }) => id === row.rewardId);
  return {
    ...toRedemption(row, reward),
    shopper: await shopperNamed(tx, shopId, row.shopperId),
    rewardName: reward?.name ?? null,
  };
};

async function findCode(deps: Deps, tx: Tx, shop: ShopRow, typed: string): Promise<CodeList> {
  const digest = codeDigest(shop.id, typed);
  const byCode = await first(tx, selectRedemptionByCode, { shopId: shop.id, codeDigest: digest });
  const row =
    byCode?.redemption ?? (await first(tx, selectRedemption, { shopId: shop.id, id: typed }));
  if (row === undefined) return NONE;
  return {
    items: [await listedCode(deps, tx, row)],
    nextCursor: null,
    total: { count: 1, isMore: false },
  };
}

async function count(
  tx: Tx,
  through: keyof typeof countCodesBy,
  of: { shopId: string; state: string; shopperId: string },
): Promise<Counted> {
  const [found] = await tx.run(countCodesBy[through], { ...of, limit: COUNTED_MAX + 1 });
  const total = found?.total ?? 0;
  return { count: Math.min(total, COUNTED_MAX), isMore: total > COUNTED_MAX };
}
