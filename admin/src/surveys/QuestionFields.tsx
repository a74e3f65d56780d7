import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { ChoicesQuestion, SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { DocumentEditor } from '../document/document-editor.ts';
import { CheckAt, NumberAt, WordsAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { ofKind } from './new-survey.ts';
import { wordsOf } from './score-text.ts';

type Editor = DocumentEditor<SurveyDefinition>;

interface Props {
  editor: Editor;
  document: SurveyDefinition;
  question: SurveyQuestion;
  at: number;
}

/** What can be said of one question. Of one the score is made of the scale is fixed. */
export const QuestionFields = (props: Props): JSX.Element => {
  const { editor, document, question, at } = props;
  const w = messages().surveys;
  const path = ['questions', question.id];
  const isFixed = scoreQuestions(document.kind, document.questions).includes(question.id);
  return (
    <>
      <div class="grid two">
        <WordsAt editor={editor} path={[...path, 'text']} label={w.question} isLong />
        {!isFixed && (
          <SelectField
            label={w.kind}
            value={question.kind}
            options={w.questionKinds}
            onValue={(kind) => editor.set(path, ofKind(question, kind))}
          />
        )}
        {question.kind === 'scale' && (
          <>
            {isFixed ? (
              <p class="question-scale">
                <span>{w.scale}</span> {w.scaleOf(question.min, question.max)}
              </p>
            ) : (
              <NumberAt editor={editor} path={[...path, 'max']} label={w.limit} />
            )}
            <WordsAt editor={editor} path={[...path, 'lowLabel']} label={w.lowLabel} />
            <WordsAt editor={editor} path={[...path, 'highLabel']} label={w.highLabel} />
          </>
        )}
        {!isFixed && at > 0 && <Condition {...props} />}
      </div>
      {question.kind === 'choices' && <Choices {...props} question={question} />}
      {!isFixed && <CheckAt editor={editor} path={[...path, 'required']} label={w.required} />}
    </>
  );
};

function Choices({ editor, question }: Props & { question: ChoicesQuestion }): JSX.Element {
  const w = messages().surveys;
  const path = ['questions', question.id];
  const { options } = question;
  const put = (next: ChoicesQuestion['options']): void => editor.set([...path, 'options'], next);
  const add = (): void => {
    const at = options.length + 1;
    const id = Array.from({ length: at }, (_, i) => `o${at + i}`).find((one) =>
      options.every((option) => option.id !== one),
    );
    put([...options, { id: id ?? `o${at}`, name: {} }]);
  };
  return (
    <>
      {options.map((option, i) => (
        <fieldset key={option.id} class="choice-fields">
          <legend>{w.optionOf(i + 1)}</legend>
          <div class="grid two">
            <WordsAt
              editor={editor}
              path={[...path, 'options', option.id, 'name']}
              label={w.option}
            />
          </div>
          {options.length > 2 && (
            <Button kind="quiet" icon={Trash2} onClick={() => put(options.toSpliced(i, 1))}>
              {w.removeOption}
            </Button>
          )}
        </fieldset>
      ))}
      <div class="row">
        <Button kind="quiet" icon={Plus} onClick={add}>
          {w.addOption}
        </Button>
      </div>
      <NumberAt editor={editor} path={[...path, 'choicesMax']} label={w.choicesMax} />
      <CheckAt editor={editor} path={[...path, 'words']} label={w.words} />
    </>
  );
}

/** Whether it is always shown, or by the score before it. */
function Condition({ editor, document, question, at }: Props): JSX.Element {
  const w = messages().surveys;
  const scales = document.questions.slice(0, at).filter((one) => one.kind === 'scale');
  const choices = scales.flatMap((one) => {
    const name = wordsOf(one.text, w.untitled);
    const [low, high] = [
      Math.floor((one.min + one.max) / 2) + (one.max === 10 ? 1 : 0),
      one.max - 1,
    ];
    return [
      { key: `${one.id} atMost`, text: w.showIfLow(name, low), op: 'atMost', value: low },
      { key: `${one.id} atLeast`, text: w.showIfHigh(name, high), op: 'atLeast', value: high },
    ].map((choice) => ({ ...choice, questionId: one.id }));
  });
  const { showIf } = question;
  const chosen = showIf === null ? 'always' : `${showIf.questionId} ${showIf.op}`;
  const set = (key: string): void => {
    const one = choices.find((choice) => choice.key === key);
    const next =
      one === undefined ? null : { questionId: one.questionId, op: one.op, value: one.value };
    editor.set(['questions', question.id, 'showIf'], next);
  };
  return (
    <SelectField<string>
      label={w.showIf}
      value={chosen}
      options={Object.fromEntries([
        ['always', w.always],
        ...choices.map(({ key, text }) => [key, text] as const),
      ])}
      onValue={set}
    />
  );
}
