import type { Messages } from '../shape.ts';

export const reviewAttributes: Messages['reviewAttributes'] = {
  title: '星とあわせた質問',
  text: 'サイズ感などを尋ねます。お客様は回答を1つ選び、読む方には回答ごとの人数が表示されます。',
  add: '質問を追加',
  newName: 'サイズ感はいかがですか？',
  newChoices: ['小さい', 'ちょうどよい', '大きい'],
  newChoice: '別の回答',
  question: (language) => `質問（${language}）`,
  answer: (n, language) => `回答${n}（${language}）`,
  answerOf: (n) => `回答${n}`,
  addAnswer: '回答を追加',
  products: '質問する商品',
  productsHint: '空欄の場合はすべての商品が対象です。',
};
