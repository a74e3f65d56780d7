import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { FaultList } from '../app/FaultList.tsx';
import { ChooseFile, PastImports } from '../app/ImportParts.tsx';
import { UnreadColumns } from '../app/UnreadColumns.tsx';
import { WritingFields } from '../app/WritingFields.tsx';
import { Skeleton } from '../ui/states.tsx';
import { importFields } from './import-fields.ts';
import { createImports } from './imports-model.ts';
import { ImportPreviewView } from './ImportPreviewView.tsx';

/** Reviews of other tools: imported from a file after a preview; an import can be undone as a whole. */
export const ImportsTab = (): JSX.Element => {
  const model = useMemo(createImports, []);
  useEffect(() => void model.past.load(), [model]);
  const w = messages().reviewImports;
  const answer = model.answer.value;
  return (
    <>
      {may('run') && (
        <section>
          <h2>{w.title}</h2>
          <p class="quiet">{w.text}</p>
          <ChooseFile onFile={model.choose} />
          {model.isBusy.value && <Skeleton />}
          <UnreadColumns
            headers={model.unread.value}
            fields={importFields}
            names={w.fields}
            columns={model.options.value.columns}
            onColumn={model.setColumn}
          />
          <WritingFields
            asked={model.asked.value === null ? [] : [model.asked.value]}
            said={model.options.value}
            onWriting={model.setWriting}
          />
          <ImportPreviewView model={model} />
          {answer && (
            <div class="note" role="status">
              <div>
                <p>{w.done(answer.imported, answer.waiting)}</p>
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
    </>
  );
};
