import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import { readerLanguage, textsIn } from '../../platform/lib/reader-language.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { CONFIRM_MAIL_TEXTS } from './confirm-mail-texts.ts';

/** Asks whether an address is that of the person who agreed. It says nothing of what the shop sells. */
export const confirmMail = async (facts: {
  to: string;
  locale: string | null;
  shopName: string;
  wording: string | null;
  confirmUrl: string;
}): Promise<Mail> => {
  const { to, locale, shopName, wording, confirmUrl } = facts;
  const language = readerLanguage(locale);
  const texts = textsIn(CONFIRM_MAIL_TEXTS, language);
  const parts: MailParts = {
    language,
    heading: texts.heading,
    paragraphs: [texts.intro(shopName), ...(wording === null ? [] : [`“${wording}”`])],
    button: { label: texts.button, url: confirmUrl },
    closing: [texts.closing],
    footer: [texts.because(shopName)],
  };
  return {
    to,
    fromName: shopName,
    subject: texts.subject(shopName),
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
};
