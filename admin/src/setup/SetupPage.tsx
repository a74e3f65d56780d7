import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ComponentChildren, JSX } from 'preact';
import { SETUP_STEPS, type SetupStep } from '@okaeri/shared/setup';
import { loadOverview, overview } from '../app/overview.ts';
import { shopPath } from '../app/session.ts';
import { LanguagesForm } from '../document/LanguagesForm.tsx';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/states.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ColourStep } from './ColourStep.tsx';
import { OrdersStep } from './OrdersStep.tsx';
import { ProgramStep } from './ProgramStep.tsx';
import './setup.css';
import { SnippetStep } from './SnippetStep.tsx';
import { Step } from './Step.tsx';
import { TokenStep } from './TokenStep.tsx';

/** How often it is asked what is done: orders and visits come from elsewhere, and other tabs. */
const AGAIN_MS = 5000;

/** What is done on the page itself; of the others there is a link. */
const FORMS: Readonly<Partial<Record<SetupStep, () => JSX.Element>>> = {
  shop: () => <LanguagesForm />,
  program: () => <ProgramStep />,
  colour: () => <ColourStep />,
  orders: () => <OrdersStep />,
  token: () => <TokenStep />,
  widget: () => (
    <div class="stack">
      <SnippetStep />
      <h3>{messages().setup.check}</h3>
      <p class="quiet">{messages().setup.checkText}</p>
      <CheckStep />
    </div>
  ),
};

/** What is a choice, and can be made anew. */
const CHANGED: readonly SetupStep[] = ['shop', 'program', 'colour'];

const PLACES: Readonly<Partial<Record<SetupStep, string>>> = {
  mail: '/settings/sender',
  members: '/settings/members',
};

/** From an empty shop to the widget on its pages: what is done, and what comes next. */
export const SetupPage = (): JSX.Element => {
  useEffect(() => {
    const timer = setInterval(() => void loadOverview(), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  const w = messages().setup;
  return (
    <Page title={w.title} text={w.text}>
      {overview.value === null ? <Skeleton lines={8} /> : <Steps done={overview.value.done} />}
    </Page>
  );
};

function Steps({ done }: { done: readonly SetupStep[] }): JSX.Element {
  // What was opened stays open, also once it is done: nobody's form goes while they read it.
  const opened = useSignal<readonly SetupStep[]>(SETUP_STEPS.filter(isNamed));
  const closed = useSignal<readonly SetupStep[]>([]);
  const next = SETUP_STEPS.find((step) => !done.includes(step));
  useEffect(() => {
    if (next !== undefined && !opened.value.includes(next)) opened.value = [...opened.value, next];
  }, [next, opened]);
  const w = messages().setup;
  const toggle = (step: SetupStep, isOpen: boolean): void => {
    const [to, from] = isOpen ? [closed, opened] : [opened, closed];
    to.value = [...to.value, step];
    from.value = from.value.filter((one) => one !== step);
  };
  return (
    <>
      <Progress done={done.length} />
      <ol class="setup-steps">
        {SETUP_STEPS.map((step, i) => {
          const isDone = done.includes(step);
          const isOpen = opened.value.includes(step) && !closed.value.includes(step);
          const { title, text, doneText } = w.steps[step];
          return (
            <Step
              key={step}
              number={i + 1}
              title={title}
              text={
                step === 'program' && !isDone && overview.value?.hasDraft === true
                  ? w.inDraft
                  : isDone
                    ? doneText
                    : text
              }
              isDone={isDone}
              {...actionOf(step, { isDone, isOpen, toggle: () => toggle(step, isOpen) })}
            >
              {isOpen && FORMS[step]?.()}
            </Step>
          );
        })}
      </ol>
    </>
  );
}

/** What stands at the end of a step: the way to where it is done, or what opens its form. */
function actionOf(
  step: SetupStep,
  of: { isDone: boolean; isOpen: boolean; toggle: () => void },
): { action: ComponentChildren } {
  const w = messages();
  const { title } = w.setup.steps[step];
  const opens = of.isDone && CHANGED.includes(step) ? w.setup.change : w.setup.open;
  const place = PLACES[step];
  if (place !== undefined)
    return {
      action: (
        <a class={of.isDone ? 'button quiet' : 'button'} href={shopPath(place)}>
          {of.isDone ? w.setup.open : w.setup.acts[step === 'mail' ? 'mail' : 'members']}
        </a>
      ),
    };
  return {
    action: (
      <button
        type="button"
        class="button quiet"
        aria-expanded={of.isOpen}
        aria-label={`${of.isOpen ? w.app.close : opens}: ${title}`}
        onClick={of.toggle}
      >
        {of.isOpen ? w.app.close : opens}
      </button>
    ),
  };
}

/** Whether a link has led to this step. */
function isNamed(step: SetupStep): boolean {
  return location.hash === `#${step}`;
}

function Progress({ done }: { done: number }): JSX.Element {
  const w = messages().setup;
  const text = w.progress(done, SETUP_STEPS.length);
  return (
    <div class="card setup-progress">
      <p>
        <strong>{done === SETUP_STEPS.length ? w.allDone : text}</strong>
      </p>
      <progress max={SETUP_STEPS.length} value={done} aria-label={text} />
    </div>
  );
}
