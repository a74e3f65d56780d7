import type { Deps } from '../../deps.ts';
import { addToOutbox } from '../../platform/outbox/add-row.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { OutboxPayload } from '../../platform/outbox/payloads.ts';
import type { ShopRow } from '../../access/tables.ts';

/** What a platform is to do with a code. */
export type VoucherTask = OutboxPayload<'platformVoucher'>['act'];

/**
 * Has the shop's platform make a redemption's code, delete it, or make it good for another use, once the write
 * that wants it so is committed. Where no platform is connected the shop's own backend sees to it
 * (`POST /v1/redemptions/{id}/fulfil`, `…/confirm-release`).
 */
export const requestVoucher = (
  deps: Deps,
  tx: Tx,
  order: { shop: ShopRow; redemptionId: string; act: VoucherTask; now: number },
): Promise<unknown> => {
  const { shop, redemptionId, act, now: dueAt } = order;
  const payload = { kind: 'platformVoucher', redemptionId, act } as const;
  // A code may be used and given back several times.
  const id = act === 'renew' ? `${act} ${redemptionId} ${dueAt}` : `${act} ${redemptionId}`;
  return addToOutbox(deps, tx, { shop, id, payload, dueAt });
};

declare module '../../platform/outbox/payloads.ts' {
  interface OutboxPayloads {
    /** A code to be made, deleted, or made good for another use, at the shop's platform. */
    platformVoucher: {
      readonly redemptionId: string;
      readonly act: 'make' | 'delete' | 'renew';
    };
  }
}
