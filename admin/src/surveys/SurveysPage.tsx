import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation } from 'preact-iso';
import { ClipboardList, Plus } from 'lucide';
import { segmentOf } from '@okaeri/shared/paths';
import type { Survey } from '@okaeri/shared/surveys';
import { SURVEY_ANSWERS_MIN } from '@okaeri/shared/survey-checks';
import type { SurveySummary } from '@okaeri/shared/survey-results';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import { denied } from '../app/denied.ts';
import { api, shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField, TextField } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Range } from './Range.tsx';
import { intervalText, scoreText, SCALE_ENDS, waveText } from './score-text.ts';
import { StateBadge } from './StateBadge.tsx';
import { addSurvey } from './survey-source.ts';
import './surveys.css';

/** What is asked of shoppers: each survey with where it stands, and the score of its newest wave. */
export const SurveysPage = (): JSX.Element => {
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
      {isAdding.value && <AddDialog onClose={() => (isAdding.value = false)} />}
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
      <Empty icon={ClipboardList} title={w.none}>
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

function AddDialog({ onClose }: { onClose: () => void }): JSX.Element {
  const { route } = useLocation();
  const kind = useSignal<SurveyKind>('nps');
  const name = useSignal('');
  const isBusy = useSignal(false);
  const w = messages().surveys;
  const add = async (): Promise<void> => {
    isBusy.value = true;
    const id = await addSurvey(kind.value, name.value.trim() || w.kinds[kind.value]);
    isBusy.value = false;
    if (id !== undefined) route(shopPath(`/surveys/${segmentOf(id)}`));
  };
  return (
    <FormDialog
      title={w.add.replace('…', '')}
      action={w.create}
      busy={isBusy.value}
      onClose={onClose}
      onSubmit={() => void add()}
    >
      <SelectField
        label={w.kind}
        value={kind.value}
        options={w.kinds}
        onValue={(next) => (kind.value = next)}
      />
      <TextField
        label={w.name}
        hint={w.nameHint}
        value={name.value}
        onValue={(next) => (name.value = next)}
      />
    </FormDialog>
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
