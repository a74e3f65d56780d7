import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

interface ConfirmTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly button: string;
  readonly confirmed: (shop: string) => string;
  readonly over: string;
  readonly noScript: string;
}

const ENGLISH: ConfirmTexts = {
  title: 'Confirm your subscription',
  ask: (shop) => `Do you want to get news and offers from ${shop} by email?`,
  button: 'Yes, send me email',
  confirmed: (shop) =>
    `Thank you. ${shop} may now send you email. Every message has a link that stops them.`,
  over: 'This link has expired or was replaced by a newer one. Choose again in the shop, and we’ll send you another.',
  noScript: 'Please turn on JavaScript to confirm here.',
};

const JAPANESE: ConfirmTexts = {
  title: 'メール配信の確認',
  ask: (shop) => `${shop}からのお知らせやお得な情報をメールで受け取りますか。`,
  button: '受け取る',
  confirmed: (shop) =>
    `ありがとうございます。${shop}からメールをお送りします。配信は、メール末尾のリンクからいつでも停止できます。`,
  over: 'このリンクは期限が切れたか、新しいものに置き換えられています。ショップでもう一度お選びください。',
  noScript: 'このページではJavaScriptを有効にしてください。',
};

const STYLE = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:#f4f4f2;color:#1c1b19;font:17px/1.6 system-ui,sans-serif}
main{max-width:26em;padding:32px;background:#fff;border-radius:16px}h1{margin:0 0 12px;font-size:22px}
button{min-height:48px;padding:0 22px;border:0;border-radius:10px;background:#1c1b19;color:#fff;font:600 16px system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:3px solid #5b7cfa;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#161513;color:#efece6}main{background:#22201d}button{background:#efece6;color:#1c1b19}}`;

// What follows the # is sent to no server, and so stands in no log, until the button is pressed.
const SCRIPT = `document.querySelector('[name=token]').value = location.hash.slice(1);`;
const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64');

/** The page's own style and its one line of script are all it may load, and the form all it can do. */
export const CONFIRM_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** The page behind the link of an e-mail: programs that look at mail follow links, so that opening it changes nothing. */
export const confirmPage = async (
  language: string,
  state: 'asks' | 'confirmed' | 'over',
  shopName: string,
): Promise<string> => {
  const isJapanese = /^ja\b/i.test(language);
  const texts = isJapanese ? JAPANESE : ENGLISH;
  const said = {
    asks: texts.ask(shopName),
    confirmed: texts.confirmed(shopName),
    over: texts.over,
  }[state];
  const form = html`<form method="post">
      <input type="hidden" name="token" />
      <button>${texts.button}</button>
    </form>
    <noscript>${texts.noScript}</noscript>
    <script>
      ${raw(SCRIPT)};
    </script>`;
  const page = html`<!doctype html>
    <html lang="${isJapanese ? 'ja' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${texts.title}</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        <main>
          <h1>${texts.title}</h1>
          <p role="status">${said}</p>
          ${state === 'asks' ? form : ''}
        </main>
      </body>
    </html>`;
  return String(await page);
};
