import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { LazyPart } from '../ui/LazyPart.tsx';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import './program.css';
import { DraftTab } from './DraftTab.tsx';
import { addressOfPart } from '../document/changes/program-places.ts';
import { DraftBar } from './DraftBar.tsx';
import { nameOf } from './name-of.ts';
import { createEditor, type Editor } from './program-model.ts';
import { TAB_PARTS, TABS, type Tab } from './program-tabs.ts';

/** The programme: its draft, its versions, and what a draft would have done. */
export const ProgramPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path } = useLocation();
  const tab = TABS.find((one) => one === params['tab']) ?? 'draft';
  const editor = useMemo(createEditor, []);
  useEffect(() => void editor.load(), [editor]);
  // Its forms come while the draft is asked for.
  useEffect(() => void TAB_PARTS[tab].load(), [tab]);
  if (isUnknownTab(TABS, params['tab'])) return <NotFound />;
  const w = messages().program;
  const faulty = editor.faultyParts.value;
  const name = nameOf(editor.published.value?.name, '');
  return (
    <Page title={w.title} text={name === '' ? w.text : w.textOf(name)}>
      <DraftBar editor={editor} />
      <Tabs
        label={w.title}
        current={path}
        tabs={TABS.filter((one) => one !== 'machine' || may('run')).map((one) => ({
          href: addressOfPart(one),
          text: w.tabs[one],
          mark: markOf(faulty.get(one)),
          count: one === 'versions' ? editor.published.value?.version : undefined,
          onNear: () => void TAB_PARTS[one].load(),
        }))}
      />
      <Shown tab={tab} editor={editor} />
    </Page>
  );
};

/** What a dot beside a tab says. */
function markOf(faults: number | undefined): string | undefined {
  return faults === undefined ? undefined : messages().document.faults(faults);
}

function Shown({ tab, editor }: { tab: Tab; editor: Editor }): JSX.Element {
  const document = editor.document.value;
  if (editor.fault.value)
    return <Fault fault={editor.fault.value} onRetry={() => void editor.load()} />;
  if (document === null) return <Skeleton lines={8} />;
  if (tab !== 'versions' && tab !== 'machine')
    return <DraftTab editor={editor} document={document} part={tab} />;
  return (
    <LazyPart of={TAB_PARTS[tab]} shape={<Skeleton lines={8} />}>
      {(Part) => <Part editor={editor} document={document} />}
    </LazyPart>
  );
}
