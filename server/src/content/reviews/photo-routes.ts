import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { sendMedia } from '../../platform/http/send-media.ts';
import { mayShowPhoto } from './show-photo.ts';

/**
 * How long any holder of a photo shows it without asking again: a browser, or a CDN in front. A
 * review that was withheld, removed or erased shows its photos no longer than this.
 */
export const PHOTO_KEPT_SECONDS = 300;

/** `/media/{name}.webp`: photos of reviews. */
export const mediaRoutes = (deps: Deps): Hono =>
  new Hono().get('/:file', (c) =>
    sendMedia(c, deps.media, {
      mayShow: (name) => mayShowPhoto(deps, name),
      cacheControl: `public, max-age=${PHOTO_KEPT_SECONDS}, must-revalidate`,
    }),
  );
