import { Hono } from 'hono';
import { html } from 'hono/html';

// What is fetched is this server's own.
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // What follows the # goes to no server; nor should the address behind it.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

const PUBLIC_KEY = /^okr_pk_[\w-]{1,100}$/;

/**
 * `/survey/{publicKey}#{token}&score={score}`: the page to which e-mails with a survey lead. What the link is good for
 * stands behind the `#`, which only the page's script sees; nothing is sent before a tap (E39).
 */
export const surveyPageRoutes = (): Hono => {
  const routes = new Hono();
  routes.get('/:publicKey', async (c) => {
    const publicKey = c.req.param('publicKey');
    if (!PUBLIC_KEY.test(publicKey)) return c.notFound();
    const page = html`<!doctype html>
      <html>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <title>Okaeri</title>
          <script type="module" src="/widget/v1/okaeri-survey.js"></script>
        </head>
        <body>
          <main data-shop="${publicKey}"></main>
          <noscript>Please switch JavaScript on to answer here.</noscript>
        </body>
      </html>`;
    return new Response(String(await page), { headers: HEADERS });
  });
  return routes;
};
