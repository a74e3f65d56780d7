import type { Messages } from '../shape.ts';

export const pickers: Messages['pickers'] = {
  date: (label) => `${label}：日付`,
  time: (label) => `${label}：時刻`,
  inZone: (city) => `${city}の時刻`,
  month: (label) => `${label}：月`,
  day: (label) => `${label}：日`,
  addDate: '日付を追加',
  noneFound: '該当なし',
  remove: (name) => `${name}を削除`,
  seen: (count) => `注文${count}件`,
  inCatalog: 'カタログ内',
  asTyped: '入力のとおり',
  searchProducts: '名前で検索。商品カタログと注文の商品が対象です。',
};
