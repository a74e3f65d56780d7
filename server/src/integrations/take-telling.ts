import type { Deps } from '../deps.ts';
import { canonicalJson, sha256 } from '../lib/digest.ts';
import { lockOrderState, putOrderWithin } from '../orders/put-order.ts';
import type { PlatformRefund, PlatformRefunds } from '../store/documents.ts';
import type { PlatformOrderRow, ShopRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { UnreadableMessageError, type OrderTelling } from './meaning-rules.ts';
import { lockPlatformOrder, touchPlatformOrder, updatePlatformOrder } from './queries.ts';
import { withoutRefunds, withRefunds } from './refund-rules.ts';
import { compareTellings, rankOf, winsTie } from './telling-rules.ts';

/** News of one order: a telling of it, or a refund that came by itself. */
export interface OrderNews {
  readonly shop: ShopRow;
  readonly orderId: string;
  readonly telling?: OrderTelling;
  readonly refund?: { readonly id: string; readonly refund: PlatformRefund };
  /** Whether the platform can be asked where two tellings of one second differ. */
  readonly canAsk: boolean;
}

/** What came of it. `waiting`: a refund of an order nobody has told of yet. `tie`: ask the platform. */
export type Taken = 'taken' | 'nothingNew' | 'waiting' | 'tie';

const lockKnown = async (
  tx: Tx,
  key: { shopId: string; id: string },
): Promise<PlatformOrderRow> => {
  const blank = { ...key, toldAt: 0, rank: 0, digest: '', listed: {}, told: {} };
  await tx.run(touchPlatformOrder, blank);
  const row = await first(tx, lockPlatformOrder, key);
  if (row === undefined) throw new Error('A row was put in and is not there.');
  return row;
};

const withTold = (
  told: PlatformRefunds,
  news: OrderNews['refund'],
): { told: PlatformRefunds; isNew: boolean } => {
  if (news === undefined) return { told, isNew: false };
  const known = told[news.id];
  const [was, is] = [known, news.refund].map((one) => canonicalJson(one ?? null));
  // Of two tellings of one refund, one counts, whichever comes first.
  if (was === is || (known !== undefined && (was ?? '') > (is ?? '')))
    return { told, isNew: false };
  return { told: { ...told, [news.id]: news.refund }, isNew: true };
};

const isNewer = (row: PlatformOrderRow, news: OrderNews, digest: string): boolean | 'tie' => {
  const { telling } = news;
  if (telling === undefined) return false;
  const standing = compareTellings(row, { ...telling, digest });
  if (standing !== 'tie') return standing === 'newer';
  return news.canAsk ? 'tie' : winsTie(row, { digest });
};

const take = async (deps: Deps, tx: Tx, news: OrderNews, digest: string): Promise<Taken> => {
  const { shop, orderId, telling } = news;
  const key = { shopId: shop.id, id: orderId };
  const row = await lockKnown(tx, key);
  const newer = isNewer(row, news, digest);
  if (newer === 'tie') return 'tie';
  const { told, isNew } = withTold(row.told, news.refund);
  if (!newer && !isNew) return 'nothingNew';
  const fresh = newer && telling !== undefined;
  const listed = fresh ? telling.refunds : row.listed;
  const known = fresh
    ? { toldAt: telling.toldAt, rank: rankOf(telling, deps.clock.now()), digest }
    : row;
  const { toldAt, rank } = known;
  await tx.run(updatePlatformOrder, { ...key, toldAt, rank, digest: known.digest, listed, told });
  const stored = fresh ? undefined : await lockOrderState(tx, key);
  const base = fresh ? telling.state : stored && withoutRefunds(stored);
  if (base === undefined) return 'waiting';
  const state = withRefunds(base, { ...told, ...listed });
  const outcome = await putOrderWithin(deps, tx, {
    shop,
    orderId,
    state,
    body: state,
    settled: true,
    sameOwner: !fresh,
  });
  // Nothing of it is kept: it is told anew when the order can be taken.
  if ('refused' in outcome) throw new UnreadableMessageError(outcome.refused.detail);
  return 'taken';
};

/**
 * Takes what a platform tells of an order. Tellings and refunds come in any order and any number
 * of times: the newest telling is the order, every refund counts once, and what comes of them is
 * always the same.
 *
 * @throws UnreadableMessageError when the order cannot be taken as it is
 */
export const takeNews = (deps: Deps, news: OrderNews): Promise<Taken> => {
  const { telling } = news;
  const digest =
    telling === undefined
      ? ''
      : sha256(canonicalJson({ state: telling.state, refunds: telling.refunds }));
  return deps.store.write((tx) => take(deps, tx, news, digest));
};
