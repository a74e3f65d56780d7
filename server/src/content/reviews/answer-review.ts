import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { ReportInput } from '@okaeri/shared/reviews';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { addHelpful, addReports, deleteVote, insertReport, insertVote } from './answer-queries.ts';
import { lockReview, selectReview } from './queries.ts';
import { saveReview } from './save-review.ts';
import type { ReviewRow } from './tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';
import type { ShopRow } from '../../access/tables.ts';

/** Different readers whose reports bring a review before a person. It stays visible meanwhile. */
const REPORTS_TO_QUEUE = 3;

type Reader = { readonly shop: ShopRow; readonly shopper: ShopperRow; readonly reviewId: string };
type Answer = Outcome<{ helpful: number }>;

const OWN = {
  refused: { code: 'ownReview', detail: 'Others say whether your review helps.' },
} as const;

/** Says that a review helps, or no longer does. Saying it again changes nothing. */
export const voteReview = (deps: Deps, input: Reader & { helps: boolean }): Promise<Answer> =>
  withShown(deps, input, async (tx, row) => {
    const { shop, shopper, reviewId, helps } = input;
    const key = { shopId: shop.id, reviewId, shopperId: shopper.id };
    const changed = await (helps
      ? tx.run(insertVote, { ...key, at: nowOf(deps, shop) })
      : tx.run(deleteVote, key));
    const by = changed.length * (helps ? 1 : -1);
    if (by !== 0) await tx.run(addHelpful, { shopId: shop.id, id: reviewId, by });
    return { ok: { helpful: row.helpful + by } };
  });

/** Says that something is wrong with a review. It stays as it is until a person has looked. */
export const reportReview = (
  deps: Deps,
  input: Reader & { report: ReportInput },
): Promise<Outcome<{ reported: true }>> =>
  withShown(deps, input, async (tx) => {
    const { shop, shopper, reviewId, report } = input;
    const { reason, note = null } = report;
    const key = { shopId: shop.id, reviewId, shopperId: shopper.id };
    const at = nowOf(deps, shop);
    const added = await tx.run(insertReport, { ...key, reason, note, at });
    if (added.length > 0) await tx.run(addReports, { shopId: shop.id, id: reviewId });
    const row = await first(tx, lockReview, { shopId: shop.id, id: reviewId });
    if (row !== undefined && row.reports >= REPORTS_TO_QUEUE && !row.signals.includes('reported'))
      await saveReview(tx, row, {
        ...row,
        signals: [...row.signals, 'reported'],
        waitingSince: row.waitingSince ?? at,
      });
    return { ok: { reported: true as const } };
  });

function withShown<T>(
  deps: Deps,
  { shop, shopper, reviewId }: Reader,
  act: (tx: Tx, row: ReviewRow) => Promise<T>,
): Promise<T | { refused: Refusal }> {
  return deps.store.write(async (tx): Promise<T | { refused: Refusal }> => {
    const row = await first(tx, selectReview, { shopId: shop.id, id: reviewId });
    if (row?.state !== 'published') return unknownReview(reviewId);
    return row.shopperId === shopper.id ? OWN : act(tx, row);
  });
}

function unknownReview(reviewId: string): { refused: Refusal } {
  return {
    refused: { code: 'unknownReview', detail: `There is no review "${reviewId}".` },
  };
}
