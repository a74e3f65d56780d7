import { html } from 'hono/html';
import type { ConsentPurpose } from '@okaeri/shared/consents';
import { unsubscribeTexts } from './unsubscribe-texts.ts';

const STYLE = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:#f4f4f2;color:#1c1b19;font:17px/1.6 system-ui,sans-serif}
main{max-width:26em;padding:32px;background:#fff;border-radius:16px}h1{margin:0 0 12px;font-size:22px}
button{min-height:48px;padding:0 22px;border:0;border-radius:10px;background:#1c1b19;color:#fff;font:600 16px system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:3px solid #5b7cfa;outline-offset:2px}button.quiet{display:block;margin-top:8px;background:none;color:inherit;padding:0;text-decoration:underline;font-weight:400}
@media(prefers-color-scheme:dark){body{background:#161513;color:#efece6}main{background:#22201d}button{background:#efece6;color:#1c1b19}button.quiet{color:inherit}}`;

/** The page's own style is the only thing it may load, and the form the only thing it can do. */
export const UNSUBSCRIBE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** What the page shows: the question, what was done, or that the link is none of ours. */
export type UnsubscribeState = 'asks' | 'stopped' | 'stoppedAll' | 'back' | 'wrong';

/** The page behind the last link of an e-mail, before and after its buttons. */
export const unsubscribePage = async (
  language: string,
  state: UnsubscribeState,
  about: { readonly shopName: string; readonly purpose: ConsentPurpose },
): Promise<string> => {
  const texts = unsubscribeTexts(language);
  const { shopName } = about;
  const what = texts.named[about.purpose];
  const said = {
    asks: texts.ask(shopName, what),
    stopped: texts.stopped(shopName, what),
    stoppedAll: texts.stoppedAll(shopName),
    back: texts.back(shopName, what),
    wrong: texts.wrong,
  }[state];
  const again = html`<button class="quiet" name="again" value="yes">${texts.again}</button>`;
  const all = html`<button class="quiet" name="all" value="yes">
    ${texts.stopAll(shopName)}
  </button>`;
  const buttons = {
    asks: html`<button>${texts.stop}</button>${all}`,
    stopped: html`${again}${all}`,
    stoppedAll: again,
    back: '',
    wrong: '',
  }[state];
  const page = html`<!doctype html>
    <html lang="${texts.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${texts.title(what)}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${texts.title(what)}</h1>
          <p role="status">${said}</p>
          <form method="post">${buttons}</form>
        </main>
      </body>
    </html>`;
  return String(await page);
};
