import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Sparkles } from 'lucide';
import { may } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Button } from '../ui/Button.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { createQueue, type Queue } from './queue-model.ts';
import { Reason } from './Reason.tsx';
import { onQueueKey, withholding } from './review-shortcuts.ts';
import { ReviewCard } from './ReviewCard.tsx';

/** The moderation queue, worked through by keys as well as by hand. */
export const QueueTab = (): JSX.Element => {
  const queue = useMemo(createQueue, []);
  useEffect(() => void queue.load(), [queue]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => onQueueKey(queue, event);
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [queue]);
  return (
    <>
      <List queue={queue} />
      <Reason queue={queue} />
    </>
  );
};

function List({ queue }: { queue: Queue }): JSX.Element {
  const items = queue.items.value;
  const w = messages().app;
  if (queue.fault.value !== null && items === undefined)
    return <Fault fault={queue.fault.value} onRetry={() => void queue.load()} />;
  if (items === undefined) return <Skeleton lines={6} />;
  if (items.length === 0) return <Nothing />;
  return (
    <>
      <p class="quiet small">{messages().reviews.starsHidden}</p>
      {may('moderate') && <KeyHelp />}
      <ul class="cards">
        {items.map((review, i) => (
          <ReviewCard
            key={review.id}
            queue={queue}
            review={review}
            isCurrent={review === queue.current.value}
            onFocus={() => (queue.at.value = i)}
          />
        ))}
      </ul>
      {queue.hasMore.value && (
        <Button busy={queue.isLoading.value} onClick={() => void queue.more()}>
          {w.more}
        </Button>
      )}
      <BulkBar queue={queue} />
    </>
  );
}

function Nothing(): JSX.Element {
  const w = messages().reviews;
  return (
    <Empty icon={Sparkles} title={w.emptyWaiting}>
      <p>{w.emptyWaitingText}</p>
    </Empty>
  );
}

function KeyHelp(): JSX.Element {
  const w = messages().reviews;
  const keys = [
    ['j', w.keysText.next],
    ['k', w.keysText.previous],
    ['p', w.keysText.publish],
    ['w', w.keysText.withhold],
    ['r', w.keysText.reply],
    ['x', w.keysText.select],
  ] as const;
  return (
    <p class="key-help quiet small" aria-label={w.keys}>
      {keys.map(([key, text]) => (
        <span key={key}>
          <kbd>{key}</kbd> {text}
        </span>
      ))}
    </p>
  );
}

function BulkBar({ queue }: { queue: Queue }): JSX.Element | null {
  const count = queue.selected.value.size;
  const w = messages().reviews;
  if (count === 0) return null;
  return (
    <div class="bulk" role="region" aria-label={w.selected(count)}>
      <strong>{w.selected(count)}</strong>
      <div class="row">
        <Button kind="primary" onClick={() => void queue.decideSelected({ decision: 'publish' })}>
          {w.publish}
        </Button>
        <Button onClick={() => (withholding.value = 'selected')}>{w.withhold}</Button>
        <Button kind="quiet" onClick={queue.selectAll}>
          {w.selectAll}
        </Button>
        <Button kind="quiet" onClick={queue.clear}>
          {w.clear}
        </Button>
      </div>
    </div>
  );
}
