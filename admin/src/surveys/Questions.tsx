import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { Plus, Trash2 } from 'lucide';
import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { DocumentEditor } from '../document/document-editor.ts';
import { TextAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { newQuestion } from './new-survey.ts';
import { wordsOf } from './score-text.ts';

type Editor = DocumentEditor<SurveyDefinition>;

/** The questions in their order; one of them is open. */
export const Questions = (props: { editor: Editor; document: SurveyDefinition }): JSX.Element => {
  const { editor, document } = props;
  const { questions } = document;
  const open = useSignal<string | null>(questions[0]?.id ?? null);
  const w = messages().surveys;
  const put = (next: readonly SurveyQuestion[]): void => editor.set(['questions'], next);
  const add = (): void => {
    const one = newQuestion(questions);
    put([...questions, one]);
    open.value = one.id;
  };
  return (
    <section>
      <TextAt editor={editor} path={['name']} label={w.name} hint={w.nameHint} />
      <ol class="questions">
        {questions.map((one, at) => (
          <li key={one.id} class="question">
            <Head
              question={one}
              at={at}
              document={document}
              isOpen={open.value === one.id}
              onToggle={() => (open.value = open.value === one.id ? null : one.id)}
            />
            {open.value === one.id && (
              <div class="question-fields">
                <QuestionFields editor={editor} document={document} question={one} at={at} />
                {!isScored(document, one) && (
                  <Button
                    kind="quiet"
                    icon={Trash2}
                    onClick={() => put(questions.toSpliced(at, 1))}
                  >
                    {w.removeQuestion}
                  </Button>
                )}
              </div>
            )}
          </li>
        ))}
      </ol>
      <Button icon={Plus} onClick={add}>
        {w.addQuestion}
      </Button>
    </section>
  );
};

function Head(props: {
  question: SurveyQuestion;
  at: number;
  document: SurveyDefinition;
  isOpen: boolean;
  onToggle: () => void;
}): JSX.Element {
  const { question, at, document, isOpen, onToggle } = props;
  const w = messages().surveys;
  const { showIf } = question;
  const condition =
    showIf === null || typeof showIf.value !== 'number'
      ? null
      : showIf.op === 'atLeast'
        ? w.shownIfHigh(showIf.value)
        : w.shownIfLow(showIf.value);
  const about = [
    question.kind === 'scale'
      ? `${w.questionKinds.scale} ${w.scaleOf(question.min, question.max)}`
      : w.questionKinds[question.kind],
    question.required ? w.needed : w.optional,
    condition,
  ];
  return (
    <button type="button" class="question-head" aria-expanded={isOpen} onClick={onToggle}>
      <span class="question-at" aria-hidden="true">
        {at + 1}
      </span>
      <span class="grow">
        <strong>{wordsOf(question.text, w.untitled)}</strong>
        <span class="quiet small">{about.filter((one) => one !== null).join(', ')}</span>
      </span>
      {isScored(document, question) && (
        <span class="badge outline">{w.shortScores[document.kind]}</span>
      )}
    </button>
  );
}

/** Whether the score is made of it: its scale is fixed, and it cannot be left out. */
function isScored({ kind, questions }: SurveyDefinition, { id }: SurveyQuestion): boolean {
  return scoreQuestions(kind, questions).includes(id);
}
