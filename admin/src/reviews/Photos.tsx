import { useEffect, useMemo } from 'preact/hooks';
import type { JSX } from 'preact';
import { pathOf } from '@okaeri/shared/paths';
import type { QueuedReview } from '@okaeri/shared/review-queue';
import type { ReviewPhoto } from '@okaeri/shared/reviews';
import { may, shopId } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { ApiError } from '../lib/request.ts';
import { createResource } from '../lib/resource.ts';

interface Props {
  photo: ReviewPhoto;
  alt: string;
}

/** The photos of a review; of a withheld one for those who decide about it alone. */
export const Photos = ({ review }: { review: QueuedReview }): JSX.Element | null => {
  if (review.photos.length === 0) return null;
  const isPublic = review.state === 'published' || review.state === 'queued';
  const w = messages().reviews;
  if (!isPublic && !may('moderate')) return <p class="quiet small">{w.noPhoto}</p>;
  return (
    <div class="photos">
      {review.photos.map((photo, i) =>
        isPublic ? (
          <Shown key={photo.id} photo={photo} alt={w.photo(i + 1)} path={photo.path} />
        ) : (
          <Hidden key={photo.id} photo={photo} alt={w.photo(i + 1)} />
        ),
      )}
    </div>
  );
};

function Shown({ photo, alt, path }: Props & { path: string }): JSX.Element {
  return (
    <a href={path} target="_blank" rel="noreferrer">
      <img src={path} width={photo.width} height={photo.height} loading="lazy" alt={alt} />
    </a>
  );
}

function Hidden({ photo, alt }: Props): JSX.Element | null {
  const known = useMemo(() => createResource(() => readPhoto(photo.id)), [photo.id]);
  useEffect(() => void known.load(), [known]);
  const path = known.value.value;
  useEffect(() => () => (path === undefined ? undefined : URL.revokeObjectURL(path)), [path]);
  if (known.fault.value) return <p class="quiet small">{messages().reviews.noPhoto}</p>;
  return path === undefined ? null : <Shown photo={photo} alt={alt} path={path} />;
}

/** A photo nobody else is shown: it is asked for in the name of the person who is signed in. */
async function readPhoto(id: string): Promise<string> {
  const headers = { 'Okaeri-Shop': shopId.value ?? '' };
  const answer = await fetch(`/v1${pathOf('reviews', 'photos', id)}`, { headers }).catch(
    (error: unknown) => {
      throw new ApiError('offline', String(error));
    },
  );
  if (!answer.ok) throw new ApiError('unknownPhoto', `${answer.status}`);
  return URL.createObjectURL(await answer.blob());
}
