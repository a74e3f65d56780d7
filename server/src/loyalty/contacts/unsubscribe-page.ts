import { html } from 'hono/html';

interface UnsubscribeTexts {
  readonly title: string;
  readonly ask: (shop: string) => string;
  readonly stop: string;
  readonly stopped: (shop: string) => string;
  readonly again: string;
  readonly back: (shop: string) => string;
  readonly wrong: string;
}

const ENGLISH: UnsubscribeTexts = {
  title: 'E-mails asking for reviews',
  ask: (shop) => `Should ${shop} stop asking you for reviews by e-mail?`,
  stop: 'Stop these e-mails',
  stopped: (shop) => `${shop} will not ask you for reviews by e-mail any more.`,
  again: 'That was a mistake: ask me again',
  back: (shop) => `${shop} may ask you for reviews by e-mail again.`,
  wrong: 'This link is not one of ours. Please use the one at the end of the e-mail.',
};

const JAPANESE: UnsubscribeTexts = {
  title: 'レビューのお願いメール',
  ask: (shop) => `${shop}からのレビューのお願いメールを停止しますか。`,
  stop: 'メールを停止する',
  stopped: (shop) => `${shop}からのレビューのお願いメールを停止しました。`,
  again: '間違えたので、再開する',
  back: (shop) => `${shop}からのレビューのお願いメールを再開しました。`,
  wrong: 'このリンクは使えません。メールの末尾にあるリンクをお使いください。',
};

const STYLE = `body{margin:0;min-height:100vh;display:grid;place-content:center;padding:24px;background:#f4f4f2;color:#1c1b19;font:17px/1.6 system-ui,sans-serif}
main{max-width:26em;padding:32px;background:#fff;border-radius:16px}h1{margin:0 0 12px;font-size:22px}
button{min-height:48px;padding:0 22px;border:0;border-radius:10px;background:#1c1b19;color:#fff;font:600 16px system-ui,sans-serif;cursor:pointer}
button:focus-visible{outline:3px solid #5b7cfa;outline-offset:2px}button.quiet{background:none;color:inherit;padding:0;text-decoration:underline;font-weight:400}
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

/** The page behind the last link of an e-mail, before and after its one button. */
export const unsubscribePage = async (
  language: string,
  state: 'asks' | 'stopped' | 'back' | 'wrong',
  shopName: string,
): Promise<string> => {
  const isJapanese = /^ja\b/i.test(language);
  const texts = isJapanese ? JAPANESE : ENGLISH;
  const said = {
    asks: texts.ask(shopName),
    stopped: texts.stopped(shopName),
    back: texts.back(shopName),
    wrong: texts.wrong,
  }[state];
  const button = {
    asks: html`<button>${texts.stop}</button>`,
    stopped: html`<button class="quiet" name="again" value="yes">${texts.again}</button>`,
    back: '',
    wrong: '',
  }[state];
  const page = html`<!doctype html>
    <html lang="${isJapanese ? 'ja' : 'en'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${texts.title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${texts.title}</h1>
          <p role="status">${said}</p>
          <form method="post">${button}</form>
        </main>
      </body>
    </html>`;
  return String(await page);
};
