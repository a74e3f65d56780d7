import { signal, type ReadonlySignal, type Signal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import { createSurveysClient, type SurveyKey } from '@okaeri/client/surveys';
import type { SurveyAnswer, SurveyForm, SurveySent } from '@okaeri/shared/surveys';
import type { AppModel } from '../app/model.ts';
import { isComplete, shownQuestions } from './question-rules.ts';

/** Answers by their questions. */
export type Answers = Readonly<Record<string, SurveyAnswer>>;

/** One survey that somebody is asked. */
export interface SurveyModel {
  readonly key: SurveyKey;
  /** Null until it has come, and where it does not. */
  readonly form: ReadonlySignal<SurveyForm | null>;
  readonly answers: Signal<Answers>;
  /** Where it stands: it is asked, was sent, was taken back, or is over. */
  readonly phase: ReadonlySignal<'asks' | 'sent' | 'withdrawn' | 'closed' | 'gone'>;
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
  const form = signal<SurveyForm | null>(null);
  const answers = signal<Answers>({});
  const phase = signal<'asks' | 'sent' | 'withdrawn' | 'closed' | 'gone'>('asks');
  const status = signal<'idle' | 'busy' | 'failed'>('idle');
  const sent = signal<SurveySent | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const told = (complete: boolean): Answers => {
    const questions = form.value?.questions ?? [];
    const ids = new Set(shownQuestions(questions, answers.value).map(({ id }) => id));
    const shown = Object.entries(answers.value).filter(([id]) => ids.has(id));
    return complete || shown.length > 0 ? Object.fromEntries(shown) : {};
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    if (status.value === 'busy') return;
    clearTimeout(timer);
    status.value = 'busy';
    try {
      await work();
      status.value = 'idle';
    } catch (error) {
      if (error instanceof OkaeriError && error.code === 'surveyClosed') phase.value = 'closed';
      status.value = 'failed';
    }
  };
  const put = (complete: boolean): Promise<SurveySent> => {
    const { language: locale } = app.words;
    return client.answer(key, { complete, locale, answers: told(complete) });
  };
  const tell = (state: SurveySent['state']): void => {
    app.emit('survey', { ...key, state });
  };
  // What is kept as one goes may fail: it is all sent again with the rest.
  const keep = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void put(false).catch(() => undefined), KEEP_MS);
  };
  const open = async (): Promise<void> => {
    try {
      const opened = await client.open(key);
      const known = opened.response;
      const [first] = opened.questions;
      const { score } = asked;
      const chosen = first && score != null ? { [first.id]: score } : {};
      answers.value = { ...known?.answers, ...chosen };
      form.value = opened;
      if (known?.state === 'complete') phase.value = 'sent';
    } catch (error) {
      const isClosed = error instanceof OkaeriError && error.code === 'surveyClosed';
      phase.value = isClosed ? 'closed' : 'gone';
    }
  };
  void open();

  return {
    key,
    form,
    answers,
    phase,
    status,
    sent,
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
        void app.session.refresh();
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
        void app.session.refresh();
      }),
    dismiss() {
      clearTimeout(timer);
      phase.value = 'gone';
      if (touchId !== null) void client.dismiss(touchId).catch(() => undefined);
    },
  };
};
