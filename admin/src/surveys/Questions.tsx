import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide';
import { scoreQuestions } from '@okaeri/shared/survey-checks';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import type { DocumentEditor } from '../document/document-editor.ts';
import { TextAt } from '../document/fields.tsx';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { QuestionFields } from './QuestionFields.tsx';
import { newQuestion } from './new-survey.ts';
import { canMove, moved } from './order-rules.ts';
import { wordsOf } from './score-text.ts';

type Editor = DocumentEditor<SurveyDefinition>;

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowUp: -1, ArrowDown: 1 };

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
  const said = useSignal('');
  const list = useRef<HTMLOListElement>(null);
  const move = (at: number, by: 1 | -1): void => {
    if (!canMove(document, at, by)) return;
    const held = globalThis.document.activeElement;
    put(moved(document, at, by));
    said.value = w.movedTo(at + by + 1, questions.length);
    keepFocus(list.current, at + by, held);
  };
  return (
    <section>
      <TextAt editor={editor} path={['name']} label={w.name} hint={w.nameHint} />
      <ol class="questions" ref={list}>
        {questions.map((one, at) => (
          <li key={one.id} class="question">
            <div class="question-row">
              <Head
                question={one}
                at={at}
                document={document}
                isOpen={open.value === one.id}
                onToggle={() => (open.value = open.value === one.id ? null : one.id)}
                onMove={(by) => move(at, by)}
              />
              {questions.length > 1 && (
                <Moves document={document} at={at} onMove={(by) => move(at, by)} />
              )}
            </div>
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
      <p class="hidden" role="status">
        {said.value}
      </p>
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
  onMove: (by: 1 | -1) => void;
}): JSX.Element {
  const { question, at, document, isOpen, onToggle, onMove } = props;
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
    <button
      type="button"
      class="question-head"
      aria-expanded={isOpen}
      aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
      onClick={onToggle}
      onKeyDown={(event) => {
        const by = event.altKey ? STEPS[event.key] : undefined;
        if (by === undefined) return;
        event.preventDefault();
        onMove(by);
      }}
    >
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

/** What is moved in the document loses the focus; at an end of the way the other button takes it. */
function keepFocus(list: HTMLElement | null, at: number, held: Element | null): void {
  requestAnimationFrame(() => {
    const buttons = list?.children[at]?.querySelectorAll<HTMLElement>('.question-moves button');
    const own = held instanceof HTMLElement && list?.contains(held) === true ? held : null;
    const other = [...(buttons ?? [])].find((one) => one !== own);
    (own?.matches(':disabled') === true ? other : own)?.focus();
  });
}

/** A place up, a place down: what cannot go there says so by resting. */
function Moves(props: {
  document: SurveyDefinition;
  at: number;
  onMove: (by: 1 | -1) => void;
}): JSX.Element {
  const { document, at, onMove } = props;
  const w = messages().surveys;
  const name = wordsOf(document.questions[at]?.text ?? {}, w.untitled);
  return (
    <span class="question-moves">
      {([-1, 1] as const).map((by) => (
        <button
          key={by}
          type="button"
          disabled={!canMove(document, at, by)}
          aria-label={by < 0 ? w.moveUp(name) : w.moveDown(name)}
          onClick={() => onMove(by)}
        >
          <Icon of={by < 0 ? ArrowUp : ArrowDown} size={16} />
        </button>
      ))}
    </span>
  );
}

/** Whether the score is made of it: its scale is fixed, and it cannot be left out. */
function isScored({ kind, questions }: SurveyDefinition, { id }: SurveyQuestion): boolean {
  return scoreQuestions(kind, questions).includes(id);
}
