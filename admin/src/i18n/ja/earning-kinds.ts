import type { Messages } from '../shape.ts';

export const earningRules: Messages['earningRules'] = {
  order: {
    name: '注文',
    holdFrom: '付与までの日数の起点',
    holdFroms: { paid: '支払い', fulfilled: '発送', delivered: '到着' },
    rounding: '端数',
    roundings: { floor: '切り捨て', round: '四捨五入', ceil: '切り上げ' },
    includeTax: '税を含める',
    includeShipping: '送料を含める',
    firstOrder: '初回の注文だけ',
  },
  signup: { name: '入会' },
  birthday: {
    name: '誕生日',
    noticeDays: '誕生日の事前登録（日前）',
  },
  review: { name: 'レビュー' },
  photo: { name: 'レビューの写真' },
  referral: {
    name: '紹介',
    friendPoints: 'お友だちへのポイント',
    sameAddress: '同じ住所からの紹介を担当者が確認する件数（週）',
    perDay: '紹介を担当者が確認する件数（1日）',
  },
  profile: {
    name: 'プロフィールの入力',
    fieldsLabel: '入力が必要な項目',
    fields: { name: '名前', email: 'メールアドレス', birthday: '誕生日', locale: '言語' },
  },
  newsletter: { name: 'メールマガジン' },
  anniversary: { name: '入会記念日' },
  visit: { name: '来訪' },
  share: { name: 'シェア' },
  follow: { name: 'フォロー' },
  activity: {
    name: '独自の行動',
    activity: '行動の名前',
    activityHint: '自社システムから送る名前です。',
  },
  survey: { name: 'アンケート' },
};
