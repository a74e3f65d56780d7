import type { Deps } from '../../deps.ts';
import { canonicalJson, sha256 } from '../../platform/lib/digest.ts';
import { putOrderWithin } from '../../loyalty/orders/put-order.ts';
import { lockOrderState } from '../../loyalty/orders/read-order.ts';
import { isErased } from '../../loyalty/shoppers/lock-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { UnreadableMessageError, type OrderSnapshot } from './contract/platform-event-rules.ts';
import {
  lockPlatformOrder,
  touchPlatformCustomer,
  touchPlatformOrder,
  updatePlatformOrder,
} from './queries.ts';
import { withoutRefunds, withRefunds } from './contract/refund-rules.ts';
import { compareSnapshots, DELETED, rankOf, breaksTie } from './snapshot-order-rules.ts';
import type { PlatformRefund, PlatformRefunds } from './contract/documents.ts';
import type { PlatformOrderRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/**
 * `ask`: the platform is asked. `digest`: the greater one counts, so that every order of deliveries
 * ends alike. `arrival`: the later to come, of a platform that sends what is so when it sends.
 */
export type OnTie = 'ask' | 'digest' | 'arrival';

/** News of one order: a snapshot of it, a refund that came by itself, or that it is no more. */
export interface OrderUpdate {
  readonly shop: ShopRow;
  readonly orderId: string;
  readonly snapshot?: OrderSnapshot;
  readonly isGone?: true;
  readonly refund?: { readonly id: string; readonly refund: PlatformRefund };
  /** How it is settled where two tellings of one second differ. */
  readonly onTie: OnTie;
}

/** What came of it. `waiting`: a refund of an order that has not come yet. `tie`: ask the platform. */
export type IngestedOrder = 'taken' | 'nothingNew' | 'waiting' | 'tie';

/**
 * Takes what a platform sends of an order. Snapshots and refunds come in any order and any number
 * of times: the newest snapshot is the order, every refund counts once, and what comes of them is
 * always the same.
 *
 * @throws UnreadableMessageError when the order cannot be taken as it is
 */
export const ingestOrderUpdate = (deps: Deps, news: OrderUpdate): Promise<IngestedOrder> => {
  const { snapshot } = news;
  const digest =
    snapshot === undefined
      ? ''
      : sha256(canonicalJson({ state: snapshot.state, refunds: snapshot.refunds }));
  return deps.store.write((tx) => take(deps, tx, news, digest));
};

const take = async (
  deps: Deps,
  tx: Tx,
  news: OrderUpdate,
  digest: string,
): Promise<IngestedOrder> => {
  const { shop, orderId, snapshot } = news;
  const key = { shopId: shop.id, id: orderId };
  const row = await lockKnown(tx, key);
  const newer = isNewer(row, news, digest);
  if (newer === 'tie') return 'tie';
  const { told, isNew } = withTold(row.told, news.refund);
  const isGone = news.isGone === true && row.digest !== DELETED;
  if (!newer && !isNew && !isGone) return 'nothingNew';
  const fresh = newer && snapshot !== undefined;
  const listed = fresh ? snapshot.refunds : row.listed;
  const known = fresh
    ? { toldAt: snapshot.toldAt, rank: rankOf(snapshot, deps.clock.now()), digest }
    : { ...row, ...(isGone && { rank: 0, digest: DELETED }) };
  const { toldAt, rank } = known;
  await tx.run(updatePlatformOrder, { ...key, toldAt, rank, digest: known.digest, listed, told });
  // The same again, asked for this time: nothing about the order has changed.
  if (fresh && digest === row.digest && !isNew) return 'nothingNew';
  const stored = fresh ? undefined : await lockOrderState(tx, key);
  const base = fresh ? snapshot.state : stored && withoutRefunds(stored);
  if (base === undefined) return 'waiting';
  const full = withRefunds(base, { ...told, ...listed });
  const cancelledAt = new Date(deps.clock.now()).toISOString();
  const state = known.digest === DELETED ? { ...full, cancelledAt } : full;
  const isOldName = fresh && !(await isNewestName(deps, tx, shop, snapshot));
  const outcome = await putOrderWithin(deps, tx, {
    shop,
    orderId,
    state,
    body: state,
    settled: true,
    sameOwner: !fresh,
    isOldName,
  });
  // Nothing of it is kept: it is sent anew when the order can be taken.
  if ('refused' in outcome) throw new UnreadableMessageError(outcome.refused.detail);
  return 'taken';
};

async function lockKnown(tx: Tx, key: { shopId: string; id: string }): Promise<PlatformOrderRow> {
  const blank = { ...key, toldAt: 0, rank: 0, digest: '', listed: {}, told: {} };
  await tx.run(touchPlatformOrder, blank);
  const row = await first(tx, lockPlatformOrder, key);
  if (row === undefined) throw new Error('A row was put in and is not there.');
  return row;
}

function isNewer(row: PlatformOrderRow, news: OrderUpdate, digest: string): boolean | 'tie' {
  const { snapshot } = news;
  if (snapshot === undefined) return false;
  const standing = compareSnapshots(row, { ...snapshot, digest });
  if (standing !== 'tie') return standing === 'newer';
  if (news.onTie === 'ask') return 'tie';
  return news.onTie === 'arrival' || breaksTie(row, { digest });
}

function withTold(
  told: PlatformRefunds,
  news: OrderUpdate['refund'],
): { told: PlatformRefunds; isNew: boolean } {
  if (news === undefined) return { told, isNew: false };
  const known = told[news.id];
  const [was, is] = [known, news.refund].map((one) => canonicalJson(one ?? null));
  if (was === is) return { told, isNew: false };
  // Of two tellings of one refund the later counts, and of two of one time one, whichever comes first.
  const { at } = news.refund;
  const isLess =
    known !== undefined && (known.at > at || (known.at === at && (was ?? '') > (is ?? '')));
  if (isLess) return { told, isNew: false };
  return { told: { ...told, [news.id]: news.refund }, isNew: true };
}

/** Whether nothing newer is known of what the customer is called: messages of customers and of orders come in any order. */
async function isNewestName(
  deps: Deps,
  tx: Tx,
  shop: ShopRow,
  snapshot: OrderSnapshot,
): Promise<boolean> {
  const id = snapshot.state.shopper?.id;
  // A person who was erased is called nothing, and is not written down again.
  if (id == null || (await isErased(deps, tx, { shopId: shop.id, kind: 'id', value: id })))
    return true;
  const naming = { shopId: shop.id, id, toldAt: snapshot.namedAt };
  return (await tx.run(touchPlatformCustomer, naming)).length > 0;
}
