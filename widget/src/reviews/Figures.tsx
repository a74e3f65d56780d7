import type { JSX } from 'preact';
import type { ReviewFigures } from '@okaeri/shared/reviews';
import type { AppModel } from '../app/model.ts';
import { formatAverage } from './format-average.ts';

/** What is true of all of the shop's reviews. */
export const Figures = ({
  model,
  figures,
}: {
  model: AppModel;
  figures: ReviewFigures;
}): JSX.Element => {
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
