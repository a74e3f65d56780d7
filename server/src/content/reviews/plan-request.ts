import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Tx } from '../../platform/store/store.ts';
import { askedFrom, isAsked } from './purchase-rules.ts';
import { settingsOf } from './settings.ts';
import type { ShopRow } from '../../access/tables.ts';

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

/** A request that comes later than this after its time is a surprise: of a history that is sent at once, few are asked about. */
const REQUEST_LATE_MS = 30 * DAY_MS;

/**
 * Plans to ask for reviews of an order that has arrived, where the shop asks by e-mail.
 * Everything is looked at again when the time comes.
 */
export const planRequest = async (
  deps: Deps,
  tx: Tx,
  input: { shop: ShopRow; order: ArrivedOrder; now: number },
): Promise<void> => {
  const { shop, order, now } = input;
  const settings = settingsOf(shop);
  if (deps.mail === null || !settings.byEmail || !isAsked(order.id, settings)) return;
  const dueAt = askedFrom(order, settings);
  if (dueAt < now - REQUEST_LATE_MS) return;
  await planStep(deps, tx, { shop, orderId: order.id, step: 0, dueAt });
};

/** What a request by e-mail is known by: one for each order and each reminder. */
function requestId(orderId: string, step: number): string {
  return `review-request:${step}:${orderId}`;
}
