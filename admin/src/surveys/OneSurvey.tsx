import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { Pause, Play } from 'lucide';
import { segmentOf } from '@okaeri/shared/paths';
import type { Survey } from '@okaeri/shared/surveys';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { denied } from '../app/denied.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';
import { LazyPart } from '../ui/LazyPart.tsx';
import { lazyValue } from '../lib/lazy-value.ts';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { StateBadge } from './StateBadge.tsx';
import { createSurvey, type SurveyModel } from './survey-source.ts';
import './results.css';
import './trend.css';
import './surveys.css';

const TABS = ['questions', 'timing', 'results', 'import'] as const;
type Tab = (typeof TABS)[number];

// The editor and the figures are each for another moment.
const PARTS = {
  questions: lazyValue(async () => (await import('./EditorTab.tsx')).EditorTab),
  timing: lazyValue(async () => (await import('./EditorTab.tsx')).EditorTab),
  results: lazyValue(async () => (await import('./ResultsTab.tsx')).ResultsTab),
  import: lazyValue(async () => (await import('./ImportTab.tsx')).ImportTab),
};

/** One survey: what it asks, of whom and when, and what came of it. */
export const OneSurvey = ({ surveyId }: { surveyId: string }): JSX.Element => {
  const { params } = useRoute();
  const { path } = useLocation();
  const tab = TABS.find((one) => one === params['tab']) ?? 'questions';
  const model = useMemo(() => createSurvey(surveyId), [surveyId]);
  useEffect(() => void model.editor.load(), [model]);
  if (isUnknownTab(TABS, params['tab'])) return <NotFound />;
  const w = messages().surveys;
  const survey = model.saved.value;
  const addressOf = (one: Tab): string =>
    shopPath(`/surveys/${segmentOf(surveyId)}${one === 'questions' ? '' : `/${one}`}`);
  const crumbs = [{ href: shopPath('/surveys'), text: messages().app.pages.surveys }];
  const fault = model.editor.fault.value;
  if (survey === null)
    return (
      <Page title={messages().app.pages.surveys} crumbs={crumbs}>
        {fault ? (
          <Fault fault={fault} onRetry={() => void model.editor.load()} />
        ) : (
          <Skeleton lines={8} />
        )}
      </Page>
    );
  return (
    <Page
      title={survey.name}
      crumbs={crumbs}
      badge={<StateBadge of={survey.state} />}
      text={w.about(w.kinds[survey.kind], survey.version)}
      actions={<Steps model={model} survey={survey} />}
    >
      <Tabs
        label={survey.name}
        current={path}
        // What has no one score takes none from elsewhere.
        tabs={TABS.filter(
          (one) => one !== 'import' || !['custom', 'loyalty'].includes(survey.kind),
        ).map((one) => ({
          href: addressOf(one),
          text: w.tabs[one],
          onNear: () => void PARTS[one].load(),
        }))}
      />
      <LazyPart key={tab} of={PARTS[tab]} shape={<Skeleton lines={8} />}>
        {(Part) => <Part model={model} survey={survey} tab={tab} />}
      </LazyPart>
    </Page>
  );
};

/** What can be done with a survey where it stands: the next step last. */
function Steps({ model, survey }: { model: SurveyModel; survey: Survey }): JSX.Element | null {
  const isEnding = useSignal(false);
  const isBusy = useSignal(false);
  const w = messages().surveys;
  const { state } = survey;
  if (state === 'ended') return null;
  const take = async (step: 'start' | 'pause' | 'end'): Promise<void> => {
    isBusy.value = true;
    await model.step(step);
    isBusy.value = false;
  };
  const blocked = denied('run');
  const unsaved = model.editor.isDirty.value && w.unsavedStart;
  return (
    <>
      {state !== 'draft' && (
        <Button blocked={blocked} onClick={() => (isEnding.value = true)}>
          {w.end}
        </Button>
      )}
      {state === 'running' ? (
        <Button
          icon={Pause}
          busy={isBusy.value}
          blocked={blocked}
          onClick={() => void take('pause')}
        >
          {w.pause}
        </Button>
      ) : (
        <Button
          kind="primary"
          icon={Play}
          busy={isBusy.value}
          blocked={blocked || unsaved}
          onClick={() => void take('start')}
        >
          {state === 'draft' ? w.start : w.resume}
        </Button>
      )}
      {isEnding.value && (
        <ConfirmDialog
          title={w.endAction}
          action={w.endAction}
          onClose={() => (isEnding.value = false)}
          onConfirm={() => void take('end')}
        >
          {w.endText}
        </ConfirmDialog>
      )}
    </>
  );
}
