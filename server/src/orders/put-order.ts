import type { Refusal } from '@okaeri/shared/errors';
import type { OrderAnswer, OrderState, OrderWarning } from '@okaeri/shared/orders';
import { nowOf } from '../access/shop-clock.ts';
import type { Deps } from '../deps.ts';
import { openBook } from '../ledger/open-book.ts';
import { saveBook } from '../ledger/save-book.ts';
import { loadProgram } from '../program/load-program.ts';
import { lockShopper } from '../ledger/queries.ts';
import {
  openShopperBook,
  resolveShopper,
  type ShopperIdentity,
} from '../shoppers/resolve-shopper.ts';
import type { OrderRow, ShopRow, ShopperRow } from '../store/rows.ts';
import { first, type Tx } from '../store/store.ts';
import { settleVouchers } from '../rewards/settle-vouchers.ts';
import { answerStored, toAnswer } from './answer-order.ts';
import { knownOrder, setAward, withdrawAward, type KnownOrder } from './apply-order.ts';
import { refundedInFull } from './money-rules.ts';
import { PointsOutOfRangeError } from './order-rules.ts';
import { insertOrder, lockOrder, updateOrder } from './queries.ts';
import { versionOfQuote } from './quote-rules.ts';
import { compareStates, readState } from './state-rules.ts';

export interface OrderInput {
  readonly shop: ShopRow;
  readonly orderId: string;
  readonly state: OrderState;
  /** The body as it came: it is kept, and its canonical form settles ties. */
  readonly body: unknown;
  /** Imported history enrols without a sign-up bonus (semantics, rule 5). */
  readonly imported?: boolean;
}

export type PutOrderOutcome =
  | { readonly ok: OrderAnswer; readonly created: boolean }
  | { readonly refused: Refusal };

const identityOf = (state: OrderState): ShopperIdentity => ({
  externalId: state.shopper?.id ?? null,
  email: state.shopper?.email ?? null,
  name: state.shopper?.name ?? null,
  locale: null,
});

interface Work {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly input: OrderInput;
  readonly now: number;
  readonly updatedAt: number;
}

/** The programme version of a new order: the quote's, when it carries one that holds (semantics, rule 23). */
const firstVersion = (work: Work): { version: number; warnings: readonly OrderWarning[] } => {
  const { deps, input } = work;
  const current = { version: input.shop.programVersion, warnings: [] };
  if (input.state.quoteId == null) return current;
  const placedAt = Date.parse(input.state.placedAt);
  const version = versionOfQuote(input.state.quoteId, {
    secretKey: deps.secretKey,
    shopId: input.shop.id,
    at: placedAt,
  });
  if (version !== undefined) return { version, warnings: [] };
  const message = 'The quote is not known or had expired; the programme of today was used.';
  return { ...current, warnings: [{ code: 'quoteUnknown', path: 'quoteId', message }] };
};

const saveOrder = async (
  work: Work,
  known: OrderRow | undefined,
  order: { programVersion: number; shopper: ShopperRow | undefined },
): Promise<'saved' | 'outrun'> => {
  const { tx, input, updatedAt } = work;
  const common = { shopId: input.shop.id, id: input.orderId, updatedAt, state: input.body };
  const shopperId = order.shopper?.id ?? null;
  if (known !== undefined) {
    await tx.run(updateOrder, { ...common, shopperId });
    return 'saved';
  }
  const inserted = await tx.run(insertOrder, {
    ...common,
    shopperId,
    currency: input.state.currency,
    toShopRate: input.state.toShopRate ?? null,
    programVersion: order.programVersion,
    version: 1,
  });
  return inserted.length > 0 ? 'saved' : 'outrun';
};

/** The shopper whom the order belonged to loses its award. */
const leaveFormerOwner = async (work: Work, known: OrderRow, order: KnownOrder): Promise<void> => {
  const { tx, input, now } = work;
  if (known.shopperId === null) return;
  const former = await first(tx, lockShopper, {
    shopId: input.shop.id,
    shopperId: known.shopperId,
  });
  if (former === undefined) return;
  const open = await openBook(tx, former, now);
  await withdrawAward(tx, open, order);
  await saveBook(tx, open);
};

const applyNewer = async (
  work: Work,
  known: OrderRow | undefined,
): Promise<PutOrderOutcome | 'outrun'> => {
  const { deps, tx, input, now } = work;
  const { shop, state } = input;
  const { version, warnings } = known
    ? { version: known.programVersion, warnings: [] }
    : firstVersion(work);
  const document = await loadProgram(deps, tx, { shopId: shop.id, version });
  const shopper = await resolveShopper(tx, { shopId: shop.id, who: identityOf(state), now });
  if ((await saveOrder(work, known, { programVersion: version, shopper })) === 'outrun')
    return 'outrun';
  const order = knownOrder({
    id: input.orderId,
    state,
    document,
    programVersion: version,
    isNew: known === undefined,
  });
  if (known && known.shopperId !== (shopper?.id ?? null))
    await leaveFormerOwner(work, known, order);
  let award;
  if (shopper !== undefined) {
    // An order keeps its programme version; joining happens under today's.
    const today = { shopId: shop.id, version: shop.programVersion };
    const program = { document: await loadProgram(deps, tx, today), version: today.version };
    const bonus = input.imported !== true;
    const open = await openShopperBook(tx, { shopper, program, now, bonus });
    award = await setAward(tx, open, order);
    await saveBook(tx, open);
  }
  const voucherWarnings = await settleVouchers(tx, {
    shopId: shop.id,
    orderId: input.orderId,
    state,
    former: known && readState(known.state),
    refundedInFull: refundedInFull(state),
    document,
    now,
  });
  return {
    ok: toAnswer({
      order,
      award,
      shopperId: state.shopper?.id ?? null,
      stale: false,
      warnings: [...warnings, ...voucherWarnings],
    }),
    created: known === undefined,
  };
};

const putOnce = async (work: Work): Promise<PutOrderOutcome> => {
  const { tx, input, updatedAt } = work;
  const key = { shopId: input.shop.id, id: input.orderId };
  for (;;) {
    const known = await first(tx, lockOrder, key);
    if (known && known.currency !== input.state.currency) {
      const detail = `The order is in ${known.currency} and stays so.`;
      return { refused: { code: 'currencyChanged', detail } };
    }
    const standing = compareStates(known && { updatedAt: known.updatedAt, body: known.state }, {
      updatedAt,
      body: input.body,
    });
    if (known && standing !== 'newer') {
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
};

/**
 * Takes the full present state of an order and moves its points to what that
 * state implies. Safe to call any number of times and in any order.
 */
export const putOrder = async (deps: Deps, input: OrderInput): Promise<PutOrderOutcome> => {
  const updatedAt = Date.parse(input.state.updatedAt);
  try {
    return await deps.store.write((tx) =>
      putOnce({ deps, tx, input, now: nowOf(deps, input.shop), updatedAt }),
    );
  } catch (error) {
    if (error instanceof PointsOutOfRangeError)
      return { refused: { code: 'pointsOutOfRange', detail: error.message } };
    throw error;
  }
};
