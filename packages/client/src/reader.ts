import { segmentOf } from '@okaeri/shared/paths';
import type { ProductPosts } from '@okaeri/shared/questions';
import type { ReviewSummary } from '@okaeri/shared/reviews';
import type { MeAndProgram, PublicProgram, QuoteRequest, Quotes } from '@okaeri/shared/storefront';
import type { Transport } from './transport.ts';

/** What every page view asks. Each call may throw `OkaeriError`. */
export interface Reader {
  program(): Promise<PublicProgram>;
  /** With the programme, where the one that is known is named, `''` for none, and is not that any more. */
  me(knownProgram?: string): Promise<MeAndProgram>;
  /** What each of several carts would earn, each by itself; up to fifty at once. */
  quotes(carts: readonly QuoteRequest[]): Promise<Quotes>;
  /** The stars of up to fifty products. */
  stars(productIds: readonly string[]): Promise<Readonly<Record<string, ReviewSummary>>>;
  /** The newest reviews of a product, and the newest questions about it. */
  posts(productId: string): Promise<ProductPosts>;
}

/** The questions of a page, without the acts. */
export const createReader = (request: Transport): Reader => ({
  program: () => request('/program'),
  me: (known) => request(known === undefined ? '/me' : `/me?program=${known}`, { personal: true }),
  quotes: (carts) => request('/quotes', { method: 'POST', body: { carts } }),
  posts: (productId) => request(`/products/${segmentOf(productId)}/posts`),
  stars: (productIds) => request(`/stars?ids=${productIds.map(encodeURIComponent).join()}`),
});
