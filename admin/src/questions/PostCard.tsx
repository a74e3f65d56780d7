import type { ComponentChildren, JSX } from 'preact';
import { Check, EyeOff, Reply } from 'lucide';
import { LIMITS } from '@okaeri/shared/limits';
import type { ModeratedPost } from '@okaeri/shared/questions';
import { denied } from '../app/denied.ts';
import { messages } from '../i18n/messages.ts';
import { formatAgo, formatTime } from '../lib/format.ts';
import { productTitle } from '../lib/product-title.ts';
import { AnswerForm } from '../ui/AnswerForm.tsx';
import { Button } from '../ui/Button.tsx';
import type { PostActs } from './posts-model.ts';

/** A question or an answer: what it says, why it is here, what can be done. */
export const PostCard = (props: {
  acts: PostActs;
  post: ModeratedPost;
  /** What else can be done with it, and what stands below. */
  children?: ComponentChildren;
}): JSX.Element => {
  const { acts, post, children } = props;
  const w = messages();
  return (
    <li class="card">
      <p class="facts quiet small">
        <span class="badge">{w.questions[post.kind]}</span>
        {post.name !== '' && <strong>{post.name}</strong>}
        <span>{w.questions.from[post.from]}</span>
        <span>
          {w.reviews.product}: {productTitle(post)}
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
      {acts.answering.value === post.id ? (
        <Answering acts={acts} post={post} />
      ) : (
        <Acts acts={acts} post={post}>
          {children}
        </Acts>
      )}
    </li>
  );
};

function Answering({ acts, post }: { acts: PostActs; post: ModeratedPost }): JSX.Element {
  const w = messages();
  const standing = acts.standing.value.get(post.id);
  return (
    <>
      {standing !== undefined && (
        <blockquote class="answer">
          <strong>{w.reviews.shopAnswer}</strong>
          <p>{standing.body}</p>
        </blockquote>
      )}
      <AnswerForm
        label={w.questions.answerLabel}
        send={w.questions.sendAnswer}
        text={standing?.body ?? ''}
        name={post.id}
        maxLength={LIMITS.answerMax}
        onSend={(text) => acts.answer(post.id, text)}
        onCancel={() => (acts.answering.value = null)}
      />
    </>
  );
}

function Acts(props: {
  acts: PostActs;
  post: ModeratedPost;
  children: ComponentChildren;
}): JSX.Element {
  const { acts, post, children } = props;
  const w = messages();
  const blocked = denied('moderate');
  const isShown = post.state === 'published';
  return (
    <div class="row">
      {((acts.isQueue && post.signals.length > 0) || !isShown) && (
        <Button
          kind="primary"
          icon={Check}
          blocked={blocked}
          onClick={() => void acts.decide(post, { decision: 'publish' })}
        >
          {w.reviews.publish}
        </Button>
      )}
      {children}
      {isShown && post.kind === 'question' && (
        <Button
          kind={post.answerCount === 0 ? 'primary' : 'plain'}
          icon={Reply}
          blocked={blocked}
          onClick={() => (acts.answering.value = post.id)}
        >
          {w.reviews.reply}
        </Button>
      )}
      {post.state !== 'withheld' && (
        <Button icon={EyeOff} blocked={blocked} onClick={() => (acts.withholding.value = post)}>
          {w.reviews.withhold}
        </Button>
      )}
    </div>
  );
}
