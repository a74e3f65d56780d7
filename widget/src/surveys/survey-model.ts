import { signal, type ReadonlySignal, type Signal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import { createSurveysClient, type SurveyKey, type SurveysClient } from '@okaeri/client/surveys';
import type { SurveyAnswer, SurveyForm, SurveySent } from '@okaeri/shared/surveys';
import type { AppModel } from '../app/model.ts';
import { isComplete, shownQuestions } from './question-rules.ts';

/** Answers by their questions. */
type Answers = Readonly<Record<string, SurveyAnswer>>;

/** One survey that somebody is asked. */
export interface SurveyModel {
  readonly key: SurveyKey;
  /** Null until it has come, and where it does not. */
  readonly form: ReadonlySignal<SurveyForm | null>;
  readonly answers: Signal<Answers>;
  /** Where it stands: it is asked, was sent, was taken back, or is over. */
  readonly phase: ReadonlySignal<Phase>;
  readonly status: ReadonlySignal<'idle' | 'busy' | 'failed'>;
  /** What became of what was sent last, in this page. */
  readonly sent: ReadonlySignal<SurveySent | null>;
  choose(questionId: string, answer: SurveyAnswer): void;
  send(): Promise<void>;
  change(): void;
  withdraw(): Promise<void>;
  dismiss(): void;
}

/** A tap is kept a moment later: whoever goes through a scale by keyboard sends once. */
const KEEP_MS = 700;

/** Opens a survey; `touchId` is what is dismissed, where a page has shown it unasked. */
export const createSurveyModel = (
  app: AppModel,
  asked: { key: SurveyKey; touchId: string | null; score?: number | null },
): SurveyModel => {
  const { key, touchId } = asked;
  const client = createSurveysClient(app.session.transport);
  const state = createState();
  const { answers, phase, status, sent, form } = state;
  const { put, keep, attempt, stop } = createSender(app, { client, key, state });
  const tell = (next: SurveySent['state']): void => {
    app.emit('survey', { ...key, state: next });
    void app.session.refresh();
  };
  void openForm(client, key, { state, score: asked.score ?? null });
  return {
    key,
    ...state,
    choose(questionId, answer) {
      answers.value = { ...answers.value, [questionId]: answer };
      status.value = 'idle';
      // Through a link nothing leaves before the button is pressed.
      if (app.session.state.signedIn && phase.value === 'asks') keep();
    },
    send: () =>
      attempt(async () => {
        if (form.value && !isComplete(form.value.questions, answers.value)) return;
        sent.value = await put(true);
        phase.value = 'sent';
        tell(sent.value.state);
      }),
    change() {
      phase.value = 'asks';
    },
    withdraw: () =>
      attempt(async () => {
        await client.withdraw(key);
        answers.value = {};
        sent.value = null;
        phase.value = 'withdrawn';
        tell('withdrawn');
      }),
    dismiss() {
      stop();
      phase.value = 'gone';
      if (touchId !== null) void client.dismiss(touchId).catch(() => undefined);
    },
  };
};

type Phase = 'asks' | 'sent' | 'withdrawn' | 'closed' | 'gone';
type State = ReturnType<typeof createState>;

function createState() {
  return {
    form: signal<SurveyForm | null>(null),
    answers: signal<Answers>({}),
    phase: signal<Phase>('asks'),
    status: signal<'idle' | 'busy' | 'failed'>('idle'),
    sent: signal<SurveySent | null>(null),
  };
}

async function openForm(
  client: SurveysClient,
  key: SurveyKey,
  { state, score }: { state: State; score: number | null },
): Promise<void> {
  const { answers, phase, form } = state;
  try {
    const opened = await client.open(key);
    const [first] = opened.questions;
    const chosen = first && score !== null ? { [first.id]: score } : {};
    answers.value = { ...opened.response?.answers, ...chosen };
    form.value = opened;
    if (opened.response?.state === 'complete') phase.value = 'sent';
  } catch (error) {
    phase.value = isClosed(error) ? 'closed' : 'gone';
  }
}

/** What is told the server, one thing after the other. */
function createSender(
  app: AppModel,
  { client, key, state }: { client: SurveysClient; key: SurveyKey; state: State },
) {
  const { answers, phase, status, form } = state;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const put = (complete: boolean): Promise<SurveySent> => {
    const { language: locale } = app.words;
    const questions = shownQuestions(form.value?.questions ?? [], answers.value);
    const isShown = new Set(questions.map(({ id }) => id));
    const shown = Object.entries(answers.value).filter(([id]) => isShown.has(id));
    return client.answer(key, { complete, locale, answers: Object.fromEntries(shown) });
  };
  const stop = (): void => clearTimeout(timer);
  return {
    put,
    stop,
    // What is kept as one goes may fail: it is all sent again with the rest.
    keep: (): void => {
      stop();
      timer = setTimeout(() => void put(false).catch(() => undefined), KEEP_MS);
    },
    attempt: async (work: () => Promise<void>): Promise<void> => {
      if (status.value === 'busy') return;
      stop();
      status.value = 'busy';
      try {
        await work();
        status.value = 'idle';
      } catch (error) {
        if (isClosed(error)) phase.value = 'closed';
        status.value = 'failed';
      }
    },
  };
}

function isClosed(error: unknown): boolean {
  return error instanceof OkaeriError && error.code === 'surveyClosed';
}
