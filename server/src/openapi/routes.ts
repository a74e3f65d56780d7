import { Hono } from 'hono';
import type { Deps } from '../deps.ts';
import { replyJson } from '../platform/http/reply.ts';
import { takenBy } from '../platform/http/typed.ts';
import { docsPage, readDocsFile, DOCS_HEADERS } from './docs-page.ts';
import { makeDocument, type Described, type ServedRoute } from './make-document.ts';

/** A route of the whole app, as Hono lists it. */
interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: object;
}

/**
 * `/openapi.json` and `/docs`. The document is made when it is first asked for, of the routes of the
 * app these are part of.
 */
export const documentRoutes = (
  deps: Deps,
  described: Described,
  routes: () => readonly ListedRoute[],
): Hono => {
  let made: Record<string, unknown> | undefined;
  const document = (): Record<string, unknown> => {
    made ??= makeDocument(merged(servedOf(routes())), described, deps.publicUrl);
    return made;
  };
  const PUBLIC = { 'Cache-Control': 'public, max-age=300', 'Access-Control-Allow-Origin': '*' };
  return new Hono()
    .get('/openapi.json', (c) => replyJson(c, document(), { headers: PUBLIC }))
    .get('/docs', () => new Response(docsPage(), { headers: DOCS_HEADERS }))
    .get('/docs/', (c) => c.redirect('/docs', 301))
    .get('/docs/:file', async (c) => {
      const file = await readDocsFile(c.req.param('file'));
      return file === undefined
        ? c.notFound()
        : new Response(file.bytes, { headers: { 'Content-Type': file.type, ...PUBLIC } });
    });
};

function merged(routes: readonly ServedRoute[]): ServedRoute[] {
  const known = new Map<string, ServedRoute>();
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const takes = { ...known.get(name)?.takes, ...route.takes };
    known.set(name, { ...route, takes });
  }
  return [...known.values()];
}

/** Routes with what each was said to take; one may have several handlers. */
function servedOf(routes: readonly ListedRoute[]): ServedRoute[] {
  return routes.map(({ method, path, handler }) => ({ method, path, takes: takenBy(handler) }));
}
