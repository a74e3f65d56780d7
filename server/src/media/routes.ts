import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { mayShowPhoto } from '../reviews/show-photo.ts';
import { ProblemError } from '../http/problem.ts';

/** What is said of every photo: it never changes, and is nothing but a picture. */
const HEADERS = {
  'Content-Type': 'image/webp',
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** `/media/{name}.webp`: photos of reviews. */
export const mediaRoutes = (deps: Deps): Hono => {
  const routes = new Hono();
  routes.get('/:file{[\\w-]{22}\\.webp}', async (c) => {
    const name = c.req.param('file').replace('.webp', '');
    const found = (await mayShowPhoto(deps, name)) ? await deps.media.get(name) : undefined;
    if (found === undefined) throw new ProblemError('notFound', 'There is no such photo.');
    const headers = { ...HEADERS, 'Content-Length': String(found.bytes) };
    return new Response(found.body, { headers });
  });
  return routes;
};
