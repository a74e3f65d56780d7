import type { ReviewOffer, ReviewPrompt } from '@okaeri/shared/reviews';
import { touchLetter, type LetterEnd } from '../../loyalty/contacts/touch-letter.ts';
import type { Mail } from '../../platform/mail/mail-sender.ts';
import { mailHtml, mailText, type MailParts } from '../../platform/mail/mail-layout.ts';
import { mailTexts } from './mail-texts.ts';

/** What a request says. */
export interface RequestFacts {
  readonly to: string;
  readonly locale: string | null;
  readonly shopName: string;
  readonly orderId: string;
  readonly step: number;
  /** The shop's own words, in its languages. */
  readonly ownText: Readonly<Record<string, string>> | null;
  readonly asked: readonly { readonly prompt: ReviewPrompt; readonly offer: ReviewOffer | null }[];
  readonly formUrl: string;
  readonly end: LetterEnd;
}

/**
 * A request for reviews of what came with one order. What is offered is said for each
 * product, with the sentence that it is the same whatever one writes; nothing in it
 * depends on what the shopper thinks, which nobody knows.
 */
export const requestMail = async (facts: RequestFacts): Promise<Mail> => {
  const { shopName, orderId, asked, step } = facts;
  const texts = mailTexts(facts.locale);
  const isOffered = asked.some(({ offer }) => offer !== null);
  const lines = asked.map(({ prompt, offer }) => {
    const name = prompt.title ?? prompt.productId;
    return offer === null ? name : `${name}: ${texts.offered(offer.points, offer.photoPoints)}`;
  });
  return touchLetter({
    to: facts.to,
    shopName,
    subject: step === 0 ? texts.subject(shopName) : texts.reminder(shopName),
    parts: {
      language: texts.language,
      heading: texts.heading,
      paragraphs: [ownWords(facts.ownText, texts.language) ?? texts.intro],
      list: lines,
      button: { label: texts.button, url: facts.formUrl },
      closing: isOffered ? [texts.alike] : [],
      footer: [texts.sentBecause(shopName, orderId)],
    },
    end: facts.end,
    stop: texts.unsubscribe,
  });
};

/** The code that shows that the person who writes reads the shopper's mail. */
export const codeMail = async (facts: {
  to: string;
  locale: string | null;
  shopName: string;
  code: string;
}): Promise<Mail> => {
  const { to, shopName, code } = facts;
  const texts = mailTexts(facts.locale);
  const parts: MailParts = {
    language: texts.language,
    heading: texts.codeSubject(shopName),
    paragraphs: [texts.codeIntro],
    big: code,
    closing: [texts.codeClosing],
    footer: [texts.codeBecause(shopName)],
  };
  return {
    to,
    fromName: shopName,
    subject: texts.codeSubject(shopName),
    text: mailText(parts),
    html: await mailHtml(parts),
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
};

function ownWords(texts: RequestFacts['ownText'], language: string): string | undefined {
  return texts === null ? undefined : (texts[language] ?? texts['en'] ?? Object.values(texts)[0]);
}
