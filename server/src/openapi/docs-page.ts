import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FOLDER = dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/package.json')));

/** What the page loads, all of it from here. */
const FILES: Readonly<Record<string, { readonly type: string; readonly text?: string }>> = {
  'swagger-ui.css': { type: 'text/css; charset=utf-8' },
  'swagger-ui-bundle.js': { type: 'text/javascript; charset=utf-8' },
  'start.js': {
    type: 'text/javascript; charset=utf-8',
    text: `SwaggerUIBundle({
  url: '/openapi.json', dom_id: '#api', deepLinking: true, docExpansion: 'none', filter: true,
  defaultModelsExpandDepth: 0, persistAuthorization: false, validatorUrl: null,
});`,
  },
  'page.css': {
    type: 'text/css; charset=utf-8',
    text: `body { margin: 0; font-family: system-ui, sans-serif; background: #fff; color: #1d1d1f; }
header { max-inline-size: 1460px; margin: 0 auto; padding: 24px 20px 0; }
h1 { font-size: 1.5rem; margin: 0 0 4px; }
p { margin: 0; color: #515154; }
.swagger-ui .information-container { display: none; }`,
  },
};

/** Nothing from elsewhere; the reader's page sets styles on what it draws. */
export const DOCS_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Cache-Control': 'no-cache',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
} as const;

/** The page that shows the document: Swagger UI, served from here. */
export const docsPage = (): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Okaeri API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="stylesheet" href="/docs/page.css" />
  </head>
  <body>
    <header>
      <h1>Okaeri API</h1>
      <p>The same as <a href="/openapi.json">openapi.json</a>, to be read and tried.</p>
    </header>
    <main id="api"></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

/** A file the page loads; undefined where there is none of this name. */
export const readDocsFile = async (
  name: string,
): Promise<{ bytes: string; type: string } | undefined> => {
  const known = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (known === undefined) return undefined;
  const bytes = known.text ?? (await readFile(join(FOLDER, name), 'utf8'));
  return { bytes, type: known.type };
};
