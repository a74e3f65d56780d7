import { useSignal, type Signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import type { SurveyResults } from '@okaeri/shared/survey-results';
import { segmentOf } from '@okaeri/shared/paths';
import type { Survey } from '@okaeri/shared/surveys';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { SelectField } from '../ui/Field.tsx';
import { Dimmed, Fault, NotEnough, Skeleton } from '../ui/states.tsx';
import { Comments } from './Comments.tsx';
import { Groups } from './Groups.tsx';
import { OtherQuestions } from './OtherQuestions.tsx';
import { Range } from '../ui/Range.tsx';
import { intervalText, SCALE_ENDS, shareText, shortScoreText, waveText } from './score-text.ts';
import { createThemes } from './themes-model.ts';
import { Themes } from './Themes.tsx';
import { Trend } from './Trend.tsx';

/** What a survey came to in a wave. */
export const ResultsTab = ({ survey }: { survey: Survey }): JSX.Element => {
  const wave = useSignal<string | undefined>(undefined);
  const version = useSignal<number | undefined>(undefined);
  const known = useMemo(() => {
    const route = api().surveys[':surveyId'].results;
    const param = { surveyId: survey.id };
    return createResource(() => {
      const query = {
        ...(wave.peek() === undefined ? {} : { wave: wave.peek() }),
        ...(version.peek() === undefined ? {} : { version: String(version.peek()) }),
      };
      return request(route.$get({ param, query }));
    });
  }, [survey.id]);
  const themes = useMemo(createThemes, []);
  useEffect(() => void known.load(), [known, wave.value, version.value]);
  useEffect(() => void themes.load(), [themes]);
  const results = known.value.value;
  if (results === undefined)
    return known.fault.value ? (
      <Fault fault={known.fault.value} onRetry={() => void known.load()} />
    ) : (
      <Skeleton lines={8} />
    );
  return (
    <Dimmed isLoading={known.isLoading.value}>
      <Choice survey={survey} results={results} wave={wave} version={version} />
      <div class="results">
        <ScoreCard results={results} />
        <Trend results={results} />
        <Response results={results} />
        <Groups results={results} />
        <OtherQuestions results={results} survey={survey} />
        <Themes results={results} themes={themes} />
      </div>
      {results.wave !== null && (
        <Comments
          key={`${results.wave} ${survey.id}`}
          surveyId={survey.id}
          wave={results.wave}
          themes={themes}
          onChange={() => void known.load()}
        />
      )}
    </Dimmed>
  );
};

/** Which wave, and of several words which; and the answers as a file. */
function Choice(props: {
  survey: Survey;
  results: SurveyResults;
  wave: Signal<string | undefined>;
  version: Signal<number | undefined>;
}): JSX.Element {
  const { survey, results, wave, version } = props;
  const w = messages().surveys;
  const waves = new Set(results.trend.filter((one) => !one.imported).map((one) => one.wave));
  if (results.wave !== null) waves.add(results.wave);
  const when =
    results.opensAt === null || results.closesAt === null
      ? ''
      : w.between(formatDay(results.opensAt), formatDay(results.closesAt));
  const query = results.wave === null ? '' : `?wave=${encodeURIComponent(results.wave)}`;
  return (
    <div class="results-head">
      <p class="quiet grow">
        {results.wave === null
          ? w.noWave
          : w.waveLine(waveText(results.wave), when, results.unfinished ? w.unfinished : w.closed)}
      </p>
      {waves.size > 1 && (
        <SelectField<string>
          label={w.wave}
          value={results.wave ?? ''}
          options={Object.fromEntries([...waves].toReversed().map((one) => [one, waveText(one)]))}
          onValue={(next) => {
            version.value = undefined;
            wave.value = next;
          }}
        />
      )}
      {results.versions.length > 1 && (
        <SelectField<string>
          label={w.version}
          value={String(results.version)}
          options={Object.fromEntries(results.versions.map((one) => [one, w.versionOf(one)]))}
          onValue={(next) => {
            wave.value = results.wave ?? undefined;
            version.value = Number(next);
          }}
        />
      )}
      <DownloadButton
        path={`/exports/surveys/${segmentOf(survey.id)}${query}`}
        name={`${survey.id}.csv`}
      >
        {w.exportAnswers}
      </DownloadButton>
    </div>
  );
}

function ScoreCard({ results }: { results: SurveyResults }): JSX.Element | null {
  const { score } = results;
  const w = messages().surveys;
  if (score === null) return null;
  const ends = SCALE_ENDS[score.kind];
  return (
    <section class="results-card">
      <h2 class="results-name">{w.scores[score.kind]}</h2>
      {score.value === null ? (
        <NotEnough has={score.n} needed={SURVEY_ANSWERS_MIN} />
      ) : (
        <>
          <p class="results-hero">{shortScoreText(score.kind, score.value)}</p>
          <p>{intervalText(score.kind, score)}</p>
          <Range of={score} ends={ends} />
          <p class="strip-ends quiet small" aria-hidden="true">
            <span>{shortScoreText(score.kind, ends[0])}</span>
            {score.kind === 'nps' && <span>0</span>}
            <span>{shortScoreText(score.kind, ends[1])}</span>
          </p>
          <Camps results={results} />
        </>
      )}
    </section>
  );
}

/** Of NPS: who would recommend, who would not, and who is between. */
function Camps({ results }: { results: SurveyResults }): JSX.Element | null {
  const w = messages().surveys;
  const { n = 0, promoters = null, detractors = null } = results.score ?? {};
  if (promoters === null || detractors === null) return null;
  const camps = [
    [w.promoters, promoters, 'first'],
    [w.passives, n - promoters - detractors, 'between'],
    [w.detractors, detractors, 'last'],
  ] as const;
  return (
    <>
      <div class="camps" aria-hidden="true">
        {camps.toReversed().map(([name, count, tone]) => (
          <span key={name} class={`camp ${tone}`} style={{ flexGrow: count }} />
        ))}
      </div>
      <dl class="pairs">
        {camps.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {formatCount(count)} · {shareText(n === 0 ? 0 : count / n)}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Response({ results }: { results: SurveyResults }): JSX.Element {
  const w = messages().surveys;
  const { invited, shown, answered, dismissed, withdrawn, response } = results;
  const most = Math.max(invited, shown, answered, 1);
  const range =
    response.low === null || response.high === null
      ? null
      : w.ofShown(shareText(response.low), shareText(response.high));
  return (
    <section class="results-card">
      <h2>{w.response}</h2>
      <dl class="bars">
        {(
          [
            [w.invited, invited, null],
            [w.shown, shown, null],
            [w.answered, answered, range],
          ] as const
        ).map(([name, count, more]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{formatCount(count)}</strong> {more && <span class="quiet">{more}</span>}
              <span class="bar-track" aria-hidden="true">
                <span style={{ width: `${(count / most) * 100}%` }} />
              </span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="quiet small">{w.skipped(formatCount(dismissed), formatCount(withdrawn))}</p>
    </section>
  );
}
