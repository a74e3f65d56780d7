import type { ConsentPurpose } from '@okaeri/shared/consents';

/** What the page behind the last link of an e-mail says. */
export interface UnsubscribeTexts {
  readonly language: 'en' | 'ja';
  /** What e-mails of a purpose are called. */
  readonly named: Readonly<Record<ConsentPurpose, string>>;
  readonly title: (what: string) => string;
  readonly ask: (shop: string, what: string) => string;
  readonly stop: string;
  readonly stopAll: (shop: string) => string;
  readonly stopped: (shop: string, what: string) => string;
  readonly stoppedAll: (shop: string) => string;
  readonly again: string;
  readonly back: (shop: string, what: string) => string;
  readonly wrong: string;
}

const ENGLISH: UnsubscribeTexts = {
  language: 'en',
  named: {
    marketing: 'news and offers',
    reviews: 'review requests',
    surveys: 'surveys',
    care: 'tips about your orders',
    community: 'community messages',
    profiling: 'suggestions picked for you',
  },
  title: (what) => `Emails: ${what}`,
  ask: (shop, what) => `Do you want to stop getting ${what} from ${shop} by email?`,
  stop: 'Stop these emails',
  stopAll: (shop) => `Stop all emails from ${shop}`,
  stopped: (shop, what) => `${shop} will no longer send you ${what} by email.`,
  stoppedAll: (shop) =>
    `${shop} will no longer email you, except about your own points and about what you ask for.`,
  again: 'That was a mistake: send them again',
  back: (shop, what) => `${shop} may send you ${what} by email again.`,
  wrong: 'This link isn’t one of ours. Please use the one at the end of the email.',
};

const JAPANESE: UnsubscribeTexts = {
  language: 'ja',
  named: {
    marketing: 'お知らせ・特典のメール',
    reviews: 'レビューのお願いメール',
    surveys: 'アンケートのメール',
    care: 'ご購入後のご案内メール',
    community: 'コミュニティのお知らせメール',
    profiling: 'おすすめのご案内メール',
  },
  title: (what) => what,
  ask: (shop, what) => `${shop}からの${what}を停止しますか。`,
  stop: 'このメールを停止する',
  stopAll: (shop) => `${shop}からのメールをすべて停止する`,
  stopped: (shop, what) => `${shop}からの${what}を停止しました。`,
  stoppedAll: (shop) =>
    `${shop}からのメールをすべて停止しました。ご自身のポイントやお問い合わせに関するメールは引き続き届きます。`,
  again: '間違えたので、再開する',
  back: (shop, what) => `${shop}からの${what}を再開しました。`,
  wrong: 'このリンクは使えません。メールの末尾にあるリンクをお使いください。',
};

/** The words in a language: Japanese where it is, English everywhere else. */
export const unsubscribeTexts = (language: string): UnsubscribeTexts =>
  /^ja\b/i.test(language) ? JAPANESE : ENGLISH;
