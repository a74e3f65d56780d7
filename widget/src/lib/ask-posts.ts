import type { Reader } from '@okaeri/client/reader';
import type { ProductPosts } from '@okaeri/shared/questions';

/** How near reviews are to be for their first page to be asked for with the stars above them. */
const NEAR_PX = 200;
/** How long a first page stays what it was; afterwards it is asked for anew. */
const KEPT_MS = 60_000;

interface Kept {
  readonly askedMs: number;
  readonly posts: Promise<ProductPosts>;
}

const known = new WeakMap<Reader, Map<string, Kept>>();

const placeOf = (name: 'reviews' | 'questions', productId: string): Element | null =>
  document.querySelector(`okaeri-${name}[product-id="${CSS.escape(productId)}"]`);

/**
 * The first page of reviews and of questions, in one request, where the page has both of a product: whoever needs it
 * first asks for it. Null where it has only one of them.
 */
export const askPosts = (reader: Reader, productId: string): Promise<ProductPosts> | null => {
  if (!placeOf('reviews', productId) || !placeOf('questions', productId)) return null;
  const kept = known.get(reader) ?? new Map<string, Kept>();
  known.set(reader, kept);
  const before = kept.get(productId);
  const askedMs = performance.now();
  if (before && askedMs - before.askedMs < KEPT_MS) return before.posts;
  const posts = reader.posts(productId);
  kept.set(productId, { askedMs, posts });
  posts.catch(() => kept.delete(productId));
  return posts;
};

/** The same, where the reviews are in view or nearly, so that nothing is asked for that nobody comes to. */
export const askNearPosts = (reader: Reader, productId: string): Promise<ProductPosts> | null => {
  const place = placeOf('reviews', productId)?.getBoundingClientRect();
  return place && place.top < innerHeight + NEAR_PX ? askPosts(reader, productId) : null;
};
