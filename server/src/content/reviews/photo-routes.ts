import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import { isKnown } from '../../platform/http/if-none-match.ts';
import { ProblemError } from '../../platform/http/problem.ts';
import { mayShowPhoto } from './show-photo.ts';

/**
 * How long any holder of a photo shows it without asking again: a browser, or a CDN in front. A
 * review that was withheld, removed or erased shows its photos no longer than this.
 */
export const PHOTO_KEPT_SECONDS = 300;

/** What is said of every photo, whether it is sent or known: it is nothing but a picture. */
const HEADERS = {
  'Cache-Control': `public, max-age=${PHOTO_KEPT_SECONDS}, must-revalidate`,
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** A photo may be shown again, so nobody keeps that there is none. */
const NONE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff' } as const;

const FILE = /^([\w-]{22})\.webp$/;

/** `/media/{name}.webp`: photos of reviews. */
export const mediaRoutes = (deps: Deps): Hono => {
  const routes = new Hono();
  routes.get('/:file', async (c) => {
    const name = FILE.exec(c.req.param('file'))?.[1];
    // First whether it may be shown: to whoever has it already the answer is not "not modified".
    if (name === undefined || !(await mayShowPhoto(deps, name))) throw gone();
    // What a name stands for never changes.
    const headers = { ...HEADERS, ETag: `"${name}"` };
    if (isKnown(c, headers.ETag)) return new Response(null, { status: 304, headers });
    const found = await deps.media.get(name);
    if (found === undefined) throw gone();
    const sent = { 'Content-Type': 'image/webp', 'Content-Length': String(found.bytes) };
    // Nobody reads what `HEAD` asks for: the file is closed here.
    if (c.req.method === 'HEAD') await found.body.cancel();
    const body = c.req.method === 'HEAD' ? null : found.body;
    return new Response(body, { headers: { ...headers, ...sent } });
  });
  return routes;
};

function gone(): ProblemError {
  return new ProblemError('notFound', 'There is no such photo.', { headers: NONE });
}
