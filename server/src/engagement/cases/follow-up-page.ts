import { createHash } from 'node:crypto';
import { html, raw } from 'hono/html';

interface FollowUpTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly solved: string;
  readonly notSolved: (shop: string) => string;
  readonly over: string;
  readonly noScript: string;
}

const ENGLISH: FollowUpTexts = {
  title: 'Did we put it right?',
  ask: (shop) => `${shop} marked what you had told them as solved. Is it?`,
  yes: 'Yes, it’s solved',
  no: 'No, not yet',
  solved: 'Thank you. We’re glad to hear it.',
  notSolved: (shop) => `Thank you for telling us. ${shop} looks at it again and will write to you.`,
  over: 'There is nothing to answer here any more. Write to the shop if something is not right.',
  noScript: 'Please turn on JavaScript to answer here.',
};

const JAPANESE: FollowUpTexts = {
  title: '問題は解決しましたか',
  ask: (shop) => `${shop}は、いただいたお話を解決済みとしました。解決していますか。`,
  yes: 'はい、解決しました',
  no: 'いいえ、まだです',
  solved: 'ご回答ありがとうございます。お役に立てて何よりです。',
  notSolved: (shop) =>
    `お知らせいただきありがとうございます。${shop}が改めて確認し、ご連絡します。`,
  over: 'この確認は終了しています。お困りのことがあれば、ショップへお問い合わせください。',
  noScript: 'このページではJavaScriptを有効にしてください。',
};

const STYLE = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:#f4f4f2;color:#1c1b19;font:17px/1.6 system-ui,sans-serif}
main{max-width:26em;padding:32px;background:#fff;border-radius:16px}h1{margin:0 0 12px;font-size:22px}form{display:flex;flex-wrap:wrap;gap:12px}
button{min-height:48px;padding:0 22px;border:1px solid #1c1b19;border-radius:10px;background:#1c1b19;color:#fff;font:600 16px system-ui,sans-serif;cursor:pointer}
button[value=no]{background:none;color:inherit}button:focus-visible{outline:3px solid #5b7cfa;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#161513;color:#efece6}main{background:#22201d}button{border-color:#efece6;background:#efece6;color:#1c1b19}}`;

// What follows the # is sent to no server, and so stands in no log, until a button is pressed.
const SCRIPT = `document.querySelector('[name=token]').value = location.hash.slice(1);`;
const SCRIPT_HASH = createHash('sha256').update(SCRIPT).digest('base64');

/** The page's own style and its one line of script are all it may load, and the form all it can do. */
export const FOLLOW_UP_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${SCRIPT_HASH}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

export type FollowUpState = 'asks' | 'solved' | 'notSolved' | 'over';

/** The page behind the link of an e-mail: programs that look at mail follow links, so that opening it changes nothing. */
export const followUpPage = async (
  language: string,
  state: FollowUpState,
  shopName: string,
): Promise<string> => {
  const isJapanese = /^ja\b/i.test(language);
  const texts = isJapanese ? JAPANESE : ENGLISH;
  const said = {
    asks: texts.ask(shopName),
    solved: texts.solved,
    notSolved: texts.notSolved(shopName),
    over: texts.over,
  }[state];
  const form = html`<form method="post">
      <input type="hidden" name="token" />
      <button name="solved" value="yes">${texts.yes}</button>
      <button name="solved" value="no">${texts.no}</button>
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
