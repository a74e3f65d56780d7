import type { ReadUsages } from '../ledger/usages.ts';
import type { Refusal } from '@okaeri/shared/errors';
import { orderState, type OrderAnswer } from '@okaeri/shared/orders';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { lockShopper } from '../ledger/queries.ts';
import { saveBook } from '../ledger/save-book.ts';
import { loadProgram } from '../program/load-program.ts';
import { openShopperBook, resolveShopper } from '../shoppers/resolve-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { answerStored, orderLimits, toAnswer } from './answer-order.ts';
import { loadedOrder, setAwards, type LoadedOrder } from './rules/apply-order.ts';
import { PointsOutOfRangeError } from '../earning/points-rules.ts';
import type { PartAward } from '../earning/move-parts.ts';
import { NOBODY } from '../shoppers/shopper-context.ts';
import { followEarning } from '../games/follow-earning.ts';
import type { Tallies } from '../games/tally-rules.ts';
import { changeOwner, todaysProgram } from './change-owner.ts';
import {
  campaignTimesOf,
  updateProfileFromOrder,
  ownerContexts,
  talliesOf,
  withTallies,
} from './order-context.ts';
import { identityOf } from './identity.ts';
import { keepWords } from '../../platform/lib/left-out.ts';
import { moveDays } from './days/move-days.ts';
import { purchaseOf } from './rules/purchase-rules.ts';
import { lockOrder } from './rules/queries.ts';
import { lockTerms, saveOrder, type OrderInput, type OrderWork } from './save-order.ts';
import { compareStates, type StateMark } from '../../platform/lib/newest-state-rules.ts';
import { tellFollowers } from './tell-followers.ts';
import type { OrderRow } from './tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

export type PutOrderOutcome =
  | { readonly ok: OrderAnswer; readonly created: boolean }
  | { readonly refused: Refusal };

/** Takes an order within a write that knows more of it, such as a platform's refunds. */
export const putOrderWithin = async (
  deps: Deps,
  tx: Tx,
  input: OrderInput,
): Promise<PutOrderOutcome> => {
  const updatedAt = Date.parse(input.state.updatedAt);
  const { body, warnings } = keepWords(input.body, input.state);
  const kept = { ...input, body };
  const outcome = await putOnce({ deps, tx, input: kept, now: nowOf(deps, input.shop), updatedAt });
  if ('refused' in outcome || warnings.length === 0) return outcome;
  const { ok } = outcome;
  return { ...outcome, ok: { ...ok, warnings: [...ok.warnings, ...warnings] } };
};

/**
 * Takes the full present state of an order and moves its points to what that
 * state implies. Safe to call any number of times and in any order.
 */
export const putOrder = async (deps: Deps, input: OrderInput): Promise<PutOrderOutcome> => {
  try {
    return await deps.store.write((tx) => putOrderWithin(deps, tx, input));
  } catch (error) {
    if (error instanceof PointsOutOfRangeError)
      return { refused: { code: 'pointsOutOfRange', detail: error.message } };
    throw error;
  }
};

async function putOnce(work: OrderWork): Promise<PutOrderOutcome> {
  const { tx, input, updatedAt } = work;
  const key = { shopId: input.shop.id, id: input.orderId };
  for (;;) {
    const known = await first(tx, lockOrder, key);
    if (known && known.currency !== input.state.currency) {
      const detail = `The order is in ${known.currency} and stays so.`;
      return { refused: { code: 'currencyChanged', detail } };
    }
    const standing = compareStates(known && markOf(known, updatedAt), {
      updatedAt,
      body: input.body,
    });
    const isTie = standing === 'stale' && known?.updatedAt === updatedAt;
    const isNewer = standing === 'newer' || (isTie && input.settled === true);
    if (known && !isNewer) {
      const ok = await answerStored(work.deps, tx, known, {
        now: work.now,
        stale: standing === 'stale',
      });
      return { ok, created: false };
    }
    const outcome = await applyNewer(work, known);
    // Another process inserted the order a moment ago: look again, its row can be locked now.
    if (outcome !== 'outrun') return outcome;
  }
}

/** What is stored, and on a tie as it would be kept today: an older release kept texts as they came. */
function markOf({ updatedAt, state }: OrderRow, arriving: number): StateMark {
  if (updatedAt !== arriving) return { updatedAt, body: state };
  const read = orderState.safeParse(state);
  return { updatedAt, body: read.success ? keepWords(state, read.data).body : state };
}

async function applyNewer(
  work: OrderWork,
  known: OrderRow | undefined,
): Promise<PutOrderOutcome | 'outrun'> {
  const { deps, tx, input, now } = work;
  const { shop, state } = input;
  const { version, quotedAt, warnings } = known
    ? { version: known.programVersion, quotedAt: undefined, warnings: [] }
    : lockTerms(work);
  const document = await loadProgram(deps, tx, { shopId: shop.id, version });
  const who = identityOf(input);
  const shopper = input.sameOwner
    ? await ownerOf(tx, known)
    : await resolveShopper(deps, tx, { shopId: shop.id, who, now });
  const found = await ownerContexts(tx, { known, shopper, document, now, quotedAt });
  const context = (shopper && found[shopper.id]) ?? NOBODY;
  const toShopRate = known ? known.toShopRate : (state.toShopRate ?? null);
  const order = loadedOrder({
    id: input.orderId,
    state,
    document,
    programVersion: version,
    isNew: known === undefined,
    who: context,
    toShopRate,
    campaignTimes: campaignTimesOf(state, context),
  });
  const today = await todaysProgram(work);
  const before = (shopper && known?.shopperId === shopper.id && context.tallies) || {};
  const tallies = { before, after: talliesOf(order, today.document) };
  const contexts = withTallies(found, known, shopper, tallies.after);
  const { rates } = document;
  const purchase = purchaseOf(state, toShopRate, { ...today.document, rates });
  const saved = { programVersion: version, contexts, shopper, purchase };
  if ((await saveOrder(work, known, saved)) === 'outrun') return 'outrun';
  const owner = await changeOwner(work, known, order, shopper);
  await moveDays(tx, shop.id, known, { ...purchase, shopperId: shopper?.id ?? null });
  const moved = owner && (await award(work, order, owner, tallies));
  const theirWarnings = await tellFollowers(work, known, { owner, document });
  const ok = toAnswer({
    order,
    awards: moved?.awards,
    shopperId: state.shopper?.id ?? null,
    stale: false,
    limits: await orderLimits(tx, order, {
      shopId: shop.id,
      shopperId: owner?.id ?? null,
      now,
      ...(moved && { read: moved.read }),
    }),
    warnings: [...warnings, ...theirWarnings],
  });
  const { points } = ok;
  const data = { orderId: input.orderId, points };
  tx.emit({ shopId: shop.id, type: 'order.recorded', shopperId: owner?.id ?? null, data });
  return { ok, created: known === undefined };
}

async function ownerOf(tx: Tx, known: OrderRow | undefined): Promise<ShopperRow | undefined> {
  return known?.shopperId == null
    ? undefined
    : first(tx, lockShopper, { shopId: known.shopId, shopperId: known.shopperId });
}

async function award(
  work: OrderWork,
  order: LoadedOrder,
  shopper: ShopperRow,
  tallies: { before: Tallies; after: Tallies },
): Promise<{ awards: readonly PartAward[]; read: ReadUsages }> {
  const { tx, input, now } = work;
  const program = await todaysProgram(work);
  const bonus = input.imported !== true;
  const open = await openShopperBook(tx, { shopper, program, now, bonus });
  const counts = order.target.counts.orders > 0;
  updateProfileFromOrder(
    open,
    { state: order.state, isNew: order.isNew, counts },
    program.document,
  );
  const awards = await setAwards(tx, open, order);
  const at = Date.parse(order.state.placedAt);
  const { secretKey } = work.deps;
  for (const follower of work.deps.orderFollowers) await follower.post?.(tx, open, order);
  await followEarning(tx, open, program, { ...tallies, at, order, secretKey });
  await saveBook(tx, open);
  return { awards, read: open.usages };
}
