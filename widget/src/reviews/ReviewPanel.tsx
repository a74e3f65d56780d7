import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { ListedReview, MyReviews, OwnReview, ReviewPrompt } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { goToMissing } from '../ui/go-to-missing.ts';
import { StatusMessage } from '../ui/StatusMessage.tsx';
import { TextField } from '../ui/TextField.tsx';
import { productName } from './product-name.tsx';
import { Stars } from '../ui/Stars.tsx';
import { REASONS } from '../ui/ReportChoice.tsx';
import { adoptReviewSheet } from '../styles/adopt-review-sheet.ts';
import { sheetOf } from '../styles/sheet.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import css from './form.css?inline';
import { ReviewForm } from './ReviewForm.tsx';
import { writingOf, type WriteModel } from './write-model.ts';
import { useSignal } from '../ui/signals.ts';

const APPEAL_MAX = 500;

const sheet = sheetOf(css);

interface Props {
  readonly model: AppModel;
  readonly writing: WriteModel;
}

const Prompts = (props: Props & { prompts: readonly ReviewPrompt[] }): JSX.Element | null => {
  const { model, writing, prompts } = props;
  const { say } = model.words;
  if (prompts.length === 0) return null;
  return (
    <>
      <h4 class="section">{say('promptsTitle')}</h4>
      <ul class="list">
        {prompts.map((prompt) => (
          <li key={prompt.productId} class="card row" part="prompt">
            <span class="row-text">
              <span class="row-title">{productName(model, prompt)}</span>
            </span>
            <Button quiet onClick={() => void writing.open(prompt.productId, prompt.orderId)}>
              {say('writeReview')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** Why a review is not shown, in the words of the list, and the way to have it looked at again. */
const Withheld = ({ model, writing, review }: Props & { review: OwnReview }): JSX.Element => {
  const { say } = model.words;
  const text = useSignal('');
  const sent = useSignal(false);
  const place = useRef<HTMLDivElement | null>(null);
  const { decision, appealedAt, productId } = review;
  const reason = say(REASONS[decision?.reason ?? 'other']);
  const isEmpty = text.value.trim() === '';
  const appeal = (): void => {
    sent.value = true;
    void (isEmpty ? goToMissing(place.current) : writing.appeal(productId, text.value));
  };
  return (
    <div ref={place} class="nudge stack">
      <p>
        {say('withheldFor', { reason })} {decision?.note}
      </p>
      {appealedAt === null ? (
        <>
          <TextField
            label={say('appealWhy')}
            missing={sent.value && isEmpty ? say('writeWords') : null}
            rows={2}
            most={APPEAL_MAX}
            value={text.value}
            onInput={(next) => {
              text.value = next;
            }}
          />
          <Button quiet onClick={appeal}>
            {say('appealAct')}
          </Button>
        </>
      ) : (
        <p>{say('appealed')}</p>
      )}
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

const Overview = ({ model, writing, mine }: Props & { mine: MyReviews }): JSX.Element => {
  const { say } = model.words;
  const outcome = writing.outcome.value;
  return (
    <div class="stack">
      {outcome !== null && <StatusMessage look="card step" text={say(outcome)} />}
      {writing.status.value === 'failed' && (
        <p class="alert" role="alert">
          {say('postFailed')}
        </p>
      )}
      <Prompts model={model} writing={writing} prompts={mine.prompts} />
      {mine.prompts.length + mine.reviews.length === 0 && <Notice text={say('nothingToReview')} />}
      {mine.reviews.length > 0 && (
        <>
          <h4 class="section">{say('ownTitle')}</h4>
          <ul class="list">
            {mine.reviews.map((review) => (
              <Own key={review.id} model={model} writing={writing} review={review} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
};

/** What one may be asked about, what one has written, and the form. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const { say } = model.words;
  const writing = writingOf(model);
  const place = useRef<HTMLDivElement | null>(null);
  const asked = model.toReview.value;
  useEffect(() => {
    adoptReviewSheet(place.current);
    adoptSheets(place.current, [sheet]);
    void writing.load();
  }, [writing]);
  useEffect(() => {
    if (asked === null) return;
    model.toReview.value = null;
    void writing.open(asked);
  }, [asked]);
  const mine = writing.mine.value;
  const form = writing.form.value;
  return (
    <div ref={place} class="place">
      {form !== null && <ReviewForm model={model} writing={writing} form={form} />}
      {form === null && mine === null && <Notice busy text={say('loading')} />}
      {form === null && mine === 'failed' && (
        <Notice text={say('offline')} action={say('retry')} onAction={() => void writing.load()} />
      )}
      {form === null && mine !== null && mine !== 'failed' && (
        <Overview model={model} writing={writing} mine={mine} />
      )}
    </div>
  );
};
