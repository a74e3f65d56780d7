import type { Messages } from '../shape.ts';

export const search: Messages['search'] = {
  title: '検索',
  hint: '検索または移動…',
  none: '該当なし',
  shoppers: 'お客様',
  orders: '注文',
  codes: 'コード',
  reviews: 'レビュー',
  pages: 'ページ',
  acts: '操作',
  adjust: (name) => `${name}さんのポイントを調整`,
  reward: (name) => `${name}さんに特典を付与`,
  move: '移動',
  open: '開く',
  actsFor: '操作を選ぶ',
  pagesAndActs: 'ページ',
};
