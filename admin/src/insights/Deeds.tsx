import type { JSX } from 'preact';
import type { DeedFigures } from '@okaeri/shared/effect-figures';
import { INSIGHT_PEOPLE_MIN } from '@okaeri/shared/insights';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Range } from '../ui/Range.tsx';
import { About } from './About.tsx';
import { Card, More } from './Card.tsx';
import { shareRange, shareText } from './figure-text.ts';
import { Interval } from './Interval.tsx';

/** Who bought again after what they said: a comparison, and no effect. */
export const Deeds = ({ of }: { of: DeedFigures }): JSX.Element => {
  const w = messages().insightProgram;
  return (
    <Card title={w.deeds} path="/insights/words-and-deeds" note={w.deedsNote}>
      {of.withinDays === null ? (
        <p class="note state">{w.noGap}</p>
      ) : (
        <table class="insight-rows deeds">
          <thead>
            <tr>
              <th scope="col">{w.stars}</th>
              <th scope="col" class="number">
                {w.reviewers}
              </th>
              <th scope="col" class="number">
                {w.again(of.withinDays)}
              </th>
              <th scope="col">
                <span class="hidden">{messages().insights.interval}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {of.reviews.map(({ group, people, share, low, high }) => (
              <tr key={group}>
                <th scope="row">{w.starGroups[group as keyof typeof w.starGroups]}</th>
                <td class="number" data-label={w.reviewers}>
                  {formatCount(people)}
                </td>
                <td class="number">
                  {share === null || low === null || high === null ? (
                    <span class="quiet small">
                      {messages().insights.needed(people, INSIGHT_PEOPLE_MIN)}
                    </span>
                  ) : (
                    <>
                      {shareText(share)} <Interval>{shareRange(low, high)}</Interval>
                    </>
                  )}
                </td>
                <td class="insight-strip">
                  <Range of={{ value: share, low, high }} ends={[0, 1]} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <About of={of} definition={w.deedsDefinition} who={w.shoppersOf} />
      <More path={`words-and-deeds?asOf=${of.asOf}`} name={`words-and-deeds-${of.asOf}`} />
    </Card>
  );
};
