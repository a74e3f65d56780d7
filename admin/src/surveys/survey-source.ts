import { signal, type Signal } from '@preact/signals';
import type { Survey, SurveyDefinition } from '@okaeri/shared/surveys';
import type { SurveyKind } from '@okaeri/shared/survey-questions';
import { api } from '../app/session.ts';
import { createDocumentEditor, type DocumentEditor } from '../document/document-editor.ts';
import { messages } from '../i18n/messages.ts';
import { lazyValue } from '../lib/lazy-value.ts';
import { request, requestWithEtag, type WithEtag } from '../lib/request.ts';
import { runAction } from '../lib/run-action.ts';
import { newSurvey } from './new-survey.ts';

/** A survey that is looked at: its definition as it is edited, and where it stands. */
export interface SurveyModel {
  readonly editor: DocumentEditor<SurveyDefinition>;
  /** As it was saved; null until it has come. */
  readonly saved: Signal<Survey | null>;
  /** Starts, pauses or ends it. */
  step(step: 'start' | 'pause' | 'end'): Promise<void>;
}

/** How the differences of two states of a survey are spoken of. */
const words = lazyValue(async () => (await import('./survey-change-rules.ts')).surveyWords);

/** Makes the model of one survey; nothing is asked yet. */
export const createSurvey = (surveyId: string): SurveyModel => {
  const saved = signal<Survey | null>(null);
  const take = ({ body, etag }: WithEtag<Survey>): WithEtag<SurveyDefinition> => {
    saved.value = body;
    return { body: definitionOf(body), etag };
  };
  const param = { surveyId };
  const route = api().surveys[':surveyId'];
  const editor = createDocumentEditor<SurveyDefinition>({
    name: `survey.${surveyId}`,
    words,
    read: async () => take(await requestWithEtag(route.$get({ param, query: {} }))),
    write: async (json, etag) =>
      take(await requestWithEtag(route.$put({ param, json }, { headers: { 'If-Match': etag } }))),
  });
  return {
    editor,
    saved,
    async step(step) {
      const w = messages().surveys;
      const said = { start: w.started, pause: w.paused, end: w.ended }[step];
      const stands = await runAction(() => request(route[step].$post({ param })), said);
      if (stands !== undefined && saved.value !== null)
        saved.value = { ...saved.value, state: stands.state, version: stands.version };
    },
  };
};

/** Makes a new survey of a kind; gives its id, or undefined where the server said no. */
export const addSurvey = async (kind: SurveyKind, name: string): Promise<string | undefined> => {
  const surveyId = `${kind}-${crypto.randomUUID().slice(0, 6)}`;
  const made = await runAction(
    () =>
      request(
        api().surveys[':surveyId'].$put(
          { param: { surveyId }, json: newSurvey(kind, name) },
          { headers: { 'If-Match': 's0' } },
        ),
      ),
    messages().surveys.created,
  );
  return made?.id;
};

/** A survey without what the server says beside it. */
function definitionOf(survey: Survey): SurveyDefinition {
  const { kind, name, questions, trigger, sampleRate } = survey;
  const { showsMax, mailAfterDays, openDays, audience } = survey;
  return {
    kind,
    name,
    questions,
    trigger,
    sampleRate,
    showsMax,
    mailAfterDays,
    openDays,
    audience,
  };
}
