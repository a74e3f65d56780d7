import type { AdjustmentAnswer, AdjustmentInput } from '@okaeri/shared/shoppers';
import type { ShopRow } from '../../access/tables.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { adjustInBook } from '../../loyalty/adjustments/adjust-in-book.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { lockNamed } from '../../loyalty/shoppers/lock-shopper.ts';
import { newId } from '../../platform/lib/ids.ts';
import { answerOnce, type Answer, type Answered } from '../../platform/store/answer-once.ts';

/** Gives or takes points by hand, with a reason; the same key again changes nothing. */
export const adjustPoints = (
  deps: Deps,
  input: {
    shop: ShopRow;
    externalId: string;
    body: AdjustmentInput;
    idempotencyKey: string;
    /** The line of the log about it, which says who did it; the adjustment is named after it. */
    actId?: string | undefined;
  },
): Promise<Answered<AdjustmentAnswer>> =>
  deps.store.write(async (tx): Promise<Answered<AdjustmentAnswer>> => {
    const { shop, externalId, body } = input;
    const shopper = await lockNamed(tx, { shopId: shop.id, externalId });
    if (shopper === undefined)
      return { refused: { code: 'unknownShopper', detail: 'No such shopper.' }, hit: false };
    const request = {
      shopId: shop.id,
      principal: shopper.id,
      route: 'adjustments',
      key: input.idempotencyKey,
      body,
      now: deps.clock.now(),
    };
    return answerOnce(tx, request, async (): Promise<Answer<AdjustmentAnswer>> => {
      const { document, version } = await currentProgram(deps, tx, shop);
      const open = await openBook(tx, shopper, nowOf(deps, shop));
      const { actId = newId() } = input;
      const order = { ...body, id: `adj_${actId}`, note: body.note ?? null, batchId: null };
      const done = await adjustInBook(tx, open, { document, version }, order);
      return 'refused' in done ? done : { status: 201, body: done.ok };
    });
  });
