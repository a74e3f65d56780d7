import type { Messages } from '../../shape.ts';

export const mail: Messages['mail'] = {
  title: '差出人と連絡の上限',
  text: 'このサーバーから送るメールと、会員一人への連絡の頻度です。',
  server: '送信メール',
  none: 'メールサーバーが設定されていません',
  noneText:
    '設定されるまで、レビュー依頼メール、質問への回答通知、パスワード再設定は待機します。サーバーの管理者が次の値を設定し、再起動してください。',
  from: (address) => `送信元は${address}です。`,
  test: '自分にテストメールを送る',
  sent: (address) => `${address}宛のメールをメールサーバーが受け付けました。`,
  budget: '連絡の頻度',
  budgetText:
    'ページ上とメールを合わせた、こちらからの連絡の上限です。会員が自分で開いたものは数えません。',
  daysBetween: '次の連絡までの日数',
  perMonth: '30日間の連絡の上限',
  quietHours: { from: 'メールを送らない時間（開始）', to: '（終了）' },
  quietText: 'プログラムのタイムゾーンです。同じ時刻にすると、制限はありません。',
  toReviews: 'レビューを依頼する時期',
};
