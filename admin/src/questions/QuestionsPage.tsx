import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { useLocation, useRoute } from 'preact-iso';
import { Check, EyeOff, MessageCircleQuestionMark, Reply } from 'lucide';
import { LIMITS } from '@okaeri/shared/limits';
import type { ModeratedPost } from '@okaeri/shared/questions';
import { denied } from '../app/denied.ts';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatAgo, formatTime } from '../lib/format.ts';
import { AnswerForm } from '../ui/AnswerForm.tsx';
import { Button } from '../ui/Button.tsx';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { WithholdDialog } from '../ui/WithholdDialog.tsx';
import { createPosts, type Posts, type PostTab } from './posts-model.ts';

const TABS: readonly PostTab[] = ['waiting', 'unanswered', 'withheld'];

const EMPTY = {
  waiting: 'emptyWaiting',
  unanswered: 'emptyUnanswered',
  withheld: 'emptyWithheld',
} as const;

/** Questions about products: what waits, what nobody has answered, what is withheld. */
export const QuestionsPage = (): JSX.Element => {
  const { params } = useRoute();
  const { path } = useLocation();
  const tab = TABS.find((one) => one === params['tab']) ?? 'waiting';
  const posts = useMemo(() => createPosts(tab), [tab]);
  const w = messages().questions;
  useEffect(() => void posts.load(), [posts]);
  const addressOf = (one: PostTab): string =>
    shopPath(one === 'waiting' ? '/questions' : `/questions/${one}`);
  const of = posts.withholding.value;
  return (
    <Page title={w.title}>
      <Tabs
        label={w.title}
        current={path}
        tabs={TABS.map((one) => ({ href: addressOf(one), text: w.tabs[one] }))}
      />
      <List posts={posts} />
      {of && (
        <WithholdDialog
          onClose={() => (posts.withholding.value = null)}
          onReason={(reason, note) => {
            posts.withholding.value = null;
            const said = note.trim() === '' ? null : note.trim();
            void posts.decide(of, { decision: 'withhold', reason, note: said });
          }}
        />
      )}
    </Page>
  );
};

function List({ posts }: { posts: Posts }): JSX.Element {
  const items = posts.items.value;
  const w = messages();
  if (posts.fault.value)
    return <Fault fault={posts.fault.value} onRetry={() => void posts.load()} />;
  if (items === undefined) return <Skeleton lines={6} />;
  if (items.length === 0)
    return (
      <Empty icon={MessageCircleQuestionMark} title={w.questions[EMPTY[posts.tab]]}>
        <p>{w.questions.emptyText}</p>
      </Empty>
    );
  return (
    <>
      <ul class="cards">
        {items.map((post) => (
          <PostCard key={post.id} posts={posts} post={post} />
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

function PostCard({ posts, post }: { posts: Posts; post: ModeratedPost }): JSX.Element {
  const w = messages();
  return (
    <li class="card">
      <p class="facts quiet small">
        <span class="badge">{w.questions[post.kind]}</span>
        <strong>{post.name}</strong>
        <span>{w.questions.from[post.from]}</span>
        <span>
          {w.reviews.product}: {post.productId}
        </span>
        <time dateTime={post.createdAt} title={formatTime(post.createdAt)}>
          {formatAgo(post.createdAt)}
        </time>
      </p>
      <p class="said" dir="auto">
        {post.body}
      </p>
      {post.signals.length > 0 && (
        <ul class="chips" aria-label={w.reviews.waiting}>
          {post.signals.map((signal) => (
            <li key={signal} class="badge warn">
              {w.signals[signal]}
            </li>
          ))}
        </ul>
      )}
      {post.reason && <p class="note small">{w.reviews.decidedFor(w.reasons[post.reason])}</p>}
      {posts.answering.value === post.id ? (
        <AnswerForm
          label={w.questions.answerLabel}
          send={w.questions.sendAnswer}
          name={post.id}
          maxLength={LIMITS.answerMax}
          onSend={(text) => posts.answer(post, text)}
          onCancel={() => (posts.answering.value = null)}
        />
      ) : (
        <Acts posts={posts} post={post} />
      )}
    </li>
  );
}

function Acts({ posts, post }: { posts: Posts; post: ModeratedPost }): JSX.Element {
  const w = messages();
  const blocked = denied('moderate');
  const isShown = post.state === 'published';
  return (
    <div class="row">
      {(posts.tab === 'waiting' || !isShown) && (
        <Button
          kind="primary"
          icon={Check}
          blocked={blocked}
          onClick={() => void posts.decide(post, { decision: 'publish' })}
        >
          {w.reviews.publish}
        </Button>
      )}
      {isShown && post.kind === 'question' && (
        <Button
          kind={posts.tab === 'unanswered' ? 'primary' : 'plain'}
          icon={Reply}
          blocked={blocked}
          onClick={() => (posts.answering.value = post.id)}
        >
          {w.reviews.reply}
        </Button>
      )}
      {post.state !== 'withheld' && (
        <Button icon={EyeOff} blocked={blocked} onClick={() => (posts.withholding.value = post)}>
          {w.reviews.withhold}
        </Button>
      )}
    </div>
  );
}
