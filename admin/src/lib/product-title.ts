import type { NamedProduct } from '@okaeri/shared/products';
import { language } from '../i18n/messages.ts';
import { noteProductNames } from './product-names.ts';

/** What a product is called in the console's language, else in English or the first it has; its id where nobody told. */
export const productTitle = (of: {
  readonly productId: string;
  readonly product: NamedProduct | null;
}): string => {
  const title = of.product?.title ?? {};
  return title[language.value] ?? title['en'] ?? Object.values(title)[0] ?? of.productId;
};

/** Remembers what the products of some rows are called, for what else names them. */
export const noteTitles = (rows: readonly Parameters<typeof productTitle>[0][]): void =>
  noteProductNames(
    rows.map((row) => ({ id: row.productId, title: row.product && productTitle(row) })),
  );
