import type { ConsentPurpose } from '@okaeri/shared/consents';

/** Why a message was sent, or was not: what the page tells of one. */
export type MailReason =
  | { readonly kind: 'agreed'; readonly on: string | null }
  | { readonly kind: 'notRefused' | 'service' }
  | { readonly kind: 'refused' | 'undeliverable' | 'overtaken' | 'tooMany' };

/** What the page behind the last link of an e-mail says. */
export interface PreferenceTexts {
  readonly language: 'en' | 'ja';
  /** What e-mails of a purpose are called, and what they are about. */
  readonly named: Readonly<Record<ConsentPurpose, string>>;
  readonly about: Readonly<Record<ConsentPurpose, string>>;
  readonly service: string;
  readonly title: (shop: string) => string;
  readonly ask: (shop: string, what: string) => string;
  readonly stopThese: string;
  readonly all: string;
  readonly stop: string;
  readonly start: string;
  readonly on: string;
  readonly off: string;
  readonly stopAll: (shop: string) => string;
  readonly stopped: (shop: string, what: string) => string;
  readonly stoppedAll: (shop: string) => string;
  readonly again: string;
  readonly back: (shop: string, what: string) => string;
  readonly pending: string;
  readonly recent: string;
  readonly sent: (day: string, what: string) => string;
  readonly notSent: (day: string, what: string) => string;
  readonly because: (reason: MailReason) => string;
  readonly wrong: string;
}

const ENGLISH: PreferenceTexts = {
  language: 'en',
  named: {
    marketing: 'news and offers',
    reviews: 'review requests',
    surveys: 'surveys',
    care: 'tips about your orders',
    community: 'community messages',
    profiling: 'suggestions picked for you',
  },
  about: {
    marketing: 'What is new, and offers for you.',
    reviews: 'A question about what you bought, once it has arrived.',
    surveys: 'How you found us and our service.',
    care: 'How to use and look after what you bought.',
    community: 'Replies to what you wrote.',
    profiling: 'Chosen by what you bought before.',
  },
  service: 'a message about your account',
  title: (shop) => `Emails from ${shop}`,
  ask: (shop, what) => `Do you want to stop getting ${what} from ${shop} by email?`,
  stopThese: 'Stop these emails',
  all: 'Everything you can choose',
  stop: 'Stop',
  start: 'Send again',
  on: 'On',
  off: 'Off',
  stopAll: (shop) => `Stop all emails from ${shop}`,
  stopped: (shop, what) => `${shop} will no longer send you ${what} by email.`,
  stoppedAll: (shop) =>
    `${shop} will no longer email you, except about your own points and about what you ask for.`,
  again: 'That was a mistake: send them again',
  back: (shop, what) => `${shop} may send you ${what} by email again.`,
  pending: 'We have sent you an email. Its button switches these on.',
  recent: 'Why did I get this, or not?',
  sent: (day, what) => `${day}: ${what}, sent`,
  notSent: (day, what) => `${day}: ${what}, not sent`,
  because: (reason) => {
    switch (reason.kind) {
      case 'agreed':
        return reason.on === null
          ? 'because you agreed to get them.'
          : `because you agreed to get them on ${reason.on}.`;
      case 'notRefused':
        return 'because you shop here and have not stopped them.';
      case 'service':
        return 'because it is about your own points, or you asked for it.';
      case 'refused':
        return 'because you have not agreed to them, or had stopped them.';
      case 'undeliverable':
        return 'because your address did not take our mail, or asked for none.';
      case 'tooMany':
        return 'because we had written to you a short time before.';
      default:
        return 'because it no longer applied.';
    }
  },
  wrong: 'This link isn’t one of ours. Please use the one at the end of the email.',
};

const JAPANESE: PreferenceTexts = {
  language: 'ja',
  named: {
    marketing: 'お知らせ・特典のメール',
    reviews: 'レビューのお願いメール',
    surveys: 'アンケートのメール',
    care: 'ご購入後のご案内メール',
    community: 'コミュニティのお知らせメール',
    profiling: 'おすすめのご案内メール',
  },
  about: {
    marketing: '新商品や特典のご案内です。',
    reviews: '商品の到着後に、ご感想をおたずねします。',
    surveys: '当店やサービスについておたずねします。',
    care: '商品の使い方やお手入れのご案内です。',
    community: 'ご投稿への返信をお知らせします。',
    profiling: 'これまでのお買い物をもとに選んでいます。',
  },
  service: 'お客様のアカウントに関するメール',
  title: (shop) => `${shop}からのメール`,
  ask: (shop, what) => `${shop}からの${what}を停止しますか。`,
  stopThese: 'このメールを停止する',
  all: 'メールの種類ごとの設定',
  stop: '停止する',
  start: '再開する',
  on: '受信中',
  off: '停止中',
  stopAll: (shop) => `${shop}からのメールをすべて停止する`,
  stopped: (shop, what) => `${shop}からの${what}を停止しました。`,
  stoppedAll: (shop) =>
    `${shop}からのメールをすべて停止しました。ご自身のポイントやお問い合わせに関するメールは引き続き届きます。`,
  again: '間違えたので、再開する',
  back: (shop, what) => `${shop}からの${what}を再開しました。`,
  pending: '確認のメールをお送りしました。メール内のボタンで受信が始まります。',
  recent: 'このメールが届いた理由・届かなかった理由',
  sent: (day, what) => `${day}　${what}（送信済み）`,
  notSent: (day, what) => `${day}　${what}（送信なし）`,
  because: (reason) => {
    switch (reason.kind) {
      case 'agreed':
        return reason.on === null
          ? '受信に同意されているためお送りしました。'
          : `${reason.on}に受信に同意されたためお送りしました。`;
      case 'notRefused':
        return '当店をご利用で、停止のお申し出がないためお送りしました。';
      case 'service':
        return 'ご自身のポイントまたはお客様のご依頼に関する内容のためお送りしました。';
      case 'refused':
        return '同意がない、または停止のお申し出があるためお送りしていません。';
      case 'undeliverable':
        return 'ご登録のアドレスにお届けできない、または配信停止のためお送りしていません。';
      case 'tooMany':
        return '直前に別のメールをお送りしたためお送りしていません。';
      default:
        return '対象ではなくなったためお送りしていません。';
    }
  },
  wrong: 'このリンクは使えません。メールの末尾にあるリンクをお使いください。',
};

/** The words in a language: Japanese where it is, English everywhere else. */
export const preferenceTexts = (language: string): PreferenceTexts =>
  /^ja\b/i.test(language) ? JAPANESE : ENGLISH;
