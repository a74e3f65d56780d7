import { html } from 'hono/html';
import type { ConsentPurpose } from '@okaeri/shared/consents';
import { textFor } from '@okaeri/shared/text-for';
import { preferenceTexts } from './preference-texts.ts';
import type { MailReason } from './preference-words/shape.ts';
import type { Preferences } from './read-preferences.ts';
import { directionOf } from '../../platform/lib/reader-language.ts';

const STYLE = `body{margin:0;padding:24px 16px 48px;background:#f4f4f2;color:#1c1b19;font:16px/1.6 system-ui,sans-serif}
main{max-width:30em;margin:0 auto;padding:clamp(20px,6vw,28px);background:#fff;border-radius:16px}h1{margin:0 0 12px;font-size:22px;line-height:1.3}h2{margin:32px 0 4px;font-size:16px}
ul{margin:0;padding:0;list-style:none}li{display:flex;gap:12px;align-items:center;padding:12px 0;border-top:1px solid #e4e2dd}li>div{flex:1;min-width:0}p{margin:0 0 12px}
.quiet{display:block;color:#66635d;font-size:14px}.name::first-letter{text-transform:uppercase}details{margin-top:28px}summary{cursor:pointer;min-height:44px;align-content:center;font-weight:600}
button{min-height:44px;padding:8px 18px;border:0;border-radius:10px;background:#1c1b19;color:#fff;font:600 15px/1.3 system-ui,sans-serif;cursor:pointer}
li button{padding-inline:14px;background:none;color:inherit;border:1px solid #8b8880}button.all{width:100%;margin-top:20px;background:none;color:inherit;border:1px solid #8b8880}button.link{padding:0;background:none;color:inherit;text-decoration:underline;font-weight:400}
button:focus-visible,summary:focus-visible{outline:3px solid #5b7cfa;outline-offset:2px}
@media(prefers-color-scheme:dark){body{background:#161513;color:#efece6}main{background:#22201d}.quiet{color:#aaa69e}li{border-color:#3a3733}button{background:#efece6;color:#1c1b19}}`;

/** The page's own style is the only thing it may load, and the form the only thing it can do. */
export const PREFERENCE_HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
} as const;

/** What the page says first: the question, what was done, or that the link is none of ours. */
export type PreferenceState = 'asks' | 'stopped' | 'stoppedAll' | 'back' | 'pending' | 'wrong';

type Texts = ReturnType<typeof preferenceTexts>;

interface About {
  readonly shopName: string;
  /** What the link, or the button that was pressed, is about. */
  readonly purpose: ConsentPurpose;
  readonly preferences: Preferences;
}

/** The page behind the last link of an e-mail: every switch, one tap each, and no box to tick. */
export const preferencePage = async (
  language: string,
  state: PreferenceState,
  about: About,
): Promise<string> => {
  const texts = preferenceTexts(language);
  const { shopName } = about;
  const isWrong = state === 'wrong';
  const page = html`<!doctype html>
    <html lang="${texts.language}" dir="${directionOf(texts.language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="robots" content="noindex" />
        <title>${texts.title(shopName)}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <main>
          <h1>${texts.title(shopName)}</h1>
          ${said(texts, state, about)}
          ${isWrong ? '' : html`<form method="post">${switches(texts, about)}</form>`}
          ${isWrong ? '' : recent(texts, about.preferences)}
        </main>
      </body>
    </html>`;
  return String(await page);
};

function said(texts: Texts, state: PreferenceState, { shopName, purpose, preferences }: About) {
  const isOn = preferences.items.some((item) => item.purpose === purpose && item.isOn);
  // What is off already is not asked about; its switch stands below.
  if (state === 'asks' && !isOn) return '';
  const what = texts.named[purpose];
  const words = {
    asks: texts.ask(shopName, what),
    stopped: texts.stopped(shopName, what),
    stoppedAll: texts.stoppedAll(shopName),
    back: texts.back(shopName, what),
    pending: texts.pending,
    wrong: texts.wrong,
  }[state];
  const again = html`<button class="link" name="start" value="${purpose}">${texts.again}</button>`;
  const button = {
    asks: html`<button name="stop" value="${purpose}">${texts.stopThese}</button>`,
    stopped: again,
    stoppedAll: again,
    back: '',
    pending: '',
    wrong: '',
  }[state];
  return html`<p role="status">${words}</p>
    ${button === '' ? '' : html`<form method="post">${button}</form>`}`;
}

function switches(texts: Texts, { shopName, preferences: { items } }: About) {
  const rows = items.map(({ purpose, isOn, wording, canStart }) => {
    const words = isOn ? null : textFor(wording ?? {}, texts.language);
    return html`<li>
      <div>
        <span class="name">${texts.named[purpose]}</span>
        <span class="quiet">${isOn ? texts.on : texts.off} · ${words ?? texts.about[purpose]}</span>
      </div>
      ${
        isOn || canStart
          ? html`<button
              name="${isOn ? 'stop' : 'start'}"
              value="${purpose}"
              aria-label="${isOn ? texts.stop : texts.start}: ${texts.named[purpose]}"
            >
              ${isOn ? texts.stop : texts.start}
            </button>`
          : ''
      }
    </li>`;
  });
  return html`<h2>${texts.all}</h2>
    <ul>
      ${rows}
    </ul>
    <button class="all" name="all" value="yes">${texts.stopAll(shopName)}</button>`;
}

function recent(texts: Texts, { recent: mails }: Preferences) {
  if (mails.length === 0) return '';
  const dayOf = (iso: string): string =>
    new Intl.DateTimeFormat(texts.language, { dateStyle: 'medium', timeZone: 'UTC' }).format(
      new Date(iso),
    );
  const lines = mails.map(({ at, purpose, isSent, reason }) => {
    const what = purpose === null ? texts.service : texts.named[purpose];
    const line = isSent ? texts.sent(dayOf(at), what) : texts.notSent(dayOf(at), what);
    return html`<li>
      <div>${line}<span class="quiet">${because(texts, reason, dayOf)}</span></div>
    </li>`;
  });
  return html`<details>
    <summary>${texts.recent}</summary>
    <ul>
      ${lines}
    </ul>
  </details>`;
}

function because(texts: Texts, reason: MailReason, dayOf: (iso: string) => string): string {
  return reason.kind === 'agreed' && reason.on !== null
    ? texts.becauseAgreedOn(dayOf(reason.on))
    : texts.because[reason.kind];
}
