import type { Deps } from '../../deps.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Tx } from '../../platform/store/store.ts';
import { planTouch } from '../../loyalty/contacts/plan-touch.ts';
import type { WantedTouch } from '../../loyalty/contacts/touch-types.ts';
import { ASKED_FOR_MS, askedFrom, isAsked } from './purchase-rules.ts';
import { settingsOf } from './settings.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Plans a request, or its next reminder. */
export const planStep = async (
  deps: Deps,
  tx: Tx,
  input: {
    shop: ShopRow;
    order: Pick<ArrivedOrder, 'id' | 'arrivedAt'>;
    /** Whose the order is; null while it is nobody's. */
    shopperId: string | null;
    step: number;
    dueAt: number;
    now: number;
  },
): Promise<unknown> => {
  const { shop, order, shopperId, step, dueAt, now } = input;
  const { id: orderId } = order;
  if (shopperId !== null) {
    const wanted = requestTouch({ order, step, dueAt });
    await planTouch(deps, tx, { shop, shopperId, wanted, now });
  }
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
  input: { shop: ShopRow; order: ArrivedOrder; shopperId: string | null; now: number },
): Promise<void> => {
  const { shop, order, shopperId, now } = input;
  const settings = settingsOf(shop);
  if (deps.mail === null || !settings.byEmail || !isAsked(order.id, settings)) return;
  const dueAt = askedFrom(order, settings);
  if (dueAt < now - REQUEST_LATE_MS) return;
  await planStep(deps, tx, { shop, order, shopperId, step: 0, dueAt, now });
};

/** What makes a request the same touch as another: one for each order and reminder. */
export const requestKey = (of: { orderId: string; step: number }): string =>
  `reviewRequest:${subjectOf(of)}`;

/** The touch a request is. */
export const requestTouch = (of: {
  order: Pick<ArrivedOrder, 'id' | 'arrivedAt'>;
  step: number;
  dueAt: number;
}): WantedTouch => {
  const { order, step, dueAt } = of;
  const asked = { orderId: order.id, step };
  return {
    key: requestKey(asked),
    kind: 'reviewRequest',
    channel: 'email',
    subject: subjectOf(asked),
    dueAt,
    validUntil: order.arrivedAt + ASKED_FOR_MS,
  };
};

function subjectOf({ orderId, step }: { orderId: string; step: number }): string {
  return step === 0 ? orderId : `${orderId} ${step}`;
}

/** What a request by e-mail is known by: one for each order and each reminder. */
function requestId(orderId: string, step: number): string {
  return `review-request:${step}:${orderId}`;
}
