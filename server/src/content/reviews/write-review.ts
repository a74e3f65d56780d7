import type { Refusal } from '@okaeri/shared/errors';
import type { OwnReview, ReviewInput } from '@okaeri/shared/reviews';
import { isProven } from '../../access/proof-of-work.ts';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import type { OpenBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import { DAY_MS } from '../../platform/lib/clock.ts';
import { newId } from '../../platform/lib/ids.ts';
import { currentProgram, type ProgramVersion } from '../../loyalty/program/load-program.ts';
import { openShopperBook } from '../../loyalty/shoppers/resolve-shopper.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import {
  enterAuthor,
  notYet,
  purchaseOf,
  type ReviewerContext,
} from '../moderation/find-author.ts';
import { findPurchase, isInsider, getOrCreateOffer } from './load-review.ts';
import { claimPhotos, type ClaimedPhotos } from './claim-photos.ts';
import { selectReviewBy, selectReviewsBy, selectSameText } from './queries.ts';
import { toOwn } from './review-view.ts';
import { editedReview, newReview, type Draft } from './review-rules.ts';
import { factsOfReview, moveReviewPoints, saveReview } from './save-review.ts';
import { signalReview } from './signal-review.ts';
import { settingsOf } from './settings.ts';
import { spamOf } from '../moderation/spam-rules.ts';
import { digestOfText, foldWords, REVIEWS_PER_DAY, signalsOf } from '../moderation/signal-rules.ts';
import type { ReviewRow } from './tables.ts';
import type { ShopRow } from '../../access/tables.ts';

export type ReviewOutcome =
  | { readonly ok: OwnReview; readonly created: boolean }
  | { readonly refused: Refusal };

interface Writing {
  readonly deps: Deps;
  readonly tx: Tx;
  readonly shop: ShopRow;
  readonly open: OpenBook;
  readonly program: ProgramVersion;
  readonly now: number;
  /** Work was done for it. */
  readonly isProven: boolean;
}

const NOT_A_BUYER = {
  refused: {
    code: 'notABuyer',
    detail: 'There is no order of yours with this product that has arrived and was kept.',
  },
} as const;

/** The name below a review when none is chosen: the first one, as people sign. */
export const firstNameOf = (name: string | null): string => name?.split(/\s/)[0] ?? '';

/**
 * Takes the present state of a shopper's review of a product: a new one, an edit, or the
 * same again, which changes nothing.
 */
export const writeReview = (
  deps: Deps,
  input: ReviewerContext & { productId: string; review: ReviewInput },
): Promise<ReviewOutcome> => {
  // Asked once: a write may be tried again, and a challenge is good once.
  const proven = isProven(deps, input.shop, input.review.proof);
  return deps.store.write(async (tx): Promise<ReviewOutcome> => {
    const { shop } = input;
    const refused = notYet(input);
    if (refused !== undefined) return { refused };
    const now = nowOf(deps, shop);
    const { document, version } = await currentProgram(deps, tx, shop);
    const program = { document, version };
    const entered = await enterAuthor(deps, tx, { ...input, now });
    if ('refused' in entered) return entered;
    const shopper = entered.ok;
    if (shopper.status === 'blocked')
      return { refused: { code: 'shopperBlocked', detail: 'Blocked shoppers write nothing.' } };
    const open = await openShopperBook(tx, { shopper, program, now, bonus: true });
    const writing = { deps, tx, shop, open, program, now, isProven: proven };
    const outcome = await write(writing, input.productId, input);
    if ('ok' in outcome) await saveBook(tx, open);
    return outcome;
  });
};

async function write(
  writing: Writing,
  productId: string,
  { review: input, ...asker }: ReviewerContext & { review: ReviewInput },
): Promise<ReviewOutcome> {
  const { deps, tx, shop, open, program, now } = writing;
  const settings = settingsOf(shop);
  const subject = { shopper: open.shopper, productId };
  const key = { shopId: shop.id, shopperId: open.shopper.id, productId };
  const known = (await first(tx, selectReviewBy, key)) ?? null;
  const asked = { ...purchaseOf({ ...asker, orderId: input.orderId ?? null }), now };
  const orderId = known?.orderId ?? (await findPurchase(tx, subject, asked));
  if (orderId === null && (asked.onlyThis || settings.from === 'buyers')) return NOT_A_BUYER;
  const id = known?.id ?? newId();
  const photos = await claimPhotos(tx, { ...key, reviewId: id, photoIds: input.photoIds });
  if ('refused' in photos) return photos;
  const draft = await draftOf(writing, { id, input, photos: photos.ok, orderId });
  const insider = isInsider(open.shopper, settings);
  const asOf = { program, settings, now, isFinal: true };
  const row: ReviewRow =
    known === null
      ? newReview(draft, {
          ...key,
          id,
          insider,
          offer: await getOrCreateOffer(tx, subject, asOf),
        })
      : editedReview(known, draft);
  await saveReview(tx, known, row);
  await signalReview(deps, tx, { shop, after: row, now });
  await moveReviewPoints(deps, tx, open, { review: factsOfReview(row), program });
  return { ok: toOwn(row, photos.ok.rows), created: known === null };
}

/** The review as it is to be, looked at for what a person should see first. */
async function draftOf(
  writing: Writing,
  known: { id: string; input: ReviewInput; photos: ClaimedPhotos; orderId: string | null },
): Promise<Draft> {
  const { tx, open, now } = writing;
  const { id, input, photos, orderId } = known;
  const title = input.title ?? null;
  const name = input.name ?? firstNameOf(open.shopper.name);
  const folded = foldWords([title ?? '', input.body].join('\n').trim());
  const textDigest = digestOfText(folded);
  const same = await first(tx, selectSameText, { shopId: open.shopper.shopId, textDigest, id });
  const signals = signalsOf({
    title,
    name,
    body: input.body,
    textKnown: same !== undefined,
    photoKnown: photos.known,
    writtenToday: await writtenToday(writing, id),
    languages: settingsOf(writing.shop).languages,
    ...spamOf(open.shopper, { website: input.website, isProven: writing.isProven }),
  });
  const { rating, body, attributes } = input;
  const language = input.language ?? null;
  const words = { rating, title, body, language, name, attributes, folded, textDigest };
  return { ...words, orderId, signals, photos: photos.rows.length, now };
}

async function writtenToday({ tx, open, now }: Writing, id: string): Promise<number> {
  const { shopId, id: shopperId } = open.shopper;
  const limit = REVIEWS_PER_DAY + 1;
  const latest = await tx.run(selectReviewsBy, { shopId, shopperId, limit });
  return latest.filter((row) => row.id !== id && row.createdAt > now - DAY_MS).length;
}
