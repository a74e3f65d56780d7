import { z } from 'zod';
import type { FieldError, ProblemCode } from './errors.ts';
import {
  idKept,
  idsKept,
  instantKept,
  lineUpTo,
  recordKept,
  tagsKept,
  urlKept,
  wordsUpTo,
} from './kept-values.ts';
import { LIMITS } from './limits.ts';
import { currency, id, instant, locale, moneyMinor } from './values.ts';
import type { FieldWarning } from './warnings.ts';

/** The same text in languages. `und` is a text whose language nobody has said. */
const texts = <Text extends z.ZodType<string>>(text: Text) =>
  recordKept(locale, text, LIMITS.productLanguagesMax);

/** What one piece costs, by currency. */
const prices = recordKept(currency, moneyMinor, LIMITS.productCurrenciesMax).catch({}).default({});

/** One form of a product that can be bought: a size, a colour. */
const productVariant = z.strictObject({
  id,
  available: z.boolean().default(true),
  /** Where a currency is left out, the product's price holds. */
  prices,
});

/** The full present state of a product: the body of `PUT /v1/products/{productId}`. */
export const productState = z.strictObject({
  updatedAt: instant,
  title: texts(lineUpTo(LIMITS.textLengthMax)).refine(
    (all) => Object.keys(all).length > 0,
    'must be a text in one language at least',
  ),
  /** Where it can be seen and bought. */
  url: urlKept,
  imageUrl: urlKept,
  prices,
  /** Whether it can be bought now. */
  available: z.boolean().default(true),
  /** How many pieces one order may have; null for any number. */
  quantityMax: z.int().min(1).max(LIMITS.quantityMax).nullish().catch(null),
  /** Markets it is sold in; none for every one. */
  markets: idsKept(LIMITS.listMax),
  tags: tagsKept.default([]),
  collectionIds: idsKept(LIMITS.tagsMax),
  publishedAt: instantKept,
  /** The product that is sold in its place. */
  replacedById: idKept,
  /** How to use it and take care of it. */
  careText: texts(wordsUpTo(LIMITS.careTextMax)).nullish().catch(null),
  variants: z
    .array(productVariant)
    .max(LIMITS.variantsPerProductMax)
    .refine(
      (variants) => new Set(variants.map((one) => one.id)).size === variants.length,
      'must have ids of their own',
    )
    .default([]),
});
export type ProductState = z.output<typeof productState>;
/** The same as a backend writes it: what has a usual value may be left out. */
export type ProductRequest = z.input<typeof productState>;

/** A product as it stands: `GET /v1/products/{productId}`. */
export const productDocument = productState.extend({ productId: id });
export type Product = z.output<typeof productDocument>;

/** One state of many, with whose it is, as a backend writes it. */
export type BatchedProduct = z.input<typeof productDocument>;

/** States of many products: the body of `POST /v1/products/batch`. */
export const productBatch = z.strictObject({
  products: z.array(productDocument).max(LIMITS.productBatchMax),
});

/** The same with states that are read one by one, so that a bad one keeps no other out. */
export const productBatchInput = z.strictObject({
  products: z.array(z.unknown()).max(LIMITS.productBatchMax),
});

/** The answer to `PUT /v1/products/{productId}`. */
export interface ProductAnswer {
  readonly productId: string;
  /** True when a newer state was already known, or that the product was taken out, so that nothing changed. */
  readonly stale: boolean;
  readonly warnings: readonly FieldWarning[];
}

/** The answer to one state of many. */
export interface ProductBatchItem {
  /** Null where what was sent has no id. */
  readonly productId: string | null;
  readonly stale: boolean;
  readonly warnings: readonly FieldWarning[];
  /** Why it was not taken; null where it was. */
  readonly error: ProductBatchError | null;
}

/** Why one state of many was not taken: as a problem says it. */
interface ProductBatchError {
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors: readonly FieldError[];
}

/** `?updatedAt=` of `DELETE /v1/products/{productId}`: when it was taken out; now where it is not said. */
export const productDeletion = z.object({ updatedAt: instant.optional() });

/** What shoppers see of a product: what it is called, in the languages it is known in, and where it is. */
export interface NamedProduct {
  readonly title: Readonly<Record<string, string>>;
  readonly url: string | null;
  readonly imageUrl: string | null;
}
