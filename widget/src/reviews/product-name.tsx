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

/** What a product is called in the reader's language. */
export const nameOfProduct = ({ words }: AppModel, of: Named): string =>
  words.localize(of.product?.title ?? { und: of.title ?? of.productId });

/** What a product is called in the reader's language, with its picture and a way to it where they are told. */
export const productName = (model: AppModel, of: Named): JSX.Element => {
  const { url, imageUrl } = of.product ?? {};
  const shown = (
    <>
      {imageUrl && <img src={imageUrl} alt="" width={40} />} {nameOfProduct(model, of)}
    </>
  );
  return url ? <a href={url}>{shown}</a> : shown;
};
