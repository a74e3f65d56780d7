import type { JSX } from 'preact';
import { lazy, useLocation, useRoute } from 'preact-iso';
import { DownloadButton } from '../app/DownloadButton.tsx';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { QueueTab } from './QueueTab.tsx';

// The queue is what one comes for; these are each for another moment.
const FiguresTab = lazy(async () => (await import('./FiguresTab.tsx')).FiguresTab);
const ImportsTab = lazy(async () => (await import('./ImportsTab.tsx')).ImportsTab);
const SettingsTab = lazy(async () => (await import('./SettingsTab.tsx')).SettingsTab);

const QUEUES = ['waiting', 'published', 'withheld', 'removed'] as const;
const TABS = [...QUEUES, 'figures', 'imports', 'settings'] as const;
type Tab = (typeof TABS)[number];

/** Reviews: what waits, what was decided, what it comes to, and how the shop asks. */
export const ReviewsPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path } = useLocation();
  const tab = TABS.find((one) => one === params['tab']) ?? 'waiting';
  const w = messages().reviews;
  const addressOf = (one: Tab): string =>
    shopPath(one === 'waiting' ? '/reviews' : `/reviews/${one}`);
  return (
    <Page
      title={w.title}
      actions={
        <DownloadButton path="/reviews/export.csv" name="reviews.csv">
          {w.export}
        </DownloadButton>
      }
    >
      <Tabs
        label={w.title}
        current={path}
        tabs={TABS.map((one) => ({ href: addressOf(one), text: w.tabs[one] }))}
      />
      <Shown tab={tab} />
    </Page>
  );
};

function Shown({ tab }: { tab: Tab }): JSX.Element {
  if (tab === 'figures') return <FiguresTab />;
  if (tab === 'imports') return <ImportsTab />;
  if (tab === 'settings') return <SettingsTab />;
  return <QueueTab tab={tab} />;
}
