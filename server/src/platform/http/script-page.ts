import { html } from 'hono/html';
import { directionOf, readerLanguage, textsIn } from '../lib/reader-language.ts';
import { NO_SCRIPT } from './no-script.ts';

/** A page of the widget's own, which its script draws. */
interface ScriptPage {
  readonly publicKey: string;
  /** Its file below `/widget/v1/`. */
  readonly script: string;
  /** What the reader's browser accepts; the script draws in the same language. */
  readonly accepted: string;
  /** Whether photos are looked at there before they leave. */
  readonly hasPhotos?: true;
}

const PUBLIC_KEY = /^okr_pk_[\w-]{1,100}$/;

/**
 * The page behind a link whose token stands after the `#`, which only the page's script sees. The answer is null
 * where the key in its address is none.
 */
export const scriptPage = async (page: ScriptPage): Promise<Response | null> => {
  const { publicKey, script, accepted, hasPhotos } = page;
  if (!PUBLIC_KEY.test(publicKey)) return null;
  const language = readerLanguage(accepted);
  const whole = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>Okaeri</title>
        <script type="module" src="/widget/v1/${script}"></script>
      </head>
      <body>
        <main data-shop="${publicKey}"></main>
        <noscript>${textsIn(NO_SCRIPT, language)}</noscript>
      </body>
    </html>`;
  const images = hasPhotos ? " img-src 'self' blob:;" : '';
  return new Response(String(await whole), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      // What is fetched is this server's own.
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; connect-src 'self';${images} base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      // What follows the # goes to no server; nor should the address behind it.
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  });
};
