import type { JSX } from 'preact';
import type {
  ChoicesQuestion,
  ScaleQuestion,
  SurveyQuestion,
} from '@okaeri/shared/survey-questions';
import type { SurveyAnswer } from '@okaeri/shared/surveys';
import type { AppModel } from '../app/model.ts';
import { chosenOf } from './question-rules.ts';

interface Props<Kind> {
  readonly model: AppModel;
  readonly question: Kind;
  /** Sets apart two surveys of one page. */
  readonly name: string;
  readonly answer: SurveyAnswer | undefined;
  readonly onAnswer: (answer: SurveyAnswer) => void;
}

/** Characters an answer in words may have (`answerTextMax`; the list of all limits weighs more than this file). */
const WORDS_MAX = 2000;

/** One question, by its kind. */
export const Question = (props: Props<SurveyQuestion>): JSX.Element => {
  const { question, model } = props;
  if (question.kind === 'scale') return <Scale {...props} question={question} />;
  if (question.kind === 'choices') return <Choices {...props} question={question} />;
  return (
    <Field
      label={model.words.localize(question.text)}
      value={typeof props.answer === 'string' ? props.answer : ''}
      onInput={props.onAnswer}
    />
  );
};

/** Numbers in one row, with words at both ends: radio buttons, for every hand and every reader. */
const Scale = ({ model, question, name, answer, onAnswer }: Props<ScaleQuestion>): JSX.Element => {
  const { localize, count } = model.words;
  const { min, max, text, lowLabel, highLabel } = question;
  const [low, high] = [localize(lowLabel), localize(highLabel)];
  const points = Array.from({ length: max - min + 1 }, (_, index) => min + index);
  const labelOf = (point: number): string | undefined =>
    point === min
      ? `${count(point)}, ${low}`
      : point === max
        ? `${count(point)}, ${high}`
        : undefined;
  return (
    <fieldset role="radiogroup">
      <legend>{localize(text)}</legend>
      <div class={`scale of-${points.length}`}>
        {points.map((point) => (
          <label key={point} part="choice">
            <input
              type="radio"
              name={`${name}-${question.id}`}
              value={point}
              checked={answer === point}
              aria-label={labelOf(point)}
              onChange={() => onAnswer(point)}
            />
            {count(point)}
          </label>
        ))}
      </div>
      <p class="ends quiet-text" aria-hidden="true">
        <span>{low}</span>
        <span>{high}</span>
      </p>
    </fieldset>
  );
};

const Choices = (props: Props<ChoicesQuestion>): JSX.Element => {
  const { model, question, name, answer, onAnswer } = props;
  const { localize, say } = model.words;
  const { options, choicesMax, words } = question;
  const { choices, text } = chosenOf(answer);
  const tell = (next: readonly string[], said: string): void =>
    onAnswer(words ? { choices: [...next], text: said } : [...next]);
  const toggle = (id: string): void => {
    if (choicesMax === 1) return tell([id], text);
    const rest = choices.filter((one) => one !== id);
    return tell(rest.length < choices.length ? rest : [...rest, id], text);
  };
  const isFull = choicesMax > 1 && choices.length >= choicesMax;
  return (
    <fieldset>
      <legend>{localize(question.text)}</legend>
      {choicesMax > 1 && choicesMax < options.length && (
        <p class="quiet-text">{say('surveyMost', { count: choicesMax })}</p>
      )}
      <div class="choices">
        {options.map(({ id, name: label }) => (
          <label key={id} part="choice">
            <input
              type={choicesMax === 1 ? 'radio' : 'checkbox'}
              name={`${name}-${question.id}`}
              checked={choices.includes(id)}
              disabled={isFull && !choices.includes(id)}
              onChange={() => toggle(id)}
            />
            {localize(label)}
          </label>
        ))}
      </div>
      {words && (
        <Field label={say('surveyWords')} value={text} onInput={(said) => tell(choices, said)} />
      )}
    </fieldset>
  );
};

const Field = (props: {
  label: string;
  value: string;
  onInput: (text: string) => void;
}): JSX.Element => (
  <label class="words">
    {props.label}
    <textarea
      rows={2}
      maxLength={WORDS_MAX}
      dir="auto"
      part="field"
      value={props.value}
      onInput={(event) => props.onInput(event.currentTarget.value)}
    />
  </label>
);
