import type { JSX } from 'preact';
import { TriangleAlert } from 'lucide';
import type { Survey, SurveyDefinition } from '@okaeri/shared/surveys';
import { Conflict } from '../document/Conflict.tsx';
import { Faults } from '../document/Faults.tsx';
import { SaveBar } from '../document/SaveBar.tsx';
import { useShownField } from '../document/show-field.ts';
import { messages } from '../i18n/messages.ts';
import { Icon } from '../ui/Icon.tsx';
import { Skeleton } from '../ui/states.tsx';
import { Questions } from './Questions.tsx';
import { SurveyPreview } from './SurveyPreview.tsx';
import type { SurveyModel } from './survey-source.ts';
import { Timing } from './Timing.tsx';

interface Props {
  model: SurveyModel;
  survey: Survey;
  tab: string;
}

/** A survey as it is edited: its questions beside what shoppers will see, or of whom and when they are asked. */
export const EditorTab = ({ model, survey, tab }: Props): JSX.Element => {
  const { editor } = model;
  useShownField();
  const document = editor.document.value;
  const w = messages().surveys;
  if (document === null) return <Skeleton lines={8} />;
  return (
    <div class="stack wide">
      {survey.state === 'ended' && <p class="note">{w.endedText}</p>}
      <Faults editor={editor} />
      <NewWords survey={survey} document={document} />
      {tab === 'timing' ? (
        <Timing editor={editor} document={document} />
      ) : (
        <div class="survey-editor">
          <Questions editor={editor} document={document} />
          <SurveyPreview document={document} />
        </div>
      )}
      {survey.state !== 'ended' && <SaveBar editor={editor} needs="run" />}
      <Conflict editor={editor} />
    </div>
  );
};

/** Other words are another version: the trend breaks there, and it is said before it is saved. */
function NewWords(props: { survey: Survey; document: SurveyDefinition }): JSX.Element | null {
  const { survey, document } = props;
  const w = messages().surveys;
  const isSame = JSON.stringify(survey.questions) === JSON.stringify(document.questions);
  if (survey.state === 'draft' || isSame) return null;
  return (
    <div class="note warn" role="status">
      <Icon of={TriangleAlert} size={16} />
      <p>
        <strong>{w.newWords(survey.version + 1)}</strong> {w.newWordsText}
      </p>
    </div>
  );
}
