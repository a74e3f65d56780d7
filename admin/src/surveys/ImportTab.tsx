import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import type {
  AnswerField,
  AnswerImport,
  AnswerImportPreview,
  AnswerOptions,
} from '@okaeri/shared/answer-imports';
import { segmentOf } from '@okaeri/shared/paths';
import type { Survey } from '@okaeri/shared/surveys';
import { FaultList } from '../app/FaultList.tsx';
import { createFileImport, type FileImport } from '../app/file-import.ts';
import { ChooseFile, ColumnFields, ImportButton, PastImports } from '../app/ImportParts.tsx';
import { api, may } from '../app/session.ts';
import { UnreadColumns } from '../app/UnreadColumns.tsx';
import { WritingFields } from '../app/WritingFields.tsx';
import { messages } from '../i18n/messages.ts';
import { formatCount, formatDay } from '../lib/format.ts';
import { request } from '../lib/request.ts';
import { Skeleton } from '../ui/states.tsx';

type AnswersImport = FileImport<AnswerOptions, AnswerImportPreview, AnswerImport>;

const FIELDS: readonly AnswerField[] = [
  'score',
  'answeredAt',
  'text',
  'respondent',
  'orderId',
  'surveyKind',
];

/** Answers of other tools, brought from a file after a preview: they stand beside the trend, and in no score. */
export const ImportTab = ({ survey }: { survey: Survey }): JSX.Element => {
  const model = useMemo(() => createAnswersImport(survey.id), [survey.id]);
  useEffect(() => void model.past.load(), [model]);
  const w = messages().surveys.imports;
  const answer = model.answer.value;
  return (
    <div class="stack wide">
      {may('run') && (
        <section>
          <h2>{w.title}</h2>
          <p class="quiet">{w.text}</p>
          <ChooseFile onFile={model.choose} />
          {model.isBusy.value && <Skeleton />}
          <UnreadColumns
            headers={model.unread.value}
            fields={FIELDS}
            names={w.fields}
            columns={model.options.value.columns}
            onColumn={model.setColumn}
          />
          <WritingFields
            asked={model.asked.value === null ? [] : [model.asked.value]}
            said={model.options.value}
            onWriting={model.setWriting}
          />
          <Preview model={model} />
          {answer && (
            <div class="note" role="status">
              <div>
                <p>{w.done(formatCount(answer.imported))}</p>
                <FaultList faults={answer.faults} codes={w.faultCodes} />
              </div>
            </div>
          )}
        </section>
      )}
      <section>
        <h2>{messages().imports.past}</h2>
        <PastImports past={model.past} said={w} onUndo={model.undo} />
      </section>
    </div>
  );
};

function Preview({ model }: { model: AnswersImport }): JSX.Element | null {
  const preview = model.preview.value;
  const w = messages().surveys.imports;
  if (preview === null) return null;
  return (
    <section>
      <h3>{messages().imports.preview}</h3>
      <p>
        {w.ready(formatCount(preview.ready), formatCount(preview.rows))}{' '}
        <span class="quiet">{w.read(w.formats[preview.format], preview.encoding)}</span>
      </p>
      <ColumnFields
        fields={FIELDS}
        names={w.fields}
        columns={preview.columns}
        unused={preview.unused}
        onColumn={model.setColumn}
      />
      <ul class="plain-list">
        {preview.sample.map((one) => (
          <li key={one.line}>
            <strong>{messages().surveys.scoreOf(one.score)}</strong> {one.text}{' '}
            <span class="quiet small">{formatDay(one.answeredAt)}</span>
          </li>
        ))}
      </ul>
      <FaultList faults={preview.faults} codes={w.faultCodes} />
      <ImportButton ready={preview.ready} isSending={model.isSending.value} onBring={model.bring}>
        {w.bring(formatCount(preview.ready))}
      </ImportButton>
    </section>
  );
}

/** Files of answers to one survey. */
function createAnswersImport(surveyId: string): AnswersImport {
  const route = api().surveys[':surveyId'].imports;
  return createFileImport<AnswerOptions, AnswerImportPreview, AnswerImport>({
    path: `/surveys/${segmentOf(surveyId)}/imports`,
    first: () => ({ columns: {} }),
    listPast: () => request(route.$get({ param: { surveyId } })),
    takeBack: (importId) => request(route[':importId'].$delete({ param: { surveyId, importId } })),
  });
}
