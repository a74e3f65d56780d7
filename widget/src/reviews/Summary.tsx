import type { JSX } from 'preact';
import type { ReviewFigures, ReviewSummary } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { Star, Stars, STARS } from '../ui/Stars.tsx';
import { formatAverage } from './format-average.ts';
import type { ReviewsModel } from './reviews-model.ts';

interface Props {
  readonly model: AppModel;
  readonly reviews: ReviewsModel;
}

/** How many have given how many stars; each row shows its reviews when it is pressed. */
const Histogram = (props: Props & { summary: ReviewSummary }): JSX.Element => {
  const { model, reviews, summary } = props;
  const { say, count } = model.words;
  const chosen = reviews.wanted.value.rating;
  return (
    <div class="histogram">
      {STARS.toReversed().map((star) => {
        const times = summary.stars[star - 1] ?? 0;
        return (
          <button
            key={star}
            type="button"
            aria-pressed={chosen === star}
            onClick={() => void reviews.want({ rating: chosen === star ? undefined : star })}
          >
            <span class="aloud">{say('starsOnly', { count: star, times: count(times) })}</span>
            <span aria-hidden="true">{count(star)}</span>
            <Star share={1} />
            <progress value={times} max={summary.count} aria-hidden="true" />
            <span aria-hidden="true">{count(times)}</span>
          </button>
        );
      })}
    </div>
  );
};

const Figures = ({ model, figures }: { model: AppModel; figures: ReviewFigures }): JSX.Element => {
  const { say, count, language } = model.words;
  const { published, offered, notOffered, verified, withheld } = figures;
  const total = count(published.count);
  return (
    <ul class="perks">
      <li>{say(figures.from === 'buyers' ? 'howBuyers' : 'howMembers')}</li>
      <li>{say('howVerified', { count: count(verified), total })}</li>
      <li>{say('howShown', { count: count(withheld.count) })}</li>
      {offered.count > 0 && <li>{say('howOffered', { count: count(offered.count), total })}</li>}
      {offered.average !== null && notOffered.average !== null && (
        <li>
          {say('howAverages', {
            offered: formatAverage(offered.average, language),
            others: formatAverage(notOffered.average, language),
          })}
        </li>
      )}
      <li>{say('howOrder')}</li>
    </ul>
  );
};

/** The average, the stars one by one, and what is true of all of the shop's reviews. */
export const Summary = (props: Props & { summary: ReviewSummary }): JSX.Element | null => {
  const { model, reviews, summary } = props;
  const { say, language } = model.words;
  if (summary.average === null) return null;
  const average = formatAverage(summary.average, language);
  return (
    <div class="summary">
      <div class="average">
        <strong aria-hidden="true">{average}</strong>
        <Stars rating={summary.average} label={say('averageOf', { average })} />
        <span class="quiet-text">{say('reviewsCount', { count: summary.count })}</span>
      </div>
      <Histogram {...props} />
      <details
        onToggle={(event) => {
          if (event.currentTarget.open) void reviews.explain();
        }}
      >
        <summary>{say('howTitle')}</summary>
        {reviews.figures.value === null ? (
          <p class="quiet-text">{say('loading')}</p>
        ) : (
          <Figures model={model} figures={reviews.figures.value} />
        )}
      </details>
    </div>
  );
};
