import type { Lot } from '@okaeri/shared/affairs';
import { toIso } from '../../platform/lib/clock.ts';
import type { Tx } from '../../platform/store/store.ts';
import { expiresAt } from './book-rules.ts';
import { selectLots } from './lot-queries.ts';
import { awardFromRow, type OpenBook } from './open-book.ts';

/** The lots a shopper has points in, what can be spent first before the rest. What has fallen due is counted. */
export const listLots = async (tx: Tx, open: OpenBook, limit: number): Promise<Lot[]> => {
  const { shopId, id: shopperId } = open.shopper;
  const found = await tx.run(selectLots, { shopId, shopperId, limit });
  return found.flatMap((row): Lot[] => {
    // What was due has been settled in the book, and not in the row.
    const award = open.book.awards.get(row.id) ?? awardFromRow(row);
    if (award.lotPoints <= 0) return [];
    return [
      {
        points: award.lotPoints,
        state: award.matured ? 'available' : 'pending',
        source: { kind: row.sourceKind, id: row.sourceId },
        matureAt: award.matured ? null : toIso(award.matureAt),
        expireAt: toIso(expiresAt(award, open.book.activeAt)),
      },
    ];
  });
};
