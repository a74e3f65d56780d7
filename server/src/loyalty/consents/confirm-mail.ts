import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';

const ENGLISH = {
  language: 'en',
  subject: (shop: string) => `Confirm that ${shop} may email you`,
  heading: 'One more step',
  intro: (shop: string) =>
    `You asked ${shop} for news and offers by email. Please confirm that this address is yours.`,
  button: 'Confirm',
  closing:
    'The link is good for 7 days. If it wasn’t you, do nothing: you won’t hear from us again.',
  because: (shop: string) => `You get this because your address was entered at ${shop}.`,
};

const JAPANESE: typeof ENGLISH = {
  language: 'ja',
  subject: (shop) => `${shop}：メール配信のご確認`,
  heading: 'あと一歩で完了です',
  intro: (shop) =>
    `${shop}からのお知らせメールのお申し込みをいただきました。ご本人のメールアドレスであることをご確認ください。`,
  button: '確認する',
  closing: 'リンクの有効期限は7日間です。お心当たりがない場合は、何もしなければ配信されません。',
  because: (shop) => `${shop}でこのメールアドレスが入力されたため、お送りしています。`,
};

/** Asks whether an address is that of the person who agreed. It says nothing of what the shop sells. */
export const confirmMail = async (facts: {
  to: string;
  locale: string | null;
  shopName: string;
  wording: string | null;
  confirmUrl: string;
}): Promise<Mail> => {
  const { to, locale, shopName, wording, confirmUrl } = facts;
  const texts = /^ja\b/i.test(locale ?? '') ? JAPANESE : ENGLISH;
  const parts: MailParts = {
    language: texts.language,
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
