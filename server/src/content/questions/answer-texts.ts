/** The words of the e-mail about an answer. */
export interface AnswerTexts {
  readonly language: 'en' | 'ja';
  readonly subject: (shop: string) => string;
  readonly heading: string;
  readonly asked: string;
  readonly shop: (name: string) => string;
  readonly insider: (name: string, shop: string) => string;
  readonly buyer: (name: string) => string;
  readonly button: string;
  readonly because: (shop: string) => string;
}

const ENGLISH: AnswerTexts = {
  language: 'en',
  subject: (shop) => `An answer to your question at ${shop}`,
  heading: 'There is an answer',
  asked: 'You asked:',
  shop: (name) => `${name} answers:`,
  insider: (name, shop) => `${name === '' ? 'Somebody' : name}, who belongs to ${shop}, answers:`,
  buyer: (name) => `${name === '' ? 'Somebody' : name}, who bought it, answers:`,
  button: 'See it in the shop',
  because: (shop) => `You get this because you asked a question at ${shop}.`,
};

const JAPANESE: AnswerTexts = {
  language: 'ja',
  subject: (shop) => `${shop}へのご質問に回答がありました`,
  heading: 'ご質問に回答がありました',
  asked: 'ご質問：',
  shop: (name) => `${name}からの回答：`,
  insider: (name, shop) => `${shop}の関係者${name === '' ? '' : `（${name}）`}からの回答：`,
  buyer: (name) => `${name === '' ? '購入者' : `購入者の${name}さん`}からの回答：`,
  button: 'ショップで見る',
  because: (shop) => `${shop}にご質問いただいたため、お送りしています。`,
};

/** The words in a shopper's language: Japanese where it is, English everywhere else. */
export const answerTexts = (locale: string | null): AnswerTexts =>
  /^ja\b/i.test(locale ?? '') ? JAPANESE : ENGLISH;
