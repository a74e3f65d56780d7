import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { shopPath } from '../app/session.ts';
import { Conflict } from '../document/Conflict.tsx';
import { Faults } from '../document/Faults.tsx';
import { SaveBar } from '../document/SaveBar.tsx';
import { language, messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { createAppearanceModel, type AppearanceModel } from './appearance-model.ts';
import { LookForm } from './LookForm.tsx';
import { Preview } from './Preview.tsx';
import { TextsForm } from './TextsForm.tsx';

const TABS = ['look', 'texts'];

/** How the widget looks and what it says, with the widget itself beside it. */
export const AppearancePage = (): JSX.Element => {
  const { params } = useRoute();
  const { path } = useLocation();
  const model = useMemo(() => createAppearanceModel(language.peek()), []);
  useEffect(() => void model.load(), [model]);
  if (isUnknownTab(TABS, params['tab'])) return <NotFound />;
  const w = messages();
  return (
    <Page title={w.appearance.title} text={w.appearance.text}>
      <Tabs
        label={w.appearance.title}
        current={path}
        tabs={[
          { href: shopPath('/appearance'), text: w.appearance.tabs.look },
          { href: shopPath('/appearance/texts'), text: w.appearance.tabs.texts },
        ]}
      />
      <Shown model={model} tab={params['tab'] ?? 'look'} />
    </Page>
  );
};

function Shown({ model, tab }: { model: AppearanceModel; tab: string }): JSX.Element {
  const { editor } = model;
  const document = editor.document.value;
  if (document === null)
    return editor.fault.value ? (
      <Fault fault={editor.fault.value} onRetry={() => void editor.load()} />
    ) : (
      <Skeleton lines={8} />
    );
  return (
    <div class="workbench">
      <div class="stack wide">
        <Faults editor={editor} />
        {tab === 'texts' ? (
          <TextsForm model={model} />
        ) : (
          <LookForm model={model} theme={document.theme} />
        )}
        <SaveBar editor={editor} needs="run" />
        <Conflict editor={editor} />
      </div>
      <Preview model={model} appearance={document} />
    </div>
  );
}
