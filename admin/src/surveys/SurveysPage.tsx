import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Plus, ScrollText } from 'lucide';
import { useRoute } from 'preact-iso';
import { idOfSegment, segmentOf } from '@okaeri/shared/paths';
import type { Survey } from '@okaeri/shared/surveys';
import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import type { SurveySummary } from '@okaeri/shared/survey-results';
import { denied } from '../app/denied.ts';
import { api, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Range } from '../ui/Range.tsx';
import { intervalText, scoreText, SCALE_ENDS, waveText } from './score-text.ts';
import { StateBadge } from './StateBadge.tsx';
import './results.css';
import './trend.css';
import './surveys.css';

// A survey of its own comes with its editor, and what makes a new one when it is wanted.
const ONE = lazyValue(async () => (await import('./OneSurvey.tsx')).OneSurvey);
const ADDING = lazyValue(async () => (await import('./AddSurveyDialog.tsx')).AddSurveyDialog);

/** Surveys: all of them, or the one that is named. */
export const SurveysPage = (): JSX.Element => {
  const { params } = useRoute();
  const surveyId = idOfSegment(params['surveyId'] ?? '');
  if (surveyId === '') return <AllSurveys />;
  return (
    <LazyPart of={ONE} shape={<Skeleton lines={8} />}>
      {(OneSurvey) => <OneSurvey key={surveyId} surveyId={surveyId} />}
    </LazyPart>
  );
};

/** What is asked of shoppers: each survey with where it stands, and the score of its newest wave. */
const AllSurveys = (): JSX.Element => {
  const isAdding = useSignal(false);
  const w = messages().surveys;
  return (
    <Page
      title={messages().app.pages.surveys}
      text={w.text}
      wide
      actions={
        <Button
          kind="primary"
          icon={Plus}
          blocked={denied('run')}
          onClick={() => (isAdding.value = true)}
        >
          {w.add}
        </Button>
      }
    >
      <List />
      {isAdding.value && (
        <LazyPart of={ADDING}>
          {(AddSurveyDialog) => <AddSurveyDialog onClose={() => (isAdding.value = false)} />}
        </LazyPart>
      )}
    </Page>
  );
};

function List(): JSX.Element {
  const known = useMemo(() => createResource(readAll), []);
  useEffect(() => void known.load(), [known]);
  const w = messages().surveys;
  const found = known.value.value;
  if (known.fault.value)
    return <Fault fault={known.fault.value} onRetry={() => void known.load()} />;
  if (found === undefined) return <Skeleton lines={4} />;
  if (found.length === 0)
    return (
      <Empty icon={ScrollText} title={w.none}>
        <p>{w.noneText}</p>
      </Empty>
    );
  return (
    <table class="table plain survey-list">
      <thead>
        <tr>
          <th scope="col">{w.columns.survey}</th>
          <th scope="col">{w.columns.state}</th>
          <th scope="col">{w.columns.wave}</th>
          <th scope="col" class="number">
            {w.columns.answers}
          </th>
          <th scope="col">{w.columns.score}</th>
        </tr>
      </thead>
      <tbody>
        {found.map(({ survey, summary }) => (
          <Row key={survey.id} survey={survey} summary={summary} />
        ))}
      </tbody>
    </table>
  );
}

function Row(props: { survey: Survey; summary: SurveySummary | undefined }): JSX.Element {
  const { survey, summary } = props;
  const w = messages().surveys;
  const tab = survey.state === 'draft' ? '' : '/results';
  return (
    <tr>
      <th scope="row">
        <a href={shopPath(`/surveys/${segmentOf(survey.id)}${tab}`)}>{survey.name}</a>
        <span class="survey-about quiet small">{w.kinds[survey.kind]}</span>
      </th>
      <td data-label={w.columns.state}>
        <StateBadge of={survey.state} />
      </td>
      <td data-label={w.columns.wave}>
        {summary?.wave == null ? w.noWave : waveText(summary.wave)}
        {summary?.unfinished === true && <span class="quiet small"> · {w.open}</span>}
      </td>
      <td class="number" data-label={w.columns.answers}>
        {formatCount(summary?.answered ?? 0)}
      </td>
      <td data-label={w.columns.score}>
        <Score of={summary} />
      </td>
    </tr>
  );
}

function Score({ of }: { of: SurveySummary | undefined }): JSX.Element {
  const w = messages().surveys;
  const score = of?.score ?? null;
  if (score === null) return <span class="quiet">{w.noScore}</span>;
  if (score.value === null)
    return <span class="quiet small">{w.notEnough(score.n, SURVEY_ANSWERS_MIN)}</span>;
  return (
    <span class="survey-score">
      <strong>{scoreText(score.kind, score.value)}</strong>
      <Range of={score} ends={SCALE_ENDS[score.kind]} />
      <span class="quiet small">{intervalText(score.kind, score)}</span>
    </span>
  );
}

async function readAll(): Promise<
  readonly { survey: Survey; summary: SurveySummary | undefined }[]
> {
  const [surveys, results] = await Promise.all([
    request(api().surveys.$get()),
    request(api()['survey-results'].$get()),
  ]);
  return surveys.items.map((survey) => ({
    survey,
    summary: results.items.find(({ surveyId }) => surveyId === survey.id),
  }));
}
