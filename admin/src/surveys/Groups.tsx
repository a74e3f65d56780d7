import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import type { SurveyResults, SurveyScore } from '@okaeri/shared/survey-results';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Range } from '../ui/Range.tsx';
import { scoreText, SCALE_ENDS, wordsOf } from './score-text.ts';

/** The score split by whether points were offered, and by tier. */
export const Groups = ({ results }: { results: SurveyResults }): JSX.Element | null => {
  const program = useMemo(() => createResource(() => request(api().program.$get())), []);
  useEffect(() => void program.load(), [program]);
  const w = messages().surveys;
  const { kind, incentivised, notIncentivised, tiers } = results;
  if (kind === 'custom' || incentivised === null || notIncentivised === null) return null;
  const nameOf = (tierId: string): string =>
    wordsOf(program.value.value?.tiers?.find(({ id }) => id === tierId)?.name, tierId);
  const rows: readonly (readonly [string, SurveyScore])[] = [
    [w.offered, incentivised],
    [w.notOffered, notIncentivised],
    ...tiers.map(
      ({ tierId, score }) => [tierId === null ? w.noTier : w.tier(nameOf(tierId)), score] as const,
    ),
  ];
  return (
    <section class="results-card flush">
      <h2>{w.groups}</h2>
      <table class="table plain ranges">
        <thead>
          <tr>
            <th scope="col">{w.group}</th>
            <th scope="col" class="number">
              {w.count}
            </th>
            <th scope="col" class="number">
              {w.shortScores[kind]}
            </th>
            <th scope="col" class="wide-only">
              {w.intervalTitle}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, score]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="number" data-label={w.count}>
                {formatCount(score.n)}
              </td>
              <td class="number" data-label={w.shortScores[kind]}>
                {score.value === null ? (
                  <span class="quiet">{w.ofNeeded(score.n, SURVEY_ANSWERS_MIN)}</span>
                ) : (
                  <strong>{scoreText(score.kind, score.value)}</strong>
                )}
              </td>
              <td data-label={w.intervalTitle}>
                <Interval of={score} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

function Interval({ of }: { of: SurveyScore }): JSX.Element {
  const { surveys: w, states } = messages();
  if (of.low === null || of.high === null) return <span class="quiet">{states.notEnough}</span>;
  return (
    <span class="interval">
      <Range of={of} ends={SCALE_ENDS[of.kind]} />
      <span class="quiet small">
        {w.range(scoreText(of.kind, of.low), scoreText(of.kind, of.high))}
      </span>
    </span>
  );
}
