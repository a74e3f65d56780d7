import type { Messages } from '../shape.ts';

export const waiting: Messages['waiting'] = {
  title: '確認待ち',
  kinds: {
    reviews: () => '確認待ちのレビュー',
    questions: () => '確認待ちの質問',
    unanswered: () => '未回答の質問',
    cases: () => '返信待ちの対応',
    referrals: () => '確認待ちの紹介',
  },
  draft: 'プログラムの下書きに、未公開の変更があります。',
  review: '変更を確認',
};
