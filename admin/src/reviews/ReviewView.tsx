import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { Star } from 'lucide';
import { shopPath } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { Page } from '../ui/Page.tsx';
import { Empty, Fault, Skeleton } from '../ui/states.tsx';
import { createOneReview } from './queue-model.ts';
import { Reason } from './Reason.tsx';
import { ReviewCard } from './ReviewCard.tsx';
import { reviewTitle } from './review-title.ts';

/** One review on a page of its own. */
export const ReviewView = ({ reviewId }: { reviewId: string }): JSX.Element => {
  const queue = useMemo(() => createOneReview(reviewId), [reviewId]);
  useEffect(() => void queue.load(), [queue]);
  const w = messages();
  const review = queue.items.value?.[0];
  const fault = queue.fault.value;
  const crumbs = [{ href: shopPath('/reviews/all'), text: w.reviews.tabs.all }];
  return (
    <Page title={review === undefined ? w.reviews.title : reviewTitle(review)} crumbs={crumbs}>
      {review !== undefined ? (
        <ul class="cards">
          <ReviewCard queue={queue} review={review} isCurrent={false} onFocus={() => undefined} />
        </ul>
      ) : fault?.code === 'unknownReview' ? (
        <Empty icon={Star} title={w.reviewList.unknown}>
          <p>{w.reviewList.unknownText}</p>
        </Empty>
      ) : fault ? (
        <Fault fault={fault} onRetry={() => void queue.load()} />
      ) : (
        <Skeleton lines={6} />
      )}
      <Reason queue={queue} />
    </Page>
  );
};
