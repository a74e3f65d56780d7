import { Hono } from 'hono';
import { html } from 'hono/html';

// What is fetched is this server's own; photos are looked at before they leave.
const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; connect-src 'self'; img-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  // What follows the # goes to no server; nor should the address behind it.
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
} as const;

const PUBLIC_KEY = /^okr_pk_[\w-]{1,100}$/;

/**
 * `/review/{publicKey}#{token}`: the page to which e-mails lead. It opens the form without
 * signing in; what the link is good for is in its token, which only the page's script sees.
 */
export const invitationRoutes = (): Hono => {
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
          <script type="module" src="/widget/v1/okaeri-review.js"></script>
        </head>
        <body>
          <main data-shop="${publicKey}"></main>
          <noscript>Please switch JavaScript on to write here.</noscript>
        </body>
      </html>`;
    return new Response(String(await page), { headers: HEADERS });
  });
  return routes;
};
