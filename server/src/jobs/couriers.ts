import { findShop } from '../access/find-shop.ts';
import { bringPhoto } from '../backoffice/imports/bring-photo.ts';
import { processMessage } from '../connect/integrations/process-message.ts';
import { sendVoucher } from '../connect/integrations/send-voucher.ts';
import { deliverMessage } from '../connect/webhooks/deliver-message.ts';
import { sendAnswer } from '../content/questions/send-answer.ts';
import { sendAddressCode, sendReviewRequest } from '../content/reviews/send-request.ts';
import type { Deps } from '../deps.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import type { Couriers, Delivery } from '../platform/outbox/deliver-due.ts';
import type { OutboxRow } from '../platform/store/rows.ts';

/** Who delivers what leaves. What a closed shop had to say waits until it is open again. */
export const COURIERS: Couriers = {
  reviewRequest: whileOpen(sendReviewRequest),
  addressCode: whileOpen(sendAddressCode),
  importedPhoto: whileOpen(bringPhoto),
  answerToQuestion: whileOpen(sendAnswer),
  platformMessage: whileOpen(processMessage),
  platformVoucher: whileOpen(sendVoucher),
  webhook: whileOpen(deliverMessage),
};

type Courier<Payload> = (deps: Deps, row: OutboxRow, payload: Payload) => Promise<Delivery>;

function whileOpen<Payload>(courier: Courier<Payload>): Courier<Payload> {
  return async (deps, row, payload) => {
    const shop = await findShop(deps, row.shopId);
    if (shop?.closedAt != null) return { kind: 'later', at: deps.clock.now() + DAY_MS };
    return courier(deps, row, payload);
  };
}
