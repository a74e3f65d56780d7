import type { Messages } from '../../shape.ts';

export const reports: Messages['reports'] = {
  text: '分析についてメールで受け取る内容です。スタッフごとに選べます。',
  report: 'レポートを受け取る',
  reportText:
    'はじめに文章で、購入者数、確認できた変化、各指標の値と区間をお知らせします。プログラムのタイムゾーンの8時に送信します。',
  every: '頻度',
  everyHint: 'レポートを受け取るすべてのスタッフに適用されます。',
  everyNow: (period) => `頻度：${period}。変更できるのはマネージャーです。`,
  periods: { month: '毎月1日', week: '毎週月曜日' },
  next: (at) => `次のレポートは${at}に送信します。`,
  alerts: '確認できた変化を知らせる',
  alertsText:
    '1日に1回、直近の28日間をその前の28日間と比べます。変化が初めて確認された日にメールをお送りします。',
  where: (email, language) => `${email}に${language}でお送りします。`,
  save: '保存',
  saved: '保存しました。',
  noMail: 'このサーバーはまだメールを送信できないため、何も届きません。',
  setUpMail: 'メールを設定',
};
