import type { Reader } from '@okaeri/client/reader';
import type { ProductPosts } from '@okaeri/shared/questions';

/** How near reviews are to be for their first page to be asked for with the stars above them. */
const NEAR_PX = 200;
/** How long a first page tells the stars, and how long it may wait to be shown: something may be written meanwhile. */
const KEPT_MS = 60_000;
const SHOWN_WITHIN_MS = 10_000;

type Place = 'reviews' | 'questions';

interface Kept {
  readonly askedMs: number;
  readonly posts: Promise<ProductPosts>;
  /** Who has shown it: whoever is drawn anew after that may have written something meanwhile. */
  readonly shown: Set<Place>;
}

const known = new WeakMap<Reader, Map<string, Kept>>();

const placeOf = (name: Place, productId: string): Element | null =>
  document.querySelector(`okaeri-${name}[product-id="${CSS.escape(productId)}"]`);

/**
 * The first page of reviews and of questions, in one request, where the page has both of a product: whoever needs it
 * first asks for it. Null where it has only one of them.
 */
export const askPosts = (
  reader: Reader,
  productId: string,
  by?: Place,
): Promise<ProductPosts> | null => {
  if (!placeOf('reviews', productId) || !placeOf('questions', productId)) return null;
  const kept = known.get(reader) ?? new Map<string, Kept>();
  known.set(reader, kept);
  let page = kept.get(productId);
  const askedMs = performance.now();
  const keptMs = by ? SHOWN_WITHIN_MS : KEPT_MS;
  if (!page || askedMs - page.askedMs > keptMs || (by && page.shown.has(by))) {
    page = { askedMs, posts: reader.posts(productId), shown: new Set() };
    kept.set(productId, page);
    page.posts.catch(() => kept.delete(productId));
  }
  if (by) page.shown.add(by);
  return page.posts;
};

/** The same, where the reviews are in view or nearly, so that nothing is asked for that nobody comes to. */
export const askNearPosts = (reader: Reader, productId: string): Promise<ProductPosts> | null => {
  const place = placeOf('reviews', productId)?.getBoundingClientRect();
  return place && place.top < innerHeight + NEAR_PX ? askPosts(reader, productId) : null;
};
