import type { JSX } from 'preact';
import { useEffect, useMemo } from '../ui/hooks.ts';
import type { ListedReview, PublicReview } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { ForProduct } from '../ui/ForProduct.tsx';
import { Notice } from '../ui/Notice.tsx';
import { splitByLanguage } from './language-rules.ts';
import { Photos } from './Photos.tsx';
import { shotsOf } from './shots.ts';
import { ReviewCard } from './ReviewCard.tsx';
import { mineOf } from './reviews-client.ts';
import { createReviewsModel, type ReviewsModel } from './reviews-model.ts';
import { adoptReadingSheets } from '../styles/adopt-reading-sheets.ts';
import { Summary } from './Summary.tsx';

interface Props {
  readonly model: AppModel;
  readonly reviews: ReviewsModel;
}

/** Which reviews: their order, those with photos, those with some words. */
const Choice = ({ model, reviews }: Props): JSX.Element => {
  const { say } = model.words;
  const { sort, photos = false } = reviews.wanted.value;
  const pill = (label: string, pressed: boolean, onClick: () => void): JSX.Element => (
    <button type="button" class="chip" aria-pressed={pressed} onClick={onClick}>
      {label}
    </button>
  );
  return (
    <div class="filters" role="group" aria-label={say('sortLabel')}>
      {pill(say('sortNewest'), sort === 'newest', () => void reviews.want({ sort: 'newest' }))}
      {pill(say('sortHelpful'), sort === 'helpful', () => void reviews.want({ sort: 'helpful' }))}
      {pill(say('filterPhotos'), photos, () => void reviews.want({ photos: !photos }))}
      <input
        type="search"
        aria-label={say('searchReviews')}
        placeholder={say('searchReviews')}
        maxLength={100}
        onChange={(event) => void reviews.want({ search: event.currentTarget.value.trim() })}
      />
    </div>
  );
};

/** Opens the form for a product in the dialog. */
const write = (model: AppModel, productId: string): void => {
  model.toReview.value = productId;
  model.page.value = 'review';
  model.openPanel();
};

interface OwnProps extends Props {
  /** What oneself has written of the product. */
  readonly own: ListedReview | undefined;
}

const Cards = (props: OwnProps & { items: readonly PublicReview[] }): JSX.Element => {
  const { model, reviews, own, items } = props;
  return (
    <ul class="list" aria-busy={reviews.status.value === 'busy'}>
      {items.map((review) => (
        <ReviewCard
          key={review.id}
          model={model}
          review={review}
          attributes={reviews.page.value?.attributes ?? []}
          onChange={review.id === own?.id ? () => write(model, review.productId) : null}
          onVote={() => void reviews.vote(review.id)}
          onReport={(reason) => void reviews.report(review.id, reason)}
        />
      ))}
    </ul>
  );
};

const List = (props: OwnProps): JSX.Element => {
  const { model, reviews } = props;
  const { say, language } = model.words;
  const page = reviews.page.value;
  const status = reviews.status.value;
  if (status === 'failed')
    return (
      <Notice text={say('offline')} action={say('retry')} onAction={() => void reviews.load()} />
    );
  if (page === null) return <Notice busy text={say('loading')} />;
  if (page.items.length === 0)
    return <Notice text={say(page.summary.count === 0 ? 'reviewsNone' : 'reviewsNoneFit')} />;
  const { read, others } = splitByLanguage(page.items, language, props.own?.id);
  return (
    <>
      <Cards {...props} items={read} />
      {others.length > 0 && (
        // What was searched for is not folded away.
        <details class="more" open={!!reviews.wanted.value.search}>
          <summary>{say('otherLanguages', { count: others.length })}</summary>
          <Cards {...props} items={others} />
        </details>
      )}
      {page.nextCursor !== null && (
        <Button quiet busy={status === 'busy'} onClick={() => void reviews.more()}>
          {say('showMore')}
        </Button>
      )}
    </>
  );
};

/** What oneself may do: write, or change what one has written. Both are as high. */
const OwnLine = (props: {
  model: AppModel;
  productId: string;
  own: ListedReview | undefined;
}): JSX.Element => {
  const { model, own } = props;
  const { say } = model.words;
  const open = (): void => write(model, props.productId);
  if (!own)
    return (
      <Button quiet onClick={open}>
        {say('writeReview')}
      </Button>
    );
  return (
    <p class="own">
      {say(own.state === 'published' ? 'ownShown' : 'ownNotShown')}{' '}
      <button type="button" class="plain" onClick={open}>
        {say('changeReview')}
      </button>
    </p>
  );
};

const OfProduct = ({ model, productId }: { model: AppModel; productId: string }): JSX.Element => {
  const { say } = model.words;
  const reviews = useMemo(() => createReviewsModel(model, productId), [model, productId]);
  useEffect(() => void reviews.load(), [reviews]);
  const { mine, load } = mineOf(model);
  const { me } = model.state.value;
  // What oneself has written is changed, not written again.
  useEffect(() => void (me && load()), [me?.shopper.id]);
  // What oneself has written stands among them, and comes with them.
  if (me && mine.value === null) return <Notice busy text={say('loading')} />;
  const written = me && mine.value && mine.value !== 'failed' ? mine.value.reviews : [];
  const own = written.find((one) => one.productId === productId && one.state !== 'removed');
  const page = reviews.page.value;
  return (
    <section class="stack reviews" aria-label={say('pageReviews')}>
      {page && <Summary model={model} reviews={reviews} summary={page.summary} />}
      <Photos
        model={model}
        shots={shotsOf(reviews.pictured.value)}
        strip={say('photosOfReviews')}
      />
      {page && me && <OwnLine model={model} productId={productId} own={own} />}
      {page !== null && page.summary.count > 0 && <Choice model={model} reviews={reviews} />}
      <List model={model} reviews={reviews} own={own} />
    </section>
  );
};

/** What buyers say of the product the element names. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => (
  <ForProduct
    adoptSheet={adoptReadingSheets}
    draw={(productId) => <OfProduct model={model} productId={productId} />}
  />
);
