import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { lazy, useLocation, useRoute } from 'preact-iso';
import { MessageCircleQuestionMark } from 'lucide';
import { idOfSegment } from '@okaeri/shared/paths';
import { isUnknownTab } from '../app/known-tab-rules.ts';
import { NotFound } from '../app/NotFound.tsx';
import { overview } from '../app/overview.ts';
import { shopPath } from '../app/session.ts';
import { loadWords, messages } from '../i18n/messages.ts';
import { formatCount } from '../lib/format.ts';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { PostCard } from './PostCard.tsx';
import { createPosts, type Posts, type PostTab } from './posts-model.ts';
import { WithholdPost } from './WithholdPost.tsx';

const AllTab = lazy(async () => {
  const [{ AllTab: found }] = await Promise.all([import('./AllTab.tsx'), loadWords('lists')]);
  return found;
});
const PostView = lazy(async () => {
  const [{ PostView: found }] = await Promise.all([import('./PostView.tsx'), loadWords('lists')]);
  return found;
});

const TABS = ['waiting', 'unanswered', 'all'] as const;
const EMPTY = { waiting: 'emptyWaiting', unanswered: 'emptyUnanswered' } as const;
/** Views of all of them that have an address of their own. */
const VIEWS = ['answered', 'withheld'];

/** Questions about products: what waits, what nobody has answered, and all of them. */
export const QuestionsPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path, route } = useLocation();
  const asked = params['tab'] ?? 'waiting';
  const isView = VIEWS.includes(asked);
  const tab = isView ? 'all' : (TABS.find((one) => one === asked) ?? 'waiting');
  useEffect(() => {
    if (isView) route(shopPath(`/questions/all?state=${asked}`), true);
  }, [asked]);
  if (isUnknownTab([...TABS, ...VIEWS], params['tab'])) return <NotFound />;
  const w = messages().questions;
  const postId = params['postId'] ?? '';
  if (tab === 'all' && postId !== '') return <PostView postId={idOfSegment(postId)} />;
  return (
    <Page title={w.title} wide={tab === 'all'}>
      <Tabs
        label={w.title}
        current={path}
        tabs={TABS.map((one) => ({
          href: shopPath(one === 'waiting' ? '/questions' : `/questions/${one}`),
          text: w.tabs[one],
        }))}
      />
      {tab !== 'all' ? <Cards tab={tab} /> : isView ? null : <AllTab />}
    </Page>
  );
};

function Cards({ tab }: { tab: PostTab }): JSX.Element {
  const posts = useMemo(() => createPosts(tab), [tab]);
  useEffect(() => void posts.load(), [posts]);
  return (
    <>
      <List posts={posts} />
      <WithholdPost acts={posts} />
    </>
  );
}

function List({ posts }: { posts: Posts }): JSX.Element {
  const items = posts.items.value;
  const unanswered = overview.value?.waiting.unanswered ?? 0;
  const w = messages();
  if (posts.fault.value)
    return <Fault fault={posts.fault.value} onRetry={() => void posts.load()} />;
  if (items === undefined) return <Skeleton lines={6} />;
  if (items.length === 0)
    return (
      <Empty icon={MessageCircleQuestionMark} title={w.questions[EMPTY[posts.tab]]}>
        {posts.tab === 'waiting' && unanswered > 0 ? (
          <p>
            {w.questions.unansweredText(formatCount(unanswered), unanswered === 1)}{' '}
            <a href={shopPath('/questions/unanswered')}>{w.questions.toUnanswered}</a>
          </p>
        ) : (
          <p>{w.questions.emptyText}</p>
        )}
      </Empty>
    );
  return (
    <>
      <ul class="cards">
        {items.map((post) => (
          <PostCard key={post.id} acts={posts} post={post} />
        ))}
      </ul>
      {posts.hasMore.value && (
        <Button busy={posts.isLoading.value} onClick={() => void posts.more()}>
          {w.app.more}
        </Button>
      )}
    </>
  );
}
