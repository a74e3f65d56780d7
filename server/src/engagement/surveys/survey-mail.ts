import { textFor } from '@okaeri/shared/text-for';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import { touchLetter, type LetterEnd } from '../../loyalty/contacts/touch-letter.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import type { MailParts } from '../../platform/mail/mail-layout.ts';
import { readerLanguage, textsIn } from '../../platform/lib/reader-language.ts';
import { MAIL_TEXTS } from './mail-texts.ts';

/** What a survey by e-mail says. */
export interface SurveyMailFacts {
  readonly to: string;
  readonly locale: string | null;
  readonly shopName: string;
  readonly orderId: string | null;
  readonly question: SurveyQuestion;
  readonly points: number;
  /** The form; a number of its scale is put behind it. */
  readonly formUrl: string;
  readonly end: LetterEnd;
}

/**
 * The first question of a survey, with a link for each point of its scale. A link opens the form with the point
 * chosen, and only a tap there sends it: programs that look at mail follow links (E39).
 */
export const surveyMail = async (facts: SurveyMailFacts): Promise<Mail> => {
  const { shopName, question, points, locale, orderId } = facts;
  const language = readerLanguage(locale);
  const texts = textsIn(MAIL_TEXTS, language);
  const scale = scaleOf(facts);
  const parts = {
    language,
    heading: said(question.text, locale),
    paragraphs: [texts.intro(shopName), ...(scale === undefined ? [] : [texts.tap])],
    ...(scale === undefined ? { button: { label: texts.button, url: facts.formUrl } } : { scale }),
    closing: points > 0 ? [texts.offered(points)] : [],
    footer: [
      orderId === null ? texts.sentBecause(shopName) : texts.sentForOrder(shopName, orderId),
    ],
  };
  const { to, end } = facts;
  const subject = texts.subject(shopName);
  return touchLetter({ to, shopName, subject, parts, end, stop: texts.unsubscribe });
};

function scaleOf({ question, formUrl, locale }: SurveyMailFacts): MailParts['scale'] {
  if (question.kind !== 'scale') return undefined;
  const { min, max, lowLabel, highLabel } = question;
  return {
    low: said(lowLabel, locale),
    high: said(highLabel, locale),
    links: Array.from({ length: max - min + 1 }, (_, index) => ({
      label: String(min + index),
      url: `${formUrl}&score=${min + index}`,
    })),
  };
}

function said(texts: Readonly<Record<string, string>>, locale: string | null): string {
  return textFor(texts, locale) ?? '';
}
