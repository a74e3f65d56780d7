import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { isoOf } from '../../platform/lib/clock.ts';
import { currentProgram } from '../program/load-program.ts';
import { seedOf } from './draw-rules.ts';
import { selectDraws } from './queries.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Draws shown at once. */
const DRAWS_MAX = 1000;

/** The draws of a gift; once it has ended, with the seed they can all be drawn from again. */
export interface DrawAudit {
  readonly seed: string | null;
  readonly items: readonly {
    readonly orderId: string;
    readonly drawn: number;
    readonly won: boolean;
    readonly drawnAt: string;
  }[];
}

/** Lays a gift's draws open; undefined when the programme has no such gift. */
export const auditDraws = (
  deps: Deps,
  shop: ShopRow,
  giftId: string,
): Promise<DrawAudit | undefined> =>
  deps.store.read(async (tx) => {
    const { document } = await currentProgram(deps, tx, shop);
    const gift = document.gifts.find(({ id }) => id === giftId);
    if (gift === undefined) return undefined;
    const rows = await tx.run(selectDraws, { shopId: shop.id, giftId, limit: DRAWS_MAX });
    const ended = Date.parse(gift.until) <= nowOf(deps, shop);
    return {
      seed: ended ? seedOf(deps.secretKey, { shopId: shop.id, giftId }) : null,
      items: rows.map(({ orderId, drawn, won, drawnAt }) => ({
        orderId,
        drawn,
        won,
        drawnAt: isoOf(drawnAt),
      })),
    };
  });
