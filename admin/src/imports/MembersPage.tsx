import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Undo2 } from 'lucide';
import { lazy } from 'preact-iso';
import { denied } from '../app/denied.ts';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { loadWords, messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { SelectField } from '../ui/Field.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/states.tsx';
import { UnreadColumns } from '../app/UnreadColumns.tsx';
import { WritingFields } from '../app/WritingFields.tsx';
import { FaultList } from '../app/FaultList.tsx';
import { ChooseFile } from '../app/ImportParts.tsx';
import { MembersPreview } from './MembersPreview.tsx';
import { createMembers, fieldsOf, type Members } from './members-model.ts';

const ImportsTable = lazy(async () => {
  const [{ ImportsTable: found }] = await Promise.all([
    import('./ImportsTable.tsx'),
    loadWords('lists'),
  ]);
  return found;
});

/** Members of other tools: imported from a file after a preview; an import can be undone as a whole. */
export const MembersPage = (): JSX.Element => {
  const model = useMemo(createMembers, []);
  useEffect(() => {
    void model.past.load();
    void model.program.load();
  }, [model]);
  const { imports, memberImports: w } = messages();
  return (
    <Page wide crumbs={settingsCrumb()} title={w.title} text={w.text}>
      <section>
        <h2>{w.fileTitle}</h2>
        <div class="narrow">
          <SelectField
            label={w.kind}
            hint={w.kindText}
            value={model.kind.value}
            options={w.kinds}
            onValue={(kind) => model.setKind(kind)}
          />
        </div>
        <ChooseFile onFile={model.choose} />
        {model.isBusy.value && <Skeleton />}
        <UnreadColumns
          headers={model.unread.value}
          fields={fieldsOf(model.kind.value)}
          names={w.fields}
          columns={model.options.value.columns}
          onColumn={model.setColumn}
        />
        <WritingFields
          asked={model.asked.value === null ? [] : [model.asked.value]}
          said={model.options.value}
          onWriting={model.setWriting}
        />
        <MembersPreview model={model} />
        <Answer model={model} />
      </section>
      <section>
        <h2>{imports.past}</h2>
        <ImportsTable model={model} />
      </section>
    </Page>
  );
};

/** What came of a file that was just imported, which can be undone at once. */
function Answer({ model }: { model: Members }): JSX.Element | null {
  const { imports, memberImports: w } = messages();
  const answer = model.answer.value;
  if (answer === null) return null;
  return (
    <div class="note" role="status">
      <div>
        <p>{w.done(answer.imported, formatCount(answer.points))}</p>
        <FaultList faults={answer.faults} codes={w.faultCodes} />
      </div>
      <Button icon={Undo2} blocked={denied('run')} onClick={() => void model.undo(answer.id)}>
        {imports.undo}
      </Button>
    </div>
  );
}
