import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

// Chunks carry a hash in their name and never change; the names of the loader and of
// the client are in shops' pages, so browsers ask for them again after five minutes.
const CHUNK_CACHE = 'public, max-age=31536000, immutable';
const NAMED = /\/okaeri(-\w+)?\.js$|\.json$/;
const LOADER_CACHE = 'public, max-age=300, stale-while-revalidate=86400';

/** The built widget at `/widget/v1/…`. Module chunks are fetched with CORS, so every origin is allowed. */
export const widgetRoutes = (folder: string): Hono => {
  const routes = new Hono();
  routes.use('/v1/*', async (c, next) => {
    await next();
    if (c.res.status !== 200) return;
    c.header('Access-Control-Allow-Origin', '*');
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Cache-Control', NAMED.test(c.req.path) ? LOADER_CACHE : CHUNK_CACHE);
  });
  // The build's own list of what it made; no page asks for it.
  routes.get('/v1/:file{manifest\\.json.*}', (c) => c.notFound());
  routes.use(
    '/v1/*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/widget\/v1/, ''),
    }),
  );
  return routes;
};
