import type { JSX } from 'preact';
import type { PublicReview, ReportReason } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { CheckIcon } from '../ui/panel-icons.tsx';
import { Stars } from '../ui/Stars.tsx';
import { Photos } from './Photos.tsx';
import { ReaderActions } from '../ui/ReaderActions.tsx';

interface Props {
  readonly model: AppModel;
  readonly review: PublicReview;
}

/** Who wrote it and what readers should know of that: beside the stars, in words, always. */
const Facts = ({ model, review }: Props): JSX.Element => {
  const { say, day } = model.words;
  const { offer, insider, importedFrom, verified, editedAt } = review;
  return (
    <p class="quiet-text facts">
      <span>{review.name}</span>
      <span>{day(review.createdAt)}</span>
      {editedAt !== null && <span>{say('edited', { day: day(editedAt) })}</span>}
      {verified ? (
        <span class="verified">
          <CheckIcon /> {say('verifiedBuyer')}
        </span>
      ) : (
        <span>
          {importedFrom === null
            ? say('notVerified')
            : say('importedFrom', { source: importedFrom })}
        </span>
      )}
      {insider && <strong>{say('insider')}</strong>}
      {offer !== null && <strong part="offered">{say('offered')}</strong>}
    </p>
  );
};

/** One review: its stars, its words, its photos, and the shop's answer. */
export const ReviewCard = (
  props: Props & { onVote: () => void; onReport: (reason: ReportReason) => void },
): JSX.Element => {
  const { model, review } = props;
  const { say, language } = model.words;
  const { title, body, reply } = review;
  // Each in its own language and direction: readers are told which.
  const spoken = { lang: review.language ?? undefined, dir: 'auto' as const };
  return (
    <li class="card review" part="review">
      <Stars rating={review.rating} label={say('stars', { count: review.rating })} />
      {title && <h4 {...spoken}>{title}</h4>}
      <Facts model={model} review={review} />
      <p class="words" {...spoken}>
        {body}
      </p>
      <Photos model={model} photos={review.photos} />
      {reply && (
        <div class="reply" lang={language}>
          <p class="quiet-text">{say('shopAnswers')}</p>
          <p class="words" dir="auto">
            {reply.text}
          </p>
        </div>
      )}
      <ReaderActions
        say={say}
        signedIn={model.state.value.me !== null}
        helpful={review.helpful}
        onVote={props.onVote}
        onReport={props.onReport}
      />
    </li>
  );
};
