import { useEffect } from 'preact/hooks';
import type { JSX } from 'preact';
import { lazy, useLocation, useRoute } from 'preact-iso';
import { idOfSegment } from '@okaeri/shared/paths';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { shopPath } from '../app/session.ts';
import { loadWords, messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { QueueTab } from './QueueTab.tsx';

// The queue is what one comes for; these are each for another moment.
const AllTab = lazy(async () => {
  const [{ AllTab: found }] = await Promise.all([import('./AllTab.tsx'), loadWords('lists')]);
  return found;
});
const ReviewView = lazy(async () => {
  const [{ ReviewView: found }] = await Promise.all([
    import('./ReviewView.tsx'),
    loadWords('lists'),
  ]);
  return found;
});
const FiguresTab = lazy(async () => (await import('./FiguresTab.tsx')).FiguresTab);
const ImportsTab = lazy(async () => (await import('./ImportsTab.tsx')).ImportsTab);
const SettingsTab = lazy(async () => (await import('./SettingsTab.tsx')).SettingsTab);

const TABS = ['waiting', 'all', 'figures', 'imports', 'settings'] as const;
type Tab = (typeof TABS)[number];
/** Tabs of a release before, which are views of all reviews now. */
const FORMER = ['published', 'withheld', 'removed'];

/** Reviews: what waits, what was decided, what it comes to, and how the shop asks. */
export const ReviewsPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path, route } = useLocation();
  const asked = params['tab'] ?? 'waiting';
  const isFormer = FORMER.includes(asked);
  const tab = isFormer ? 'all' : (TABS.find((one) => one === asked) ?? 'waiting');
  useEffect(() => {
    if (isFormer) route(shopPath(`/reviews/all?state=${asked}`), true);
  }, [asked]);
  if (isUnknownTab([...TABS, ...FORMER], params['tab'])) return <NotFound />;
  const w = messages().reviews;
  const reviewId = params['reviewId'] ?? '';
  if (tab === 'all' && reviewId !== '') return <ReviewView reviewId={idOfSegment(reviewId)} />;
  const addressOf = (one: Tab): string =>
    shopPath(one === 'waiting' ? '/reviews' : `/reviews/${one}`);
  return (
    <Page title={w.title} wide={tab === 'all'}>
      <Tabs
        label={w.title}
        current={path}
        tabs={TABS.map((one) => ({ href: addressOf(one), text: w.tabs[one] }))}
      />
      {!isFormer && <Shown tab={tab} />}
    </Page>
  );
};

function Shown({ tab }: { tab: Tab }): JSX.Element {
  if (tab === 'all') return <AllTab />;
  if (tab === 'figures') return <FiguresTab />;
  if (tab === 'imports') return <ImportsTab />;
  if (tab === 'settings') return <SettingsTab />;
  return <QueueTab />;
}
