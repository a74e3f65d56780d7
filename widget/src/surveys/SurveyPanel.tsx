import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import { createSurveysClient } from '@okaeri/client/surveys';
import type { MySurveys, ToldOutcome } from '@okaeri/shared/surveys';
import type { AppModel } from '../app/model.ts';
import { adoptSheets } from '../ui/adopt-sheets.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useSignal } from '../ui/signals.ts';
import { sheetOf } from '../styles/sheet.ts';
import { followAsked } from './follow-asked.ts';
import { Quotations, Words } from './Quotations.tsx';
import { createQuotations, type QuotationsModel } from './quotations-model.ts';
import { Plain, SurveyForm } from './SurveyForm.tsx';
import { createSurveyModel, type SurveyModel } from './survey-model.ts';
import css from './survey.css?inline';

const sheet = sheetOf(css);

/** So many that are answered already are shown at once in the panel. */
const ANSWERED_MAX = 3;

/** In the shop's page the one survey that is asked, and in the panel those that may be answered or changed. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => {
  const place = useRef<HTMLDivElement | null>(null);
  const surveys = useSignal<readonly SurveyModel[] | null>(null);
  const outcomes = useSignal<readonly ToldOutcome[]>([]);
  const quotations = useSignal<QuotationsModel | null>(null);
  // Not known before it is drawn; null in the panel.
  const host = useSignal<Element | null | undefined>(undefined);
  useEffect(() => {
    adoptSheets(place.current, [sheet]);
    const root = place.current?.getRootNode();
    const element = root instanceof ShadowRoot ? root.host : null;
    host.value = element?.localName === 'okaeri-survey' ? element : null;
    const show = (next: readonly SurveyModel[]): void => {
      surveys.value = next;
    };
    if (host.value) return followAsked(model, host.value, show);
    const lookAgain = async (): Promise<void> => {
      outcomes.value = (await readMine(model)).outcomes;
    };
    const look = async (): Promise<void> => {
      const mine = await listMine(model, () => void lookAgain());
      outcomes.value = mine.outcomes;
      quotations.value = mine.quotations.asked.value.length > 0 ? mine.quotations : null;
      show(mine.surveys);
    };
    void look();
    return undefined;
  }, []);
  const { say } = model.words;
  const isInPage = Boolean(host.value);
  const isAside = host.value?.getAttribute('display') === 'panel';
  return (
    <div ref={place} class="place">
      {surveys.value === null && host.value === null && <Notice busy text={say('loading')} />}
      {surveys.value?.map((survey) =>
        isInPage && isAside ? (
          <Aside key={survey.key.wave} model={model} survey={survey} />
        ) : (
          <SurveyForm
            key={`${survey.key.surveyId} ${survey.key.wave}`}
            model={model}
            survey={survey}
            canDismiss={isInPage}
          />
        ),
      )}
      {!isInPage && surveys.value?.length === 0 && quotations.value === null && (
        <p class="survey">{say('surveyNone')}</p>
      )}
      {quotations.value && <Quotations model={model} quotations={quotations.value} />}
      {outcomes.value.length > 0 && <Outcomes model={model} of={outcomes.value} />}
    </div>
  );
};

/** In the page no more than the way to the panel, where it is asked. */
const Aside = ({ model, survey }: { model: AppModel; survey: SurveyModel }): JSX.Element | null => {
  const { say } = model.words;
  if (survey.phase.value === 'gone' || survey.form.value === null) return null;
  return (
    <div class="survey survey-foot" part="survey">
      <Button
        onClick={() => {
          model.page.value = 'survey';
          model.openPanel();
        }}
      >
        {say('pageSurvey')}
      </Button>
      <Plain onClick={() => survey.dismiss()}>{say('surveyNotNow')}</Plain>
    </div>
  );
};

/** What came of what one had said: the shop's words, below what it asks now. */
const Outcomes = (props: { model: AppModel; of: readonly ToldOutcome[] }): JSX.Element => {
  const { say, localize, day } = props.model.words;
  return (
    <section>
      <h4 class="section">{say('surveyDid')}</h4>
      <ul class="list">
        {props.of.map(({ themeId, name, text, at, quotations }) => (
          <li key={themeId} class="card" dir="auto">
            <b>{localize(name)}</b>
            <p>{localize(text)}</p>
            {quotations.map((one) => (
              <Words key={one.text} model={props.model} of={one} />
            ))}
            <p class="quiet-text">{day(at)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

interface Mine {
  readonly surveys: readonly SurveyModel[];
  readonly outcomes: readonly ToldOutcome[];
  readonly quotations: QuotationsModel;
}

async function listMine(model: AppModel, onChange: () => void): Promise<Mine> {
  const { items, outcomes, quotations } = await readMine(model);
  // One is asked at a time; what was answered can be changed once nothing is left to answer.
  const asked = items.find(({ state }) => state === null);
  const shown = asked ? [asked] : items.slice(0, ANSWERED_MAX);
  return {
    surveys: shown.map((key) => createSurveyModel(model, { key, touchId: null })),
    outcomes,
    quotations: createQuotations(model.session.transport, quotations, onChange),
  };
}

function readMine(model: AppModel): Promise<MySurveys> {
  const nothing: MySurveys = { items: [], outcomes: [], quotations: [] };
  return createSurveysClient(model.session.transport)
    .mine()
    .catch(() => nothing);
}
