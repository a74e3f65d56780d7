import { stringify, type Options } from 'csv-stringify/sync';
import type { PublicReview } from '@okaeri/shared/reviews';
import type { Deps } from '../../deps.ts';
import {
  exportRow,
  GOOGLE_TAIL,
  googleHead,
  googleReview,
  metaRow,
  type FeedShop,
} from './feed-rules.ts';
import { toPublic } from './review-view.ts';
import { walkPublished } from './walk-reviews.ts';
import type { ShopRow } from '../../access/tables.ts';

// What begins like a formula is one to a spreadsheet; quoted with an apostrophe it is text
// (https://owasp.org/www-community/attacks/CSV_Injection).
const SAFE = { escape_formulas: true } as const satisfies Options;

/** Every published review as Google's feed, always whole: what is left out is taken for deleted. */
export async function* googleFeed(
  deps: Deps,
  shop: ShopRow,
  productUrl: string,
): AsyncGenerator<string> {
  const feed = feedOf(deps, shop, productUrl);
  yield googleHead(feed);
  for await (const review of published(deps, shop))
    if (review.importedFrom === null) yield googleReview(review, feed);
  yield GOOGLE_TAIL;
}

/** Every published review as Meta's feed. */
export const metaFeed = (deps: Deps, shop: ShopRow, productUrl: string): AsyncGenerator<string> => {
  const feed = feedOf(deps, shop, productUrl);
  return asCsv(mapped(published(deps, shop), (review) => metaRow(review, feed)));
};

/** Every published review in a table of the shop's own. */
export const exportCsv = (deps: Deps, shop: ShopRow): AsyncGenerator<string> =>
  asCsv(mapped(published(deps, shop), (review) => exportRow(review, deps.publicUrl)));

function feedOf({ publicUrl }: Deps, { name }: ShopRow, productUrl: string): FeedShop {
  return {
    name,
    productUrl,
    publicUrl,
  };
}

async function* published(deps: Deps, shop: ShopRow): AsyncGenerator<PublicReview> {
  for await (const { row, photos } of walkPublished(deps, shop.id)) yield toPublic(row, photos);
}

async function* asCsv(
  rows: AsyncIterable<Readonly<Record<string, string>>>,
): AsyncGenerator<string> {
  let first = true;
  for await (const row of rows) {
    yield stringify([row], { ...SAFE, header: first });
    first = false;
  }
}

async function* mapped<T>(
  reviews: AsyncIterable<PublicReview>,
  map: (review: PublicReview) => T,
): AsyncGenerator<T> {
  for await (const review of reviews) yield map(review);
}
