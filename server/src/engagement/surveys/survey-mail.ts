import { textFor } from '@okaeri/shared/text-for';
import type { SurveyQuestion } from '@okaeri/shared/survey-questions';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import { mailTexts } from './mail-texts.ts';

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
  readonly unsubscribeUrl: string;
}

/**
 * The first question of a survey, with a link for each point of its scale. A link opens the form with the point
 * chosen, and only a tap there sends it: programs that look at mail follow links (E39).
 */
export const surveyMail = async (facts: SurveyMailFacts): Promise<Mail> => {
  const { shopName, question, points, locale } = facts;
  const texts = mailTexts(locale);
  const scale = scaleOf(facts);
  const parts: MailParts = {
    language: texts.language,
    heading: said(question.text, locale),
    paragraphs: [texts.intro(shopName), ...(scale === undefined ? [] : [texts.tap])],
    ...(scale === undefined ? { button: { label: texts.button, url: facts.formUrl } } : { scale }),
    closing: points > 0 ? [texts.offered(points)] : [],
    footer: [texts.sentBecause(shopName, facts.orderId)],
    footerLink: { label: texts.unsubscribe, url: facts.unsubscribeUrl },
  };
  return {
    to: facts.to,
    fromName: shopName,
    subject: texts.subject(shopName),
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: {
      // One click, without a page in between (RFC 8058).
      'List-Unsubscribe': `<${facts.unsubscribeUrl}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    },
  };
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
