import type { JSX } from 'preact';
import type { ReviewForm, ReviewPrompt } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { nameOfProduct } from './product-name.tsx';

/** What was bought and when, with its picture where it is told. */
export const BoughtProduct = (props: {
  model: AppModel;
  of: ReviewForm | ReviewPrompt;
}): JSX.Element => {
  const { model, of } = props;
  const { say, day } = model.words;
  const picture = of.product?.imageUrl;
  return (
    <>
      {picture && <img src={picture} alt="" width={44} height={44} />}
      <span class="row-text">
        <span class="row-title">{nameOfProduct(model, of)}</span>
        {of.boughtAt && (
          <span class="quiet-text">{say('boughtOn', { day: day(of.boughtAt) })}</span>
        )}
      </span>
    </>
  );
};
