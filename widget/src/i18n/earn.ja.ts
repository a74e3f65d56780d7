import type { EarnMessages } from './earn.ts';

const EVENTS = { paid: 'お支払い', fulfilled: '発送', delivered: 'お届け' } as const;

export const messages: EarnMessages = {
  earnOrder: (points, money) => `お買い物${money}ごとに${points}`,
  earnOrderHold: (count, from) =>
    count === 0 ? `${EVENTS[from]}時に確定` : `${EVENTS[from]}から${count}日後に確定`,
  acts: {
    signup: 'ご入会で',
    birthday: 'お誕生日に',
    profile: 'プロフィールのご登録で',
    anniversary: 'ご入会記念日に',
    newsletter: 'メールマガジンのご登録で',
    visit: '1日1回のご訪問で',
    share: 'シェアで',
    follow: 'フォローで',
    review: 'レビューのご投稿で（内容は問いません）',
    photo: 'レビューへの写真追加で',
    survey: 'アンケートのご回答で',
    activity: 'ご参加で',
    referral: 'ご紹介のお友だちのご注文ごとに',
  },
  more: (points) => `最大${points}`,
  limitUntil: (day) => `次回は${day}から`,
  expiryIdle: (count) => `最後のご利用から${count}日間有効です。`,
  expiryCalendar: 'ポイントは毎年決まった日に失効します。',
  done: '受け取り済み',
  perPoints: (points) => `+${points}`,
  expiryNever: 'ポイントに有効期限はありません。',
  expiryDays: (count) => `有効期限は確定日から${count}日間です。`,
};
