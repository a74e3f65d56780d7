import type { Outcome } from '../../platform/lib/outcome.ts';
import type { Refusal } from '@okaeri/shared/errors';
import type { ListedReview, MyReviews, OwnReview, ReviewForm } from '@okaeri/shared/reviews';
import { nowOf } from '../../access/shop-clock.ts';
import type { Deps } from '../../deps.ts';
import { openBook } from '../../loyalty/ledger/open-book.ts';
import { saveBook } from '../../loyalty/ledger/save-book.ts';
import type { ArrivedOrder } from '../../loyalty/orders/rules/maturity-rules.ts';
import { currentProgram } from '../../loyalty/program/load-program.ts';
import { first, type Tx } from '../../platform/store/store.ts';
import { loadPhotos } from './claim-photos.ts';
import {
  enterAuthor,
  findOwner,
  lockAuthor,
  notYet,
  purchaseOf,
  type ReviewerContext,
} from '../moderation/find-author.ts';
import { findPurchase, getOrCreateOffer, loadArrivedOrders } from './load-review.ts';
import { shownOffer } from './offer-rules.ts';
import { loadShownProducts, withNames } from './name-products.ts';
import { promptsOf } from './purchase-rules.ts';
import { selectReviewBy, selectReviewsBy } from './queries.ts';
import { toOwn } from './review-view.ts';
import { factsOfReview, moveReviewPoints, saveReview } from './save-review.ts';
import { signalReview } from './signal-review.ts';
import { settingsOf } from './settings.ts';
import { firstNameOf } from './write-review.ts';
import type { ReviewRow } from './tables.ts';
import type { ShopperRow } from '../../loyalty/ledger/account-tables.ts';

/** Reviews of one's own that are listed. */
const OWN_MAX = 20;

/** What one may be asked about now, and what one has written. */
export const readMyReviews = (deps: Deps, asker: ReviewerContext): Promise<Outcome<MyReviews>> =>
  deps.store.read(async (tx): Promise<Outcome<MyReviews>> => {
    const { shop, writer } = asker;
    const found = await findOwner(deps, tx, asker);
    if ('refused' in found) return found;
    const shopper = found.ok;
    if (shopper === undefined || shopper.status === 'blocked')
      return { ok: { prompts: [], reviews: [] } };
    const now = nowOf(deps, shop);
    const { shopId, id: shopperId } = shopper;
    const written = await tx.run(selectReviewsBy, { shopId, shopperId, limit: OWN_MAX });
    const standing = written.filter(({ state }) => state !== 'removed');
    const orders = await loadArrivedOrders(tx, shopper, now);
    const reviewed = new Set(written.map(({ productId }) => productId));
    const known = { reviewed, settings: settingsOf(shop), now };
    const { link } = writer;
    // A link is about one order, and shows nothing else to anyone who holds it.
    const asked = link ? orders.filter(({ id }) => id === link.orderId) : orders;
    const prompts = await withNames(tx, shopper, promptsOf(asked, known));
    const reviews: ListedReview[] = [];
    if (link?.confirmed === false) return { ok: { prompts, reviews } };
    const ids = standing.map(({ productId }) => productId);
    const shown = await loadShownProducts(tx, shopper, ids);
    for (const row of standing) {
      const boughtAs = purchaseIn(orders, row.productId)?.title ?? null;
      const { title: productTitle, product } = shown(row.productId, boughtAs);
      reviews.push({ ...(await ownOf(tx, row)), productTitle, product });
    }
    return { ok: { prompts, reviews } };
  });

/**
 * Opens the form for a product: what is offered is shown, and from now on a fact. A
 * product one has not bought is refused where only buyers may write.
 */
export const openReview = (
  deps: Deps,
  input: ReviewerContext & { productId: string; orderId: string | null },
): Promise<Outcome<ReviewForm>> =>
  deps.store.write(async (tx): Promise<Outcome<ReviewForm>> => {
    const { shop, writer, productId } = input;
    const now = nowOf(deps, shop);
    const entered = await enterAuthor(deps, tx, { ...input, now });
    if ('refused' in entered) return entered;
    const shopper = entered.ok;
    const settings = settingsOf(shop);
    const { document, version } = await currentProgram(deps, tx, shop);
    const subject = { shopper, productId };
    const key = { shopId: shop.id, shopperId: shopper.id, productId };
    const found = await first(tx, selectReviewBy, key);
    // What they wrote before is theirs alone to see.
    const known = writer.link?.confirmed === false ? undefined : found;
    const bought =
      known?.orderId ?? (await findPurchase(tx, subject, { ...purchaseOf(input), now }));
    if (bought === null && (writer.link !== undefined || settings.from === 'buyers'))
      return { refused: { code: 'notABuyer', detail: 'Only buyers of the product review it.' } };
    const program = { document, version };
    // What stands keeps what it was written for: nothing new is promised for it.
    const offer = found
      ? found.offer
      : await getOrCreateOffer(tx, subject, { program, settings, now });
    const shown = await loadShownProducts(tx, shopper, [productId]);
    const purchase = purchaseIn(await loadArrivedOrders(tx, shopper, now), productId);
    return {
      ok: {
        productId,
        boughtAt: purchase?.boughtAt ?? null,
        ...shown(productId, purchase?.title ?? null),
        offer: shownOffer(offer),
        attributes: settings.attributes.filter(
          ({ productIds }) => productIds.length === 0 || productIds.includes(productId),
        ),
        needsProof: shopper.orderCount <= 0,
        review: known === undefined || known.state === 'removed' ? null : await ownOf(tx, known),
        name:
          writer.link?.confirmed === false ? '' : firstNameOf(writer.claims?.name ?? shopper.name),
      },
    };
  });

const NO_REVIEW = {
  refused: { code: 'unknownReview', detail: 'You have no review of this product.' },
} as const;

/** Takes one's own review back, with what it earned. */
export const removeReview = (
  deps: Deps,
  input: ReviewerContext & { productId: string },
): Promise<Outcome<OwnReview>> =>
  withOwn(deps, input, async (tx, { row, shopper, now }) => {
    const { shop } = input;
    const after: ReviewRow = { ...row, state: 'removed', waitingSince: null, removedAt: now };
    await saveReview(tx, row, after);
    await signalReview(deps, tx, { shop, after, now });
    const { document, version } = await currentProgram(deps, tx, shop);
    const open = await openBook(tx, shopper, now);
    const review = factsOfReview(after);
    await moveReviewPoints(deps, tx, open, { review, program: { document, version } });
    await saveBook(tx, open);
    return after;
  });

/** Says why a withheld review should be shown: it is looked at again. */
export const appealReview = async (
  deps: Deps,
  input: ReviewerContext & { productId: string; text: string },
): Promise<Outcome<OwnReview>> => {
  let refused: Refusal | undefined;
  const outcome = await withOwn(deps, input, async (tx, { row, now }) => {
    const appealed = row.decisions.at(-1)?.kind === 'appealed';
    if (row.state !== 'withheld' || appealed) {
      const detail = appealed ? 'Your appeal is being looked at.' : 'The review is not withheld.';
      refused = { code: 'notAppealable', detail };
      return row;
    }
    const { text } = input;
    const decisions = [...row.decisions, { kind: 'appealed' as const, at: now, text }];
    const after: ReviewRow = { ...row, decisions, waitingSince: now };
    await saveReview(tx, row, after);
    return after;
  });
  return refused === undefined ? outcome : { refused };
};

/** What a product was called when it was bought last. */
/** The newest of these orders with the product in it: when it was placed, and what the product was called. */
function purchaseIn(
  orders: readonly ArrivedOrder[],
  productId: string,
): { readonly boughtAt: string; readonly title: string | null } | undefined {
  for (const { state } of orders) {
    const line = state.lines.find((one) => one.productId === productId);
    if (line !== undefined) return { boughtAt: state.placedAt, title: line.title ?? null };
  }
  return undefined;
}

async function ownOf(tx: Tx, row: ReviewRow): Promise<OwnReview> {
  return toOwn(row, await loadPhotos(tx, row.shopId, [row.id]));
}

/** Runs an act on one's own review, with the shopper locked. */
function withOwn(
  deps: Deps,
  input: ReviewerContext & { productId: string },
  act: (tx: Tx, own: { row: ReviewRow; shopper: ShopperRow; now: number }) => Promise<ReviewRow>,
): Promise<Outcome<OwnReview>> {
  return deps.store.write(async (tx): Promise<Outcome<OwnReview>> => {
    const { shop, productId } = input;
    const refused = notYet(input);
    if (refused !== undefined) return { refused };
    const shopper = await lockAuthor(deps, tx, input);
    if (shopper === undefined) return NO_REVIEW;
    const row = await first(tx, selectReviewBy, {
      shopId: shop.id,
      shopperId: shopper.id,
      productId,
    });
    if (row === undefined || row.state === 'removed') return NO_REVIEW;
    return { ok: await ownOf(tx, await act(tx, { row, shopper, now: nowOf(deps, shop) })) };
  });
}
