import type { JSX } from 'preact';
import { useEffect, useMemo, useRef } from '../ui/hooks.ts';
import type { PublicAnswer, PublicQuestion } from '@okaeri/shared/questions';
import type { AppModel } from '../app/model.ts';
import { adoptReadingSheets } from '../styles/adopt-reading-sheets.ts';
import { ReaderActions } from '../ui/ReaderActions.tsx';
import { Button } from '../ui/Button.tsx';
import { goToMissing } from '../ui/go-to-missing.ts';
import { TextField } from '../ui/TextField.tsx';
import { ForProduct } from '../ui/ForProduct.tsx';
import { Honeypot } from '../ui/Honeypot.tsx';
import { Notice } from '../ui/Notice.tsx';
import { createQuestionsModel, type QuestionsModel } from './questions-model.ts';
import { useSignal } from '../ui/signals.ts';

const QUESTION_MAX = 1000;
const ANSWER_MAX = 2000;

interface Props {
  readonly model: AppModel;
  readonly questions: QuestionsModel;
}

/** One field and its button: for a question, or for an answer to one. */
const SayForm = (props: {
  model: AppModel;
  label: string;
  action: string;
  most: number;
  onSay: (body: string, website: string) => Promise<boolean>;
}): JSX.Element => {
  const { model, label, action, most, onSay } = props;
  const body = useSignal('');
  const missing = useSignal(false);
  const form = useRef<HTMLFormElement | null>(null);
  const busy = useSignal(false);
  const website = useRef('');
  const send = async (): Promise<void> => {
    if (busy.value) return;
    if (body.value.trim() === '') {
      missing.value = true;
      await goToMissing(form.current);
      return;
    }
    busy.value = true;
    if (await onSay(body.value, website.current)) body.value = '';
    busy.value = false;
  };
  return (
    <form
      ref={form}
      class="stack say"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={label}
        missing={missing.value ? model.words.say('writeWords') : null}
        rows={2}
        most={most}
        value={body.value}
        onInput={(text) => {
          body.value = text;
          missing.value = false;
        }}
      />
      <Honeypot onFill={(text) => (website.current = text)} />
      <Button quiet busy={busy.value} onClick={() => void send()}>
        {action}
      </Button>
    </form>
  );
};

/** Brought into sight: the button that was pressed may be gone. */
const focusOn = (line: HTMLElement | null): void => line?.focus();

const Outcome = ({ model, questions, to }: Props & { to: string | null }): JSX.Element | null => {
  const said = questions.said.value;
  return said === null || said.to !== to ? null : (
    <p
      key={said.what}
      ref={focusOn}
      class={said.what === 'postFailed' ? 'alert' : 'quiet-text'}
      role="status"
      tabIndex={-1}
    >
      {model.words.say(said.what)}
    </p>
  );
};

const Answer = ({ model, questions, answer }: Props & { answer: PublicAnswer }): JSX.Element => {
  const { say, day } = model.words;
  const from = {
    shop: say('shopAnswers'),
    buyer: say('verifiedBuyer'),
    insider: say('insider'),
  }[answer.from];
  return (
    <li class="reply">
      <p class="quiet-text facts">
        <strong>{from}</strong>
        {answer.name !== '' && <span>{answer.name}</span>}
        <span>{day(answer.createdAt)}</span>
      </p>
      <p class="words" lang={answer.language ?? undefined} dir="auto">
        {answer.body}
      </p>
      <ReaderActions
        say={say}
        onAsk={() => model.words.load('write')}
        signedIn={model.state.value.me !== null}
        helpful={answer.helpful}
        onVote={() => void questions.vote(answer.id)}
        onReport={(reason) => void questions.report(answer.id, reason)}
      />
    </li>
  );
};

const Question = (props: Props & { question: PublicQuestion }): JSX.Element => {
  const { model, questions, question } = props;
  const { say, day } = model.words;
  const answering = useSignal(false);
  const signedIn = model.state.value.me !== null;
  return (
    <li class="card review" part="question">
      <h4 class="words" lang={question.language ?? undefined} dir="auto">
        {question.body}
      </h4>
      <p class="quiet-text facts">
        {question.name !== '' && <span>{question.name}</span>}
        <span>{day(question.createdAt)}</span>
      </p>
      {question.answers.length > 0 && (
        <ul class="list answers">
          {question.answers.map((answer) => (
            <Answer key={answer.id} model={model} questions={questions} answer={answer} />
          ))}
        </ul>
      )}
      {signedIn && !answering.value && (
        <button type="button" class="plain" onClick={() => (answering.value = true)}>
          {say('answerAct')}
        </button>
      )}
      {answering.value && (
        <SayForm
          model={model}
          label={say('yourAnswer')}
          action={say('send')}
          most={ANSWER_MAX}
          onSay={async (body) => {
            const taken = await questions.answer(question.id, body);
            if (taken) answering.value = false;
            return taken;
          }}
        />
      )}
      <Outcome model={model} questions={questions} to={question.id} />
    </li>
  );
};

const List = ({ model, questions }: Props): JSX.Element | null => {
  const { say } = model.words;
  const page = questions.page.value;
  const status = questions.status.value;
  if (page === null && status === 'failed')
    return (
      <Notice text={say('offline')} action={say('retry')} onAction={() => void questions.load()} />
    );
  if (page === null) return null;
  if (page.items.length === 0) return <p class="quiet-text">{say('questionsNone')}</p>;
  return (
    <>
      <ul class="list" aria-busy={status === 'busy'}>
        {page.items.map((question) => (
          <Question key={question.id} model={model} questions={questions} question={question} />
        ))}
      </ul>
      {page.nextCursor !== null && (
        <Button quiet busy={status === 'busy'} onClick={() => void questions.more()}>
          {say('showMore')}
        </Button>
      )}
    </>
  );
};

const OfProduct = (props: { model: AppModel; productId: string }): JSX.Element | null => {
  const { model, productId } = props;
  const { say } = model.words;
  const questions = useMemo(() => createQuestionsModel(model, productId), [model, productId]);
  useEffect(() => void questions.load(), [questions]);
  // What stands beneath them would move with them.
  if (questions.page.value === null && questions.status.value !== 'failed') return null;
  return (
    <section class="stack reviews" aria-label={say('questionsTitle')}>
      <h3 class="value">{say('questionsTitle')}</h3>
      {model.state.value.me !== null && (
        <SayForm
          model={model}
          label={say('yourQuestion')}
          action={say('askQuestion')}
          most={QUESTION_MAX}
          onSay={(body, website) => questions.ask(body, website)}
        />
      )}
      <Outcome model={model} questions={questions} to={null} />
      <List model={model} questions={questions} />
    </section>
  );
};

/** What is asked about the product the element names, and answered. */
export const Panel = ({ model }: { model: AppModel }): JSX.Element => (
  <ForProduct
    adoptSheet={adoptReadingSheets}
    draw={(productId) => <OfProduct model={model} productId={productId} />}
  />
);
