/** The words of e-mails that ask a survey's first question. */
export interface MailTexts {
  readonly language: 'en' | 'ja';
  readonly subject: (shop: string) => string;
  readonly intro: (shop: string) => string;
  readonly tap: string;
  readonly button: string;
  readonly offered: (points: number) => string;
  readonly sentBecause: (shop: string, order: string | null) => string;
  readonly unsubscribe: string;
}

const ENGLISH: MailTexts = {
  language: 'en',
  subject: (shop) => `A question from ${shop}`,
  intro: (shop) => `It takes a minute, and only ${shop} reads it.`,
  tap: 'Tap a number. It opens a page, and nothing is sent before you say so there.',
  button: 'Answer',
  offered: (points) => `${points} points for your answer, whatever you say.`,
  sentBecause: (shop, order) =>
    order === null
      ? `You get this because you have ordered from ${shop}.`
      : `You get this from ${shop} because of your order ${order}.`,
  unsubscribe: 'No more e-mails with surveys',
};

const JAPANESE: MailTexts = {
  language: 'ja',
  subject: (shop) => `${shop}よりおたずねします`,
  intro: (shop) => `1分ほどで終わります。ご回答は${shop}だけが読みます。`,
  tap: '数字を押すとページが開きます。ページで送信するまで、回答は送られません。',
  button: '回答する',
  offered: (points) => `ご回答で${points}ポイント。内容を問いません。`,
  sentBecause: (shop, order) =>
    order === null
      ? `${shop}でお買い物をされた方にお送りしています。`
      : `ご注文（${order}）について、${shop}よりお送りしています。`,
  unsubscribe: 'アンケートのメールの配信を停止する',
};

/** The words in a shopper's language: Japanese where it is, English everywhere else. */
export const mailTexts = (locale: string | null): MailTexts =>
  /^ja\b/i.test(locale ?? '') ? JAPANESE : ENGLISH;
