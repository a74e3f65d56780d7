import type { Deps } from '../deps.ts';
import type { ArrivedOrder } from '../orders/maturity-rules.ts';
import { addToOutbox } from '../outbox/add-row.ts';
import type { ShopRow } from '../store/rows.ts';
import type { Tx } from '../store/store.ts';
import { askedFrom, isAsked } from './purchase-rules.ts';
import { settingsOf } from './settings.ts';

/** What a request by e-mail is known by: one for each order and each reminder. */
const requestId = (orderId: string, step: number): string => `review-request:${step}:${orderId}`;

/** Plans a request, or its next reminder. */
export const planStep = (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; orderId: string; step: number; dueAt: number },
): Promise<unknown> => {
  const { shop, orderId, step, dueAt } = input;
  const payload = { kind: 'reviewRequest', orderId, step } as const;
  return addToOutbox(deps, tx, { shop, id: requestId(orderId, step), payload, dueAt });
};

/**
 * Plans to ask for reviews of an order that has arrived, where the shop asks by e-mail.
 * Everything is looked at again when the time comes.
 */
export const planRequest = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; order: ArrivedOrder },
): Promise<void> => {
  const { shop, order } = input;
  const settings = settingsOf(shop);
  if (deps.mail === null || !settings.byEmail || !isAsked(order.id, settings)) return;
  await planStep(deps, tx, { shop, orderId: order.id, step: 0, dueAt: askedFrom(order, settings) });
};
