import type { JSX } from 'preact';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { SurveyDefinition } from '@okaeri/shared/surveys';
import { messages } from '../i18n/messages.ts';
import { wordsOf } from './score-text.ts';

/** What shoppers will see, in the console's language: a picture of it, nothing to be pressed. */
export const SurveyPreview = ({ document }: { document: SurveyDefinition }): JSX.Element => {
  const w = messages().surveys;
  return (
    <aside class="survey-preview" aria-label={w.preview}>
      <p class="quiet small">{w.preview}</p>
      <div class="survey-card">
        {document.questions
          .filter(({ showIf }) => showIf === null)
          .map((one) => (
            <Question key={one.id} of={one} />
          ))}
        <span class="survey-send" aria-hidden="true">
          {w.previewSend}
        </span>
        <p class="quiet small">{w.previewNote}</p>
      </div>
    </aside>
  );
};

function Question({ of }: { of: SurveyQuestion }): JSX.Element {
  const w = messages().surveys;
  return (
    <div>
      <p class="survey-asked">{wordsOf(of.text, w.untitled)}</p>
      {of.kind === 'scale' && (
        <>
          <div class="survey-points" aria-hidden="true">
            {Array.from({ length: Math.max(0, of.max - of.min + 1) }, (_, at) => (
              <span key={at}>{of.min + at}</span>
            ))}
          </div>
          <p class="survey-ends quiet small">
            <span>{wordsOf(of.lowLabel, '')}</span>
            <span>{wordsOf(of.highLabel, '')}</span>
          </p>
        </>
      )}
      {of.kind === 'choices' && (
        <ul class="survey-choices">
          {of.options.map(({ id, name }) => (
            <li key={id}>{wordsOf(name, w.untitled)}</li>
          ))}
        </ul>
      )}
      {of.kind === 'text' && <span class="survey-lines" aria-hidden="true" />}
    </div>
  );
}
