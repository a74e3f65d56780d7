import type { JSX } from 'preact';
import { lazy } from 'preact-iso';
import { settingsCrumb } from '../app/settings-crumb.ts';
import { loadWords, messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';

const LogTable = lazy(async () => {
  const [{ LogTable: found }] = await Promise.all([import('./LogTable.tsx'), loadWords('lists')]);
  return found;
});

/** Who did what, and when. */
export const LogPage = (): JSX.Element => {
  const w = messages().log;
  return (
    <Page wide crumbs={settingsCrumb()} title={w.title} text={w.text}>
      <LogTable />
    </Page>
  );
};
