import { useEffect, useRef } from 'preact/hooks';
import type { JSX } from 'preact';
import { Check, EyeOff, Reply } from 'lucide';
import { LIMITS } from '@okaeri/shared/limits';
import type { QueuedReview } from '@okaeri/shared/review-queue';
import { denied } from '../app/denied.ts';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { formatAgo, formatTime } from '../lib/format.ts';
import { productTitle } from '../lib/product-title.ts';
import { AnswerForm } from '../ui/AnswerForm.tsx';
import { Button } from '../ui/Button.tsx';
import { replyingTo, withholding } from './review-shortcuts.ts';
import { Photos } from './Photos.tsx';
import { reviewTitle } from './review-title.ts';
import type { Queue } from './queue-model.ts';

interface Props {
  queue: Queue;
  review: QueuedReview;
  isCurrent: boolean;
  onFocus: () => void;
}

/** One review: what it says, why it is here, what can be done. All of it is text, whatever it holds. */
export const ReviewCard = ({ queue, review, isCurrent, onFocus }: Props): JSX.Element => {
  const card = useRef<HTMLLIElement>(null);
  const w = messages().reviews;
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <li
      ref={card}
      class={`card review${isCurrent ? ' current' : ''}`}
      aria-current={isCurrent ? 'true' : undefined}
      onFocusIn={onFocus}
      onPointerDown={onFocus}
    >
      <div class="card-head">
        {queue.tab === 'waiting' && may('moderate') && (
          <input
            type="checkbox"
            aria-label={w.select(reviewTitle(review))}
            checked={queue.selected.value.has(review.id)}
            onChange={() => queue.toggle(review.id)}
          />
        )}
        <div class="grow">
          <Stars rating={review.rating} />
          {review.title && (
            <h2 dir="auto" lang={review.language ?? undefined}>
              {review.title}
            </h2>
          )}
        </div>
      </div>
      <p class="said" dir="auto" lang={review.language ?? undefined}>
        {review.body}
      </p>
      <Photos review={review} />
      <Facts review={review} />
      <Why review={review} />
      <Answer queue={queue} review={review} />
      <Acts queue={queue} review={review} isCurrent={isCurrent} />
    </li>
  );
};

function Stars({ rating }: { rating: number | null }): JSX.Element | null {
  const w = messages().reviews;
  // They come with the decision, not before it.
  if (rating === null) return null;
  return (
    <span class="stars" role="img" aria-label={w.stars(rating)}>
      {'★'.repeat(rating)}
      <span class="stars-off">{'★'.repeat(5 - rating)}</span>
    </span>
  );
}

function Facts({ review }: { review: QueuedReview }): JSX.Element {
  const { name, verified, insider, importedFrom, offer, createdAt } = review;
  const w = messages().reviews;
  return (
    <p class="facts quiet small">
      <strong>{name}</strong>
      <span>
        {w.product}: {productTitle(review)}
      </span>
      {verified && <span class="badge good">{w.verified}</span>}
      {insider && <span class="badge">{w.insider}</span>}
      {importedFrom && <span class="badge">{w.imported(importedFrom)}</span>}
      {offer && <span class="badge">{w.offered(offer.points)}</span>}
      <time dateTime={createdAt} title={formatTime(createdAt)}>
        {formatAgo(createdAt)}
      </time>
    </p>
  );
}

function Why({ review }: { review: QueuedReview }): JSX.Element | null {
  const { signals, appeal, reports, decision } = review;
  const w = messages();
  return (
    <>
      {(signals.length > 0 || reports.length > 0) && (
        <ul class="chips" aria-label={w.reviews.waiting}>
          {signals.map((signal) => (
            <li key={signal} class="badge warn">
              {w.signals[signal]}
            </li>
          ))}
          {reports.map(({ reason, count }) => (
            <li key={reason} class="badge warn">
              {w.reviews.reports}: {w.reasons[reason]} ({count})
            </li>
          ))}
        </ul>
      )}
      {decision && (
        <p class="note small">
          {decision.reason && w.reviews.decidedFor(w.reasons[decision.reason])}
          {decision.note && ` · ${decision.note}`}
        </p>
      )}
      {appeal && (
        <blockquote class="appeal">
          <strong>{w.reviews.appeal}</strong>
          <p>{appeal}</p>
        </blockquote>
      )}
    </>
  );
}

function Answer({ queue, review }: { queue: Queue; review: QueuedReview }): JSX.Element | null {
  const { reply } = review;
  const w = messages().reviews;
  const isReplying = replyingTo.value === review.id;
  if (reply === null) return isReplying ? <ReplyForm queue={queue} review={review} /> : null;
  return (
    <blockquote class="answer">
      <strong>{w.shopAnswer}</strong>
      <p>{reply.text}</p>
      {isReplying && <ReplyForm queue={queue} review={review} />}
      {may('moderate') && !isReplying && (
        <div class="row">
          <Button kind="quiet" onClick={() => (replyingTo.value = review.id)}>
            {w.editReply}
          </Button>
          <Button kind="quiet" onClick={() => void queue.reply(review, null)}>
            {w.removeReply}
          </Button>
        </div>
      )}
    </blockquote>
  );
}

function Acts({ queue, review, isCurrent }: Omit<Props, 'onFocus'>): JSX.Element | null {
  const w = messages();
  const { state, reply } = review;
  const blocked = denied('moderate');
  if (state === 'removed') return null;
  // What is published waits again once it is reported; then it can be kept as it is.
  const isWaiting = queue.tab === 'waiting' || state === 'queued' || review.rating === null;
  const canPublish = isWaiting || state === 'withheld';
  return (
    <div class="row">
      {canPublish && (
        <Button
          kind={isCurrent ? 'primary' : 'plain'}
          icon={Check}
          blocked={blocked}
          onClick={() => void queue.decide(review, { decision: 'publish' })}
        >
          {w.reviews.publish}
        </Button>
      )}
      {(isWaiting || state !== 'withheld') && (
        <Button icon={EyeOff} blocked={blocked} onClick={() => (withholding.value = [review])}>
          {w.reviews.withhold}
        </Button>
      )}
      {state === 'published' && reply === null && (
        <Button
          kind="quiet"
          icon={Reply}
          blocked={blocked}
          onClick={() => (replyingTo.value = review.id)}
        >
          {w.reviews.reply}
        </Button>
      )}
    </div>
  );
}

function ReplyForm({ queue, review }: { queue: Queue; review: QueuedReview }): JSX.Element {
  const w = messages().reviews;
  const close = (): void => {
    replyingTo.value = null;
  };
  return (
    <AnswerForm
      label={w.replyLabel}
      send={w.sendReply}
      text={review.reply?.text ?? ''}
      name={review.id}
      maxLength={LIMITS.reviewReplyMax}
      onSend={async (text) => {
        const isTaken = await queue.reply(review, text);
        if (isTaken) close();
        return isTaken;
      }}
      onCancel={close}
    />
  );
}
