import type { Messages } from '../shape.ts';

export const states: Messages['states'] = {
  noMatch: (asked) => `「${asked}」に一致するものはありません`,
  clear: '検索をクリア',
  notLoaded: (what) => `${what}を読み込めませんでした。`,
  reference: '照会番号',
  from: (time) => `${time}時点の数値です。`,
  notUpdated: '最新の数値に更新できませんでした。',
  notEnough: 'データ不足',
  needed: {
    people: (has, needed) => `${needed}人中${has}人`,
    orders: (has, needed) => `${needed}件中${has}件`,
  },
  figures: '数値',
};
