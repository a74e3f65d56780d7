import type { ProgramVersion } from '../program/load-program.ts';
import type { PartCap } from '../earning/cap-rules.ts';
import type { Gift } from '@okaeri/shared/play';
import { isFor } from '../earning/audience-rules.ts';
import { fixedPart } from '../earning/fixed-part-rules.ts';
import { moveParts } from '../earning/move-parts.ts';
import type { OpenBook } from '../ledger/open-book.ts';
import { contextOf } from '../shoppers/shopper-context.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { drawOf, seedOf } from './draw-rules.ts';
import type { PlayChange } from './play-change.ts';
import { insertDraw, selectDraw } from './queries.ts';
import { ORDER_TALLY } from './tally-rules.ts';

type GiftOrder = NonNullable<PlayChange['order']>;

/**
 * Draws the gifts that may come with an order, once, when it first counts; and
 * takes a gift back with its order. Every draw is kept, won or not.
 */
export const drawGifts = async (
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  change: PlayChange & { secretKey: Buffer },
): Promise<void> => {
  const { order } = change;
  const { gifts } = program.document;
  if (order === undefined || gifts.length === 0) return;
  const counts = (change.after[ORDER_TALLY] ?? 0) > 0;
  const { shopId, id: shopperId } = open.shopper;
  const who = await contextOf(tx, open.shopper, program.document, open.now);
  for (const gift of gifts) {
    const key = { shopId, giftId: gift.id, orderId: order.id };
    const known = order.isNew ? undefined : await first(tx, selectDraw, key);
    if (known?.won === true) {
      await give(tx, open, program, { gift, order, points: counts ? gift.points : 0 });
      continue;
    }
    const nowhere = { channel: null, market: null };
    if (known !== undefined || !counts || !isOpenFor(gift, order)) continue;
    if (!isFor(gift, who, nowhere)) continue;
    const drawn = drawOf(seedOf(change.secretKey, { shopId, giftId: gift.id }), order.id);
    const won = drawn < gift.probabilityPpm;
    await tx.run(insertDraw, { ...key, shopperId, drawn, won, drawnAt: open.now });
    if (won) await give(tx, open, program, { gift, order, points: gift.points });
  }
};

async function give(
  tx: Tx,
  open: OpenBook,
  program: ProgramVersion,
  step: { gift: Gift; order: GiftOrder; points: number },
): Promise<void> {
  const { gift, order, points } = step;
  const source = { document: program.document, programVersion: program.version };
  const at = Date.parse(order.state.placedAt);
  await moveParts(
    tx,
    open,
    {
      ...source,
      kind: 'gift',
      id: order.id,
      effectiveAt: open.now,
      neverSeen: false,
      counts: { countsPoints: false, spendMinor: 0, orders: 0 },
    },
    [
      fixedPart(source, {
        part: gift.id,
        points,
        at,
        matureAt: open.now,
        own: gift.expiry,
        caps: capsOf(gift),
        reason: points > 0 ? null : 'notReached',
      }),
    ],
  );
}

function isOpenFor(gift: Gift, order: GiftOrder): boolean {
  const at = Date.parse(order.state.placedAt);
  const minimum = gift.minimumBasket[order.state.currency];
  return (
    gift.enabled &&
    at >= Date.parse(gift.from) &&
    at < Date.parse(gift.until) &&
    (minimum === undefined || basketOf(order) >= minimum)
  );
}

function capsOf(gift: Gift): PartCap[] {
  return [
    {
      subject: `gift:${gift.id}`,
      cap: { count: gift.perShopperMax, every: 'lifetime' },
      shared: false,
    },
    {
      subject: `gift:${gift.id}`,
      cap: { points: gift.budgetPoints, every: 'lifetime' },
      shared: true,
    },
  ];
}

function basketOf({ state }: GiftOrder): number {
  return state.lines.reduce(
    (sum, line) => sum + Math.max(0, line.priceMinor * line.quantity - line.discountMinor),
    0,
  );
}
