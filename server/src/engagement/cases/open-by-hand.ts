import type { CaseDetail, CaseInput } from '@okaeri/shared/cases';
import type { Actor } from '../../access/ability-rules.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import { findOrderOf } from '../../loyalty/orders/arrived-orders.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';
import { hearShopper } from './hear-shopper.ts';
import { detailOf } from './read-cases.ts';
import { byOf } from './write-entry.ts';

/** Somebody of the shop opens a case; if one is open about the same order, it is noted there. */
export const openByHand = (
  deps: Deps,
  input: { shop: ShopRow; body: CaseInput; actor: Actor; idempotencyKey: string },
): Promise<Answered<CaseDetail>> =>
  deps.store.write(async (tx): Promise<Answered<CaseDetail>> => {
    const { shop, body, actor, idempotencyKey: key } = input;
    const named = { shopId: shop.id, externalId: body.shopperId };
    const shopper = await lockNamed(tx, named);
    if (shopper === undefined)
      return {
        refused: { code: 'unknownShopper', detail: 'The shop has no shopper of this id.' },
        hit: false,
      };
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: 'cases',
      key,
      body,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<CaseDetail>> => {
      const now = nowOf(deps, shop);
      const { orderId, reason, severity, text } = body;
      const entry = { by: byOf(actor), kind: 'note', note: text, data: { reason } } as const;
      const shopperId = shopper.id;
      const about = { shopId: shop.id, shopperId, orderId: orderId ?? '' };
      if (orderId !== null && (await findOrderOf(tx, about)) === undefined)
        return { refused: { code: 'unknownOrder', detail: `They have no order "${orderId}".` } };
      const heard = { shop, shopperId, orderId, reason, severity, entry, now };
      const row = await hearShopper(deps, tx, heard);
      if (row === undefined)
        return {
          refused: { code: 'caseState', detail: 'The open case has no room for more entries.' },
        };
      return { status: 201, body: await detailOf(tx, row, now) };
    });
  });
