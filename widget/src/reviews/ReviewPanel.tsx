import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { MyReviews, ReviewPrompt } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { NextIcon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { StatusMessage } from '../ui/StatusMessage.tsx';
import { useLate } from '../ui/use-late.ts';
import { BoughtProduct } from './BoughtProduct.tsx';
import { adoptReviewSheet } from '../styles/adopt-review-sheet.ts';
import { sheetOf } from '../styles/sheet.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import css from './form.css?inline';
import { ReviewForm } from './ReviewForm.tsx';
import { writingOf, type WriteModel } from './write-model.ts';

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
      <h4 class="section">{say(writing.outcome.value ? 'oneMore' : 'promptsTitle')}</h4>
      <ul class="list">
        {prompts.map((prompt) => (
          <li key={prompt.productId} part="prompt">
            <button
              type="button"
              class="link-row"
              onClick={() => void writing.open(prompt.productId, prompt.orderId)}
            >
              <span class="aloud">{say('writeReview')} </span>
              <BoughtProduct model={model} of={prompt} />
              <NextIcon />
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

const Overview = ({ model, writing, mine }: Props & { mine: MyReviews }): JSX.Element => {
  const { say } = model.words;
  const outcome = writing.outcome.value;
  const lists = outcome === null && mine.reviews.length > 0;
  const own = useLate(lists, () => import('./OwnReviews.tsx'));
  const late = useLate(outcome !== null, () => import('./ReviewThanks.tsx'));
  return (
    <div class="stack">
      {outcome !== null && late === 'failed' && (
        <StatusMessage look="card step" text={say(outcome.text)} />
      )}
      {late !== null && late !== 'failed' && <late.ReviewThanks model={model} writing={writing} />}
      {writing.status.value === 'failed' && (
        <p class="alert" role="alert">
          {say('postFailed')}
        </p>
      )}
      <Prompts model={model} writing={writing} prompts={mine.prompts} />
      {mine.prompts.length + mine.reviews.length === 0 && <Notice text={say('nothingToReview')} />}
      {lists && own === 'failed' && <p class="alert">{say('offline')}</p>}
      {lists && own !== null && own !== 'failed' && (
        <own.OwnReviews model={model} writing={writing} reviews={mine.reviews} />
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
