import type { JSX } from 'preact';
import { useRoute } from 'preact-iso';
import { NotFound } from '../app/NotFound.tsx';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { Priorities } from './Priorities.tsx';
import { Suppressions } from './Suppressions.tsx';
import { TouchLog } from './TouchLog.tsx';
import { Wordings } from './Wordings.tsx';

const TABS = ['log', 'priorities', 'wordings', 'suppressions'] as const;
type Tab = (typeof TABS)[number];

const PARTS: Readonly<Record<Tab, () => JSX.Element>> = {
  log: TouchLog,
  priorities: Priorities,
  wordings: Wordings,
  suppressions: Suppressions,
};

const addressOf = (tab: Tab): string => shopPath(tab === 'log' ? '/contacts' : `/contacts/${tab}`);

/** What was said to shoppers unasked, in which order, with which consent, and to whom nothing is. */
export const ContactsPage = (): JSX.Element => {
  const { params } = useRoute();
  const asked = params['tab'] ?? 'log';
  const tab = TABS.find((one) => one === asked);
  if (tab === undefined) return <NotFound />;
  const Part = PARTS[tab];
  const w = messages().contacts;
  return (
    <Page title={w.title} text={w.text}>
      <Tabs
        label={w.title}
        current={addressOf(tab)}
        tabs={TABS.map((one) => ({ href: addressOf(one), text: w.tabs[one] }))}
      />
      <Part />
    </Page>
  );
};
