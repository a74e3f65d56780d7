import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { z } from 'zod';

/** What the build writes beside the files it names, as far as it is read here. */
const manifestOf = z.record(
  z.string(),
  z.object({
    file: z.string(),
    css: z.array(z.string()).optional(),
    assets: z.array(z.string()).optional(),
    isEntry: z.boolean().optional(),
    name: z.string().optional(),
  }),
);
type ManifestEntry = z.output<typeof manifestOf>[string];

/** Chunks carry a hash in their name and never change. */
const CHUNK_CACHE = 'public, max-age=31536000, immutable';

/**
 * Nothing but this server's own files runs or is shown: no inline script, no inline style, no
 * string becomes markup, no other page frames it. Photos of reviews may lie elsewhere.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: https:",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/**
 * The page in which the console shows the widget. It is to the widget what a shop's page is, so
 * it has the policy our own guide asks of shops; only the console frames it.
 */
const FRAME_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: blob: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ');

/** A sun above a horizon: somebody comes home. */
const ICON = encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 22 22"><rect width="22" height="22" rx="6" fill="#1d6148"/><path d="M6 13a5 5 0 0 1 10 0zM5 15h12v2H5z" fill="#fff"/></svg>',
);

/** `/console`: one page for every address below it, and the files it is made of. */
export const consoleRoutes = (folder: string): Hono => {
  const routes = new Hono();
  const manifest = readManifest(folder);
  const page = pageOf(manifest, { entry: 'console', styled: true });
  const frame = pageOf(manifest, { entry: 'frame', styled: false });
  const pageHeaders = headersOf(POLICY);
  const frameHeaders = headersOf(FRAME_POLICY);
  const files = new Set(
    manifest.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]),
  );
  routes.use('/files/*', async (c, next) => {
    // What pages are made of, and nothing else that the build has left beside it.
    if (!files.has(c.req.path.replace(/^\/console\/files\//, ''))) return c.notFound();
    await next();
    if (c.res.status !== 200) return undefined;
    c.header('Cache-Control', CHUNK_CACHE);
    c.header('X-Content-Type-Options', 'nosniff');
    return undefined;
  });
  routes.use(
    '/files/*',
    serveStatic({
      root: folder,
      precompressed: true,
      rewriteRequestPath: (path) => path.replace(/^\/console\/files/, ''),
    }),
  );
  routes.get('/files/*', (c) => c.notFound());
  routes.get('/frame', () => new Response(frame, { headers: frameHeaders }));
  routes.get('/*', () => new Response(page, { headers: pageHeaders }));
  return routes;
};

function readManifest(folder: string): readonly ManifestEntry[] {
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8');
  return Object.values(manifestOf.parse(JSON.parse(text)));
}

function pageOf(
  manifest: readonly ManifestEntry[],
  page: { entry: string; styled: boolean },
): string {
  const entry = manifest.find((one) => one.isEntry === true && one.name === page.entry);
  if (entry === undefined) throw new Error(`The console was built without its ${page.entry}.`);
  const styles = manifest.flatMap((one) =>
    one.file.endsWith('.css') ? [one.file] : (one.css ?? []),
  );
  const links = [...new Set(page.styled ? styles : [])].map(
    (file) => `<link rel="stylesheet" href="/console/files/${file}">`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:image/svg+xml,${ICON}">
<title>Okaeri</title>
${links.join('\n')}
<script type="module" src="/console/files/${entry.file}"></script>
</head>
<body></body>
</html>
`;
}

function headersOf(policy: string) {
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
}
