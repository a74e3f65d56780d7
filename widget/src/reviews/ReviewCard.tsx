import type { JSX } from 'preact';
import type { PublicReview, ReportReason } from '@okaeri/shared/reviews';
import type { ReviewAttribute } from '@okaeri/shared/review-settings';
import type { AppModel } from '../app/model.ts';
import { Icon } from '../ui/icons.tsx';
import { Stars } from '../ui/Stars.tsx';
import { Photos } from './Photos.tsx';
import { shotsOf } from './shots.ts';
import { ReaderActions } from '../ui/ReaderActions.tsx';

// Drawn here, too: the icons of panels come with the panels.
const CHECK = 'm5 12.5 4.5 4.5L19 7.5';
const INFO = 'M12 3.5a8.5 8.5 0 1 0 .01 0zM12 11v5M12 8v.01';

interface Props {
  readonly model: AppModel;
  readonly review: PublicReview;
}

/** What the shop asks about the product beside the stars, and what was answered. */
const Answers = (props: Props & { attributes: readonly ReviewAttribute[] }): JSX.Element | null => {
  const { localize } = props.model.words;
  const answers = props.attributes.flatMap(({ id, name, choices }) => {
    const choice = choices.find((one) => one.id === props.review.attributes[id]);
    return choice ? [{ id, name: localize(name), choice: localize(choice.name) }] : [];
  });
  if (answers.length === 0) return null;
  return (
    <dl class="facts quiet-text">
      {answers.map(({ id, name, choice }) => (
        <div key={id} class="sign">
          <dt>{name}</dt>
          <dd>{choice}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Who wrote it and what readers should know of that: quiet, but in words, always. */
const Facts = ({ model, review }: Props): JSX.Element => {
  const { say, day } = model.words;
  const { offer, insider, importedFrom, verified, editedAt } = review;
  return (
    <>
      <p class="quiet-text facts">
        <bdi>{review.name}</bdi>
        {verified ? (
          <span class="sign">
            <Icon d={CHECK} /> {say('verifiedBuyer')}
          </span>
        ) : (
          <span>
            {importedFrom === null
              ? say('notVerified')
              : say('importedFrom', { source: importedFrom })}
          </span>
        )}
        {editedAt !== null && <span>{say('edited', { day: day(editedAt) })}</span>}
        {insider && <span>{say('insider')}</span>}
      </p>
      {(offer !== null || review.pointsAfter) && (
        <p class="quiet-text sign" part="offered">
          <Icon d={INFO} /> {offer !== null && say('offered')}{' '}
          {review.pointsAfter && say('pointsAfter')}
        </p>
      )}
    </>
  );
};

/** One review: its stars, its words, its photos, and the shop's answer. */
export const ReviewCard = (
  props: Props & {
    attributes: readonly ReviewAttribute[];
    /** Opens the form for it, where it is one's own. */
    onChange: (() => void) | null;
    onVote: () => void;
    onReport: (reason: ReportReason) => void;
  },
): JSX.Element => {
  const { model, review, onChange } = props;
  const { say, language, day } = model.words;
  const { title, body, reply } = review;
  // Each in its own language and direction: readers are told which.
  const spoken = { lang: review.language ?? undefined, dir: 'auto' as const };
  return (
    <li class="card review" part="review">
      <p class="row">
        <Stars rating={review.rating} label={say('stars', { count: review.rating })} />
        <span class="quiet-text">{day(review.createdAt)}</span>
      </p>
      {title && <h4 {...spoken}>{title}</h4>}
      <p class="words" {...spoken}>
        {body}
      </p>
      <Photos model={model} shots={shotsOf([review])} />
      <Answers {...props} />
      <Facts model={model} review={review} />
      {reply && (
        <div class="reply" lang={language}>
          <p class="row-title">{say('shopAnswers')}</p>
          <p class="words" dir="auto">
            {reply.text}
          </p>
        </div>
      )}
      {onChange ? (
        <p class="acts">
          <button type="button" class="plain" onClick={onChange}>
            {say('changeReview')}
          </button>
        </p>
      ) : (
        <ReaderActions
          say={say}
          onAsk={() => model.words.load('write')}
          signedIn={model.state.value.me !== null}
          helpful={review.helpful}
          onVote={props.onVote}
          onReport={props.onReport}
        />
      )}
    </li>
  );
};
