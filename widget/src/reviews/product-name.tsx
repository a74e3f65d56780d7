import type { JSX } from 'preact';
import type { NamedProduct } from '@okaeri/shared/products';
import type { AppModel } from '../app/model.ts';

/** A product as answers about reviews name it. */
interface Named {
  readonly productId: string;
  /** What it was called when it was bought. */
  readonly title: string | null;
  readonly product: NamedProduct | null;
}

/** What a product is called: in the reader's language where it is told in it. */
export const productName = ({ words }: AppModel, { product, title, productId }: Named): string =>
  (product && words.localize(product.title)) || title || productId;

/** The same with its picture, and a way to it, where they are told. */
export const ProductName = ({ model, of }: { model: AppModel; of: Named }): JSX.Element => {
  const { url, imageUrl } = of.product ?? {};
  const name = productName(model, of);
  return (
    <>
      {imageUrl && <img class="product-picture" src={imageUrl} alt="" loading="lazy" />}
      {url ? <a href={url}>{name}</a> : name}
    </>
  );
};
