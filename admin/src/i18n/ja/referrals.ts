import type { Messages } from '../shape.ts';

export const referrals: Messages['referrals'] = {
  title: '紹介',
  text: '紹介で来店したお友だちの一覧です。疑わしいものは担当者が確認します。',
  tabs: { doubtful: '確認待ち', approved: '承認済み', declined: '却下' },
  order: (id) => `注文 ${id}`,
  brought: '以前のサービスでの紹介',
  referrer: '紹介した方',
  friend: 'お友だち',
  doubts: '確認の結果',
  checks: {
    ownOrder: '本人の注文',
    emailVariant: 'ほぼ同じメールアドレス',
    priorCustomer: '以前に購入あり',
    minimumBasket: '最低金額に届かない',
    sameAddress: '配送先が同じ',
    sharedOrigin: '端末または回線が同じ',
    addressVelocity: '同じ回線から多数',
    referrerVelocity: '同じ方から多数',
    merchant: '担当者による確認',
  },
  approve: '承認する',
  decline: '却下する',
  approved: '承認しました。双方にポイントが付きます。',
  declined: '却下しました。ポイントは付きません。',
  empty: {
    doubtful: '確認待ちはありません',
    approved: '承認したものはまだありません',
    declined: '却下したものはありません',
  },
  emptyText: 'お友だちの最初の注文とともに届きます。',
};
