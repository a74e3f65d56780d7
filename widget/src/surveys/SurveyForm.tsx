import type { JSX } from 'preact';
import { useEffect, useRef } from '../ui/hooks.ts';
import type { AppModel } from '../app/model.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Question } from './Question.tsx';
import { isComplete, shownQuestions } from './question-rules.ts';
import type { SurveyModel } from './survey-model.ts';

interface Props {
  readonly model: AppModel;
  readonly survey: SurveyModel;
  /** Whether it can be put away: where a page asks it unasked. */
  readonly canDismiss?: boolean;
}

/** A survey, as far as one has come: its questions, its thanks, or that it is over. */
export const SurveyForm = (props: Props): JSX.Element | null => {
  const { model, survey } = props;
  const { say } = model.words;
  switch (survey.phase.value) {
    case 'asks':
      return <Asked {...props} />;
    case 'sent':
      return <Sent {...props} />;
    case 'withdrawn':
      return (
        <Told text={say('surveyWithdrawn')}>
          <Plain onClick={() => survey.change()}>{say('surveyAgain')}</Plain>
        </Told>
      );
    case 'closed':
      return <Told text={say('surveyClosed')} />;
    default:
      return null;
  }
};

const Asked = ({ model, survey, canDismiss }: Props): JSX.Element | null => {
  const { say, points, language } = model.words;
  const form = survey.form.value;
  const answers = survey.answers.value;
  if (form === null) return canDismiss ? null : <Notice busy text={say('loading')} />;
  const { questions, offer, surveyId } = form;
  const shown = shownQuestions(questions, answers);
  const isBegun = Object.keys(answers).length > 0;
  return (
    <form
      class="survey"
      part="survey"
      onSubmit={(event) => {
        event.preventDefault();
        void survey.send();
      }}
    >
      {shown.map((question) => (
        <Question
          key={question.id}
          model={model}
          question={question}
          name={surveyId}
          answer={answers[question.id]}
          onAnswer={(answer) => survey.choose(question.id, answer)}
        />
      ))}
      {survey.status.value === 'failed' && (
        <p class="alert" role="alert">
          {say('surveyFailed')}
        </p>
      )}
      <div class="survey-foot">
        {isBegun && isComplete(questions, answers) && (
          <Button busy={survey.status.value === 'busy'} onClick={() => void survey.send()}>
            {say('surveySend')}
          </Button>
        )}
        <p class="quiet-text">
          {[say('surveyPrivate'), offer && say('surveyOffer', { points: points(offer.points) })]
            .filter(Boolean)
            .join(/^(ja|zh)/.test(language) ? '' : ' ')}
        </p>
        {canDismiss && !isBegun && (
          <Plain onClick={() => survey.dismiss()}>{say('surveyNotNow')}</Plain>
        )}
      </div>
    </form>
  );
};

const Sent = ({ model, survey }: Props): JSX.Element => {
  const { say, points } = model.words;
  const sent = survey.sent.value;
  const more = [
    ...(sent && sent.points > 0 ? [say('surveyEarned', { points: points(sent.points) })] : []),
    ...(sent?.caseOpened ? [say('surveyHeard')] : []),
  ];
  return (
    <Told text={say(sent ? 'surveyThanks' : 'surveyAnswered')} isDone more={more}>
      <Plain onClick={() => survey.change()}>{say('surveyChange')}</Plain>
      <Plain onClick={() => void survey.withdraw()}>{say('surveyWithdraw')}</Plain>
    </Told>
  );
};

/** What one may do besides: no second button beside the one that matters. */
export const Plain = (props: { onClick: () => void; children: string }): JSX.Element => (
  <button type="button" class="plain" part="button-quiet" onClick={() => props.onClick()}>
    {props.children}
  </button>
);

/** What became of it: it is focused, as the button that was pressed is gone, and so is read once. */
const Told = (props: {
  text: string;
  more?: readonly string[];
  isDone?: boolean;
  children?: JSX.Element | JSX.Element[];
}): JSX.Element => {
  const line = useRef<HTMLParagraphElement | null>(null);
  const { text, more = [], isDone } = props;
  useEffect(() => line.current?.focus({ preventScroll: true }), [text]);
  return (
    <div class="survey told" part="survey">
      {isDone && (
        <span class="tick" part="done" aria-hidden="true">
          <Icon d="m5 12.5 4.5 4.5L19 7.5" />
        </span>
      )}
      <div>
        <p ref={line} class="told-line" tabIndex={-1}>
          <b>{text}</b>
          {more.map((one) => (
            <span key={one} class="quiet-text">
              {one}
            </span>
          ))}
        </p>
        <div class="survey-foot">{props.children}</div>
      </div>
    </div>
  );
};
