import type { WebhookType } from '@okaeri/shared/webhooks';
import { isoOf } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import type { Holding, Posting } from './book-rules.ts';
import type { OpenBook } from './open-book.ts';

/** The event of each kind of posting; what only counts has none. */
const TYPES: Readonly<Record<Posting['kind'], WebhookType | null>> = {
  earn: 'points.earned',
  mature: 'points.matured',
  clawback: 'points.reversed',
  redeem: 'points.held',
  use: 'points.used',
  release: 'points.released',
  expire: 'points.expired',
  adjust: 'points.adjusted',
  merge: 'points.merged',
  count: null,
};

/** Emits the event of a posting that moved points of a shopper's. */
export const emitPosting = (
  tx: Tx,
  open: OpenBook,
  { posting, sequence }: { posting: Posting; sequence: number },
): void => {
  const type = TYPES[posting.kind];
  const { pending, available, held } = posting.entries;
  if (type === null || (pending === 0 && available === 0 && held === 0)) return;
  const { shopId, id: shopperId } = open.shopper;
  const source = posting.awardId === null ? undefined : open.awardRows.get(posting.awardId);
  const { account } = open.book;
  tx.emit({
    shopId,
    type,
    shopperId,
    data: {
      transactionId: `tx_${shopperId}_${sequence}`,
      moved: { pending, available, held },
      source: source === undefined ? null : { kind: source.sourceKind, id: source.sourceId },
      redemptionId: posting.redemptionId,
      effectiveAt: isoOf(posting.effectiveAt),
      balance: { pending: account.pending, available: account.available, held: account.held },
    },
  });
};

/** What has become of a redemption, where that has an event. */
const STATES: Readonly<Record<Holding['state'], WebhookType | null>> = {
  held: null,
  issued: 'voucher.issued',
  used: 'voucher.used',
  releasing: null,
  released: 'voucher.released',
  expired: 'voucher.expired',
};

/** Emits the event of what has become of a redemption. */
export const emitHolding = (tx: Tx, open: OpenBook, holding: Holding): void => {
  const { shopId, id: shopperId } = open.shopper;
  const type = STATES[holding.state];
  const data = { redemptionId: holding.id, points: holding.points };
  if (type !== null) tx.emit({ shopId, type, shopperId, data });
};
