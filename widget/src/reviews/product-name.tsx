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

/** What a product is called in the reader's language, with its picture and a way to it where they are told. */
export const productName = ({ words }: AppModel, of: Named): JSX.Element => {
  const { title, url, imageUrl } = of.product ?? {};
  const shown = (
    <>
      {imageUrl && <img src={imageUrl} alt="" width={40} />}{' '}
      {words.localize(title ?? { und: of.title ?? of.productId })}
    </>
  );
  return url ? <a href={url}>{shown}</a> : shown;
};
