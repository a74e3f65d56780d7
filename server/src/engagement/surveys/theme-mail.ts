import { textFor } from '@okaeri/shared/text-for';
import { touchLetter, type LetterEnd } from '../../loyalty/contacts/touch-letter.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';

/** What is said to somebody whose answer was about a theme. */
export interface ThemeMailFacts {
  readonly to: string;
  readonly locale: string | null;
  readonly shopName: string;
  readonly name: Readonly<Record<string, string>>;
  /** What the shop did, in its words. */
  readonly text: string;
  readonly end: LetterEnd;
}

const TEXTS = {
  en: {
    subject: (shop: string) => `You said, ${shop} did`,
    heading: 'You said, we did',
    said: (theme: string) => `In a survey you told us about: ${theme}.`,
    sentBecause: (shop: string) => `You get this once from ${shop}, because you answered a survey.`,
    unsubscribe: 'No more e-mails like this',
  },
  ja: {
    subject: (shop: string) => `${shop}：お客様の声への対応`,
    heading: 'お客様の声への対応',
    said: (theme: string) => `アンケートで「${theme}」についてご意見をいただきました。`,
    sentBecause: (shop: string) =>
      `アンケートにご回答いただいた方へ、${shop}より一度だけお送りしています。`,
    unsubscribe: 'このようなメールの配信を停止する',
  },
} as const;

/** What the shop did about what somebody said: its words, and never anybody’s answer. */
export const themeMail = async (facts: ThemeMailFacts): Promise<Mail> => {
  const { to, shopName, locale, name, text, end } = facts;
  const language = /^ja\b/i.test(locale ?? '') ? 'ja' : 'en';
  const texts = TEXTS[language];
  const parts = {
    language,
    heading: texts.heading,
    paragraphs: [texts.said(textFor(name, locale) ?? ''), text],
    closing: [],
    footer: [texts.sentBecause(shopName)],
  };
  const subject = texts.subject(shopName);
  return touchLetter({ to, shopName, subject, parts, end, stop: texts.unsubscribe });
};
