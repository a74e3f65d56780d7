import { z } from 'zod';

/** What rules, rewards and questions can be about. */
const seenKind = z.enum(['product', 'collection', 'tag']);
export type SeenKind = z.infer<typeof seenKind>;

/** `?kind=&search=` of `GET /v1/orders/seen`. */
export const seenQuery = z.object({
  kind: seenKind,
  search: z.string().max(100).default(''),
});

/** A product, a collection or a tag that was in orders, or is in the catalog. */
export interface SeenItem {
  readonly id: string;
  /** Null where nobody has told of a name. */
  readonly title: string | null;
  readonly imageUrl: string | null;
  /** In how many of the orders that were looked at. */
  readonly orders: number;
}
