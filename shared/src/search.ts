import { z } from 'zod';
import type { ListedCode } from './code-lists.ts';
import type { ShopperName } from './list-parts.ts';
import { LIMITS } from './limits.ts';
import { SEARCH_FROM } from './list-words.ts';
import type { ListedOrder } from './order-lists.ts';
import type { ListedShopper } from './shoppers.ts';
import { cleanLine } from './words.ts';

/** `GET /v1/search`: what of a shop goes by a name, a number or a code. */
export const searchQuery = z.object({
  q: z.string().overwrite(cleanLine).min(SEARCH_FROM).max(LIMITS.reviewSearchMax),
  /** Only one kind of thing: an order by its number, or a shopper. */
  kind: z.enum(['orders', 'shoppers']).optional(),
});
export type SearchQuery = z.output<typeof searchQuery>;

/** A review in a search. */
export interface FoundReview {
  readonly id: string;
  readonly productId: string;
  readonly title: string | null;
  readonly rating: number | null;
  readonly state: string;
  readonly shopper: ShopperName;
}

/** A few of each kind: orders, codes and reviews of the shoppers who were found are among them. */
export interface SearchAnswer {
  readonly shoppers: readonly ListedShopper[];
  readonly orders: readonly ListedOrder[];
  readonly codes: readonly ListedCode[];
  readonly reviews: readonly FoundReview[];
}
