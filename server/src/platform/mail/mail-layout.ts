import { html } from 'hono/html';
import { directionOf } from '../lib/reader-language.ts';

/** What a message of this house has, whatever it is about; the same in text and in HTML. */
export interface MailParts {
  readonly language: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Things it is about, a line each. */
  readonly list?: readonly string[];
  /** Something to read at a glance, such as a code. */
  readonly big?: string;
  /** Points of a scale, each a link, with words at both ends. */
  readonly scale?: {
    readonly low: string;
    readonly high: string;
    readonly links: readonly { readonly label: string; readonly url: string }[];
  };
  readonly button?: { readonly label: string; readonly url: string };
  readonly closing?: readonly string[];
  readonly footer: readonly string[];
  readonly footerLink?: { readonly label: string; readonly url: string };
}

const STYLE = {
  body: 'margin:0;padding:24px 12px;background:#f4f4f2;color:#1c1b19;font:16px/1.55 system-ui,sans-serif',
  card: 'max-width:480px;margin:0 auto;padding:28px;background:#ffffff;border-radius:14px',
  heading: 'margin:0 0 14px;font-size:21px;line-height:1.3',
  button:
    'display:inline-block;margin:10px 0 18px;padding:13px 22px;border-radius:10px;background:#1c1b19;color:#ffffff;font-weight:600;text-decoration:none',
  big: 'margin:12px 0 18px;font-size:30px;font-weight:700;letter-spacing:0.18em',
  point:
    'display:inline-block;min-width:24px;margin:0 4px 8px 0;padding:9px 7px;border-radius:10px;background:#efeeea;color:#1c1b19;font-weight:600;text-align:center;text-decoration:none',
  ends: 'margin:0 0 18px;color:#6b6862;font-size:13px',
  quiet: 'margin:0 auto;padding:16px 28px 0;max-width:480px;color:#6b6862;font-size:13px',
} as const;

/** The HTML of a message: what people wrote is text in it, and nothing is fetched from anywhere. */
export const mailHtml = async (parts: MailParts): Promise<string> => {
  const { language, heading, paragraphs, list, big, scale, button } = parts;
  const { closing, footer, footerLink } = parts;
  const lines = (texts: readonly string[]) =>
    texts.map((text) => html`<p style="margin:0 0 12px">${text}</p>`);
  const page = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta name="color-scheme" content="light" />
        <title>${heading}</title>
      </head>
      <body dir="${directionOf(language)}" style="${STYLE.body}">
        <div style="${STYLE.card}">
          <h1 style="${STYLE.heading}">${heading}</h1>
          ${lines(paragraphs)}
          ${
            list === undefined
              ? ''
              : html`<ul style="margin:0 0 12px;padding-inline-start:20px">
                  ${list.map((text) => html`<li dir="auto">${text}</li>`)}
                </ul>`
          }
          ${big === undefined ? '' : html`<p style="${STYLE.big}">${big}</p>`}
          ${
            scale === undefined
              ? ''
              : html`<p style="margin:14px 0 0">
                    ${scale.links.map(
                      ({ label, url }) =>
                        html`<a style="${STYLE.point}" href="${url}">${label}</a> `,
                    )}
                  </p>
                  <p style="${STYLE.ends}">${endsOf(scale)}</p>`
          }
          ${
            button === undefined
              ? ''
              : html`<a style="${STYLE.button}" href="${button.url}">${button.label}</a>`
          }
          ${lines(closing ?? [])}
        </div>
        <div style="${STYLE.quiet}">
          ${lines(footer)}
          ${
            footerLink === undefined
              ? ''
              : html`<p>
                  <a style="color:#6b6862" href="${footerLink.url}">${footerLink.label}</a>
                </p>`
          }
        </div>
      </body>
    </html>`;
  return String(await page);
};

/** The same in plain text. */
export const mailText = (parts: MailParts): string => {
  const { heading, paragraphs, list, big, scale, button, closing, footer, footerLink } = parts;
  return [
    heading,
    ...paragraphs,
    ...(list === undefined ? [] : [list.map((text) => `- ${text}`).join('\n')]),
    ...(big === undefined ? [] : [big]),
    ...(button === undefined ? [] : [`${button.label}:\n${button.url}`]),
    ...(scale === undefined
      ? []
      : [endsOf(scale), ...scale.links.map(({ label, url }) => `${label}: ${url}`)]),
    ...(closing ?? []),
    `-- \n${footer.join('\n')}`,
    ...(footerLink === undefined ? [] : [`${footerLink.label}:\n${footerLink.url}`]),
  ].join('\n\n');
};

function endsOf({ links, low, high }: NonNullable<MailParts['scale']>): string {
  return `${links[0]?.label}: ${low} · ${links.at(-1)?.label}: ${high}`;
}
