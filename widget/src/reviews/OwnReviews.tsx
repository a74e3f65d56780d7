import type { JSX } from 'preact';
import type { ListedReview, OwnReview } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { REASONS } from '../ui/ReportChoice.tsx';
import { Stars } from '../ui/Stars.tsx';
import { Appeal } from './Appeal.tsx';
import { productName } from './product-name.tsx';
import type { WriteModel } from './write-model.ts';

interface Props {
  readonly model: AppModel;
  readonly writing: WriteModel;
}

/** Why a review is not shown, in the words of the list, and the way to have it looked at again. */
const Withheld = ({ model, writing, review }: Props & { review: OwnReview }): JSX.Element => {
  const { say } = model.words;
  const { decision } = review;
  const reason = say(REASONS[decision?.reason ?? 'other']);
  return (
    <div class="nudge stack">
      <p>
        {say('withheldFor', { reason })} {decision?.note}
      </p>
      <Appeal model={model} writing={writing} review={review} />
    </div>
  );
};

const Own = ({ model, writing, review }: Props & { review: ListedReview }): JSX.Element => {
  const { say, day } = model.words;
  return (
    <li class="card review">
      <h4>{productName(model, { ...review, title: review.productTitle })}</h4>
      <Stars rating={review.rating} label={say('stars', { count: review.rating })} />
      <p class="quiet-text">{day(review.createdAt)}</p>
      <p class="words" dir="auto">
        {review.body}
      </p>
      {review.state === 'queued' && <p class="quiet-text">{say('queued')}</p>}
      {review.state === 'withheld' && <Withheld model={model} writing={writing} review={review} />}
      <p class="acts">
        <button type="button" class="plain" onClick={() => void writing.open(review.productId)}>
          {say('change')}
        </button>
        <button type="button" class="plain" onClick={() => void writing.takeBack(review.productId)}>
          {say('takeBack')}
        </button>
      </p>
    </li>
  );
};

/** What the shopper has written, with where it stands and what may be done about it. */
export const OwnReviews = (props: Props & { reviews: readonly ListedReview[] }): JSX.Element => (
  <>
    <h4 class="section">{props.model.words.say('ownTitle')}</h4>
    <ul class="list">
      {props.reviews.map((review) => (
        <Own key={review.id} model={props.model} writing={props.writing} review={review} />
      ))}
    </ul>
  </>
);
