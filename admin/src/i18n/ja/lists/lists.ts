import type { Messages } from '../../shape.ts';
import { count } from '../../count.ts';

export const lists: Messages['lists'] = {
  all: 'すべて',
  from: 'この日から',
  until: 'この日より前',
  product: '商品',
  written: '投稿日',
  yes: 'はい',
  no: 'いいえ',
  state: '状態',
  states: {
    queued: '確認待ち',
    published: '公開中',
    withheld: '非公開',
    removed: '削除済み',
  },
  decidedMany: (published, of) =>
    `${count(of, '件')}を${published ? '公開' : '非公開に'}しました。`,
  leftOut: (of) =>
    `${count(of, '件')}は対象外です（確認待ち、削除済み、またはほかで変更されたもの）。`,
  undo: '元に戻す',
  undone: '元に戻しました。',
  publishMany: '公開',
  withholdMany: '非公開にする…',
};

export const reviewList: Messages['reviewList'] = {
  title: 'レビュー',
  search: 'レビューを検索',
  stars: '星',
  hiddenStars: '判断後に表示',
  by: '投稿者',
  verified: '購入済み',
  replied: '返信済み',
  helpful: '参考になった',
  empty: 'レビューはまだありません',
  emptyText: '商品ページに届いたレビューが、ここに並びます。',
  unknown: 'このレビューはありません',
  unknownText: '投稿者が削除した可能性があります。',
};

export const questionList: Messages['questionList'] = {
  title: '質問・回答',
  search: '質問を検索',
  kind: '種類',
  kinds: { question: '質問', answer: '回答' },
  by: '投稿者',
  answers: '回答数',
  views: { all: 'すべて', answered: '回答済み', unanswered: '未回答', withheld: '非公開' },
  unknown: 'この質問はありません',
  unknownText: '投稿者が削除した可能性があります。',
};

export const importList: Messages['importList'] = {
  file: 'ファイル',
  at: '取り込み日時',
  rows: '行数',
  imported: '取り込み済み',
  refused: '取り込めなかった行',
  points: 'ポイント',
  state: '状態',
  states: { kept: '反映中', undone: '取り消し済み', underWay: '処理中' },
  views: { all: 'すべて', kept: '反映中', undone: '取り消し済み' },
  act: '取り消し',
};

export const actList: Messages['actList'] = {
  what: '操作内容',
  who: '実行者',
  about: '対象',
  outcome: '結果',
  reason: '理由',
  points: 'ポイント',
  when: '日時',
  operation: '操作内容',
  views: { all: 'すべて', refused: '拒否', cut: '中断' },
};
