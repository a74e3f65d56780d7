import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';
import type { WidgetLanguage } from '@okaeri/shared/widget-languages';
import { directionOf, textsIn } from '../lib/reader-language.ts';
import { NO_SCRIPT } from './no-script.ts';

/** What stands on the page behind the link of an e-mail. */
interface LinkPage {
  readonly language: WidgetLanguage;
  readonly title: string;
  /** What is asked or, once it is answered, said. */
  readonly text: string;
  /** What can be answered; none once it is. The first is the one most people want. */
  readonly buttons: readonly LinkButton[];
}

/** A button sends the token of the link and, where it has a name, its value. */
type LinkButton =
  | { readonly text: string; readonly name?: never; readonly value?: never }
  | { readonly text: string; readonly name: string; readonly value: string };

/**
 * The page behind the link of an e-mail. Programs that look at mail follow links, so that opening it changes nothing:
 * a button does. The token stands behind the `#`, which is sent to no server, and so stands in no log, until then.
 */
export const linkPage = async (page: LinkPage): Promise<string> => {
  const { language, title, text, buttons } = page;
  const form = html`<form method="post">
      <input type="hidden" name="token" />
      ${buttons.map(({ text: said, name, value }) =>
        name === undefined
          ? html`<button>${said}</button>`
          : html`<button name="${name}" value="${value}">${said}</button>`,
      )}
    </form>
    <noscript>${textsIn(NO_SCRIPT, language)}</noscript>
    ${raw(SCRIPT_ELEMENT)}`;
  const whole = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          <p role="status">${text}</p>
          ${buttons.length > 0 ? form : ''}
        </main>
      </body>
    </html>`;
  return String(await whole);
};

const STYLE = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:#f4f4f2;color:#1c1b19;font:17px/1.6 system-ui,sans-serif}
main{max-width:26em;padding:32px;background:#fff;border-radius:16px}h1{margin:0 0 12px;font-size:22px}form{display:flex;flex-wrap:wrap;gap:12px}
button{min-height:48px;padding:0 22px;border:1px solid #1c1b19;border-radius:10px;background:#1c1b19;color:#fff;font:600 16px system-ui,sans-serif;cursor:pointer}
button+button{background:none;color:inherit}button:focus-visible{outline:3px solid #5b7cfa;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#161513;color:#efece6}main{background:#22201d}button{border-color:#efece6;background:#efece6;color:#1c1b19}}`;

const SCRIPT = `document.querySelector('[name=token]').value = location.hash.slice(1);`;
// In one piece: a space more, such as a formatter puts into a template, and its hash is another.
const SCRIPT_ELEMENT = `<script>${SCRIPT}</script>`;
const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64');

/** The page's own style and its one line of script are all it may load, and the form all it can do. */
export const LINK_PAGE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;
