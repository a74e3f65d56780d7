import { textFor } from '@okaeri/shared/text-for';
import { touchLetter, type LetterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { readerLanguage, textsIn } from '../../platform/lib/reader-language.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { THEME_TEXTS } from './theme-texts.ts';

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

/** What the shop did about what somebody said: its words, and never anybody’s answer. */
export const themeMail = async (facts: ThemeMailFacts): Promise<Mail> => {
  const { to, shopName, locale, name, text, end } = facts;
  const language = readerLanguage(locale);
  const texts = textsIn(THEME_TEXTS, language);
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
