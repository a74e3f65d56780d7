import { touchLetter, type LetterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import { readerLanguage, textsIn } from '../../platform/lib/reader-language.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { CASE_TEXTS } from './mail-texts.ts';

/** Where a message stands among those of its case (RFC 5322, section 3.6.4). */
export interface Thread {
  /** What was sent and came before, the oldest first. */
  readonly references: readonly string[];
  readonly replyTo: string;
}

/** References that are named at most: the first and the last ones say where a message belongs. */
const REFERENCES_MAX = 20;

/** A reply of the shop. Its subject stays the same: programs that read mail thread by it too. */
export const replyMail = async (facts: {
  to: string;
  locale: string | null;
  shopName: string;
  text: string;
  /** What the shopper wrote last. */
  answered: string | null;
  thread: Thread;
}): Promise<Mail> => {
  const { to, locale, shopName, text, answered, thread } = facts;
  const language = readerLanguage(locale);
  const texts = textsIn(CASE_TEXTS, language);
  const parts: MailParts = {
    language,
    heading: texts.heading(shopName),
    paragraphs: paragraphsOf(text),
    closing: [
      texts.howToAnswer,
      ...(answered === null ? [] : [texts.youWrote, ...paragraphsOf(answered)]),
    ],
    footer: [texts.because(shopName)],
  };
  const last = thread.references.at(-1);
  const subject = texts.subject(shopName);
  return {
    to,
    fromName: shopName,
    subject: last === undefined ? subject : `Re: ${subject}`,
    text: mailText(parts),
    html: await mailHtml(parts),
    replyTo: thread.replyTo,
    ...(last !== undefined && {
      headers: {
        'In-Reply-To': last,
        References: shortened(thread.references).join(' '),
      },
    }),
  };
};

/** Asks once whether a case was put right. */
export const followUpMail = async (facts: {
  to: string;
  locale: string | null;
  shopName: string;
  pageUrl: string;
  end: LetterEnd;
}): Promise<Mail> => {
  const { to, locale, shopName, pageUrl, end } = facts;
  const language = readerLanguage(locale);
  const texts = textsIn(CASE_TEXTS, language);
  return touchLetter({
    to,
    shopName,
    subject: texts.asksSubject(shopName),
    parts: {
      language,
      heading: texts.asksHeading,
      paragraphs: [texts.asks(shopName)],
      button: { label: texts.answer, url: pageUrl },
      footer: [texts.asksBecause(shopName)],
    },
    end,
    stop: texts.unsubscribe,
  });
};

function paragraphsOf(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function shortened(references: readonly string[]): readonly string[] {
  const [first = ''] = references;
  return references.length <= REFERENCES_MAX
    ? references
    : [first, ...references.slice(1 - REFERENCES_MAX)];
}
