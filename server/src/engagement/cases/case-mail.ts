import { touchLetter, type LetterEnd } from '../../loyalty/contacts/touch-letter.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';

interface CaseTexts {
  readonly language: 'en' | 'ja';
  readonly subject: (shop: string) => string;
  readonly heading: (shop: string) => string;
  readonly youWrote: string;
  readonly howToAnswer: string;
  readonly because: (shop: string) => string;
  readonly asksSubject: (shop: string) => string;
  readonly asksHeading: string;
  readonly asks: (shop: string) => string;
  readonly answer: string;
  readonly asksBecause: (shop: string) => string;
  readonly unsubscribe: string;
}

const ENGLISH: CaseTexts = {
  language: 'en',
  subject: (shop) => `Your message to ${shop}`,
  heading: (shop) => `${shop} has answered`,
  youWrote: 'You wrote:',
  howToAnswer: 'To write back, answer this email.',
  because: (shop) => `You get this because you told ${shop} that something was not right.`,
  asksSubject: (shop) => `Did ${shop} put it right?`,
  asksHeading: 'Did we put it right?',
  asks: (shop) => `A week ago ${shop} marked what you had told us about as solved. Is it?`,
  answer: 'Yes or no',
  asksBecause: (shop) => `You get this once because ${shop} looked after something for you.`,
  unsubscribe: 'No more emails that ask what I think',
};

const JAPANESE: CaseTexts = {
  language: 'ja',
  subject: (shop) => `${shop}へのお問い合わせについて`,
  heading: (shop) => `${shop}からの返信`,
  youWrote: 'お客様からのメッセージ：',
  howToAnswer: 'ご返信は、このメールにそのままお送りください。',
  because: (shop) => `${shop}にお問い合わせ・ご意見をいただいたため、お送りしています。`,
  asksSubject: (shop) => `${shop}の対応はいかがでしたか`,
  asksHeading: '問題は解決しましたか',
  asks: (shop) => `1週間前に、${shop}はいただいたお話を解決済みとしました。解決していますか。`,
  answer: '回答する',
  asksBecause: (shop) => `${shop}が対応した件について、一度だけお送りしています。`,
  unsubscribe: 'ご意見をうかがうメールを停止する',
};

/** The words in a shopper's language: Japanese where it is, English everywhere else. */
const caseTexts = (locale: string | null): CaseTexts =>
  /^ja\b/i.test(locale ?? '') ? JAPANESE : ENGLISH;

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
  const texts = caseTexts(locale);
  const parts: MailParts = {
    language: texts.language,
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
  const texts = caseTexts(locale);
  return touchLetter({
    to,
    shopName,
    subject: texts.asksSubject(shopName),
    parts: {
      language: texts.language,
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
