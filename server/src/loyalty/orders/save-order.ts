import type { OrderState, OrderWarning } from '@okaeri/shared/orders';
import type { Deps } from '../../deps.ts';
import type { Tx } from '../../platform/store/store.ts';
import { withoutPerson } from './forget-owner.ts';
import { insertOrder, updateOrder } from './rules/queries.ts';
import { listedAs } from './rules/list-rules.ts';
import { arrivalOf } from './rules/maturity-rules.ts';
import type { Purchase } from './rules/purchase-rules.ts';
import { promiseOfQuote } from './rules/quote-rules.ts';
import type { OrderRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { ShopperRow } from '../ledger/account-tables.ts';

/** A state of an order as it came. */
export interface OrderInput {
  readonly shop: ShopRow;
  readonly orderId: string;
  readonly state: OrderState;
  /** The body as it came: it is kept, and its canonical form settles ties. */
  readonly body: unknown;
  /** Imported history enrols without a sign-up bonus (semantics, rule 5). */
  readonly imported?: boolean;
  /** The caller has settled which of two states of one instant is the newer: this one. */
  readonly settled?: boolean;
  /** Made of the stored state: the order stays with whom it belongs to, also where no name is left. */
  readonly sameOwner?: boolean;
  /** What the shopper is called is known from something newer: the order's name and address are not taken for theirs. */
  readonly isOldName?: boolean;
}

/** A state of an order that is about to be taken, within one write. */
export interface OrderWork {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly input: OrderInput;
  readonly now: number;
  readonly updatedAt: number;
}

/** Which promises an order is held to. */
export interface LockedTerms {
  readonly version: number;
  readonly quotedAt: number | undefined;
  readonly warnings: readonly OrderWarning[];
}

/** The programme version of a new order: the quote's, when it carries one that holds (semantics, rule 23). */
export const lockTerms = (work: OrderWork): LockedTerms => {
  const { deps, input } = work;
  const current = { version: input.shop.programVersion, quotedAt: undefined, warnings: [] };
  if (input.state.quoteId == null) return current;
  const promise = promiseOfQuote(input.state.quoteId, {
    secretKey: deps.secretKey,
    shopId: input.shop.id,
    at: Date.parse(input.state.placedAt),
  });
  if (promise !== undefined) return { ...promise, warnings: [] };
  const message = 'The quote is not known or had expired; the programme of today was used.';
  return { ...current, warnings: [{ code: 'quoteUnknown', path: 'quoteId', message }] };
};

/** Keeps the newest state. `outrun` when another process has inserted the order meanwhile. */
export const saveOrder = async (
  work: OrderWork,
  known: OrderRow | undefined,
  order: Pick<OrderRow, 'programVersion' | 'contexts'> & {
    shopper: ShopperRow | undefined;
    purchase: Purchase;
  },
): Promise<'saved' | 'outrun'> => {
  const { tx, input, updatedAt } = work;
  const { contexts, purchase } = order;
  // Of somebody who was erased, nothing is kept that would name them again.
  const state = order.shopper?.erasedAt == null ? input.body : withoutPerson(input.body);
  const listed = listedAs(input.orderId, input.state);
  const common = {
    shopId: input.shop.id,
    id: input.orderId,
    updatedAt,
    state,
    ...listed,
    ...purchase,
  };
  const shopperId = order.shopper?.id ?? null;
  const arrivedAt = arrivalOf(input.state);
  if (known !== undefined) {
    await tx.run(updateOrder, { ...common, shopperId, contexts, arrivedAt });
    return 'saved';
  }
  const inserted = await tx.run(insertOrder, {
    ...common,
    shopperId,
    contexts,
    arrivedAt,
    currency: input.state.currency,
    toShopRate: input.state.toShopRate ?? null,
    programVersion: order.programVersion,
    version: 1,
  });
  return inserted.length > 0 ? 'saved' : 'outrun';
};
