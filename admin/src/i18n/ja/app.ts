import type { Messages } from '../shape.ts';

export const app: Messages['app'] = {
  name: 'Okaeri',
  skip: '本文へ移動',
  menu: 'メニュー',
  closeMenu: 'メニューを閉じる',
  crumbs: '上位のページ',
  groups: {
    customers: 'お客様',
    loyalty: 'ロイヤルティ',
    feedback: 'フィードバック',
    engagement: 'エンゲージメント',
  },
  settings: '設定',
  search: '検索',
  searchHint: 'ページ名や操作名を入力',
  noMatch: '該当するものがありません',
  shop: 'ショップ',
  newShop: 'ショップを作成…',
  sandbox: 'サンドボックス',
  language: '言語',
  theme: 'テーマ',
  themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
  you: 'アカウント',
  signOut: 'サインアウト',
  close: '閉じる',
  cancel: 'キャンセル',
  save: '保存',
  saved: '保存しました。',
  more: 'さらに表示',
  soFar: (size) => `${size}取得済み`,
  retry: 'もう一度試す',
  loading: '読み込んでいます…',
  copy: 'コピー',
  copied: 'コピーしました',
  yes: 'はい',
  no: 'いいえ',
  notAllowed: (role) => `現在の権限（${role}）ではこの操作はできません。`,
  lost: 'ページが見つかりません',
  lostText: 'アドレスが間違っているか、ページが移動した可能性があります。',
  notYours: 'このページ',
  notYoursRole: (role, page) => `現在の権限（${role}）では「${page}」を開けません。`,
  notYoursText: (roles) => `開ける権限：${roles}。ショップのオーナーに依頼してください。`,
  home: 'ホームへ',
  noShops: '利用できるショップがありません',
  noShopsText: 'オーナーに招待を依頼するか、招待リンクをもう一度開いてください。',
};

export const faults: Messages['faults'] = {
  offline: 'サーバーに接続できません。変更は行われていません。',
  signedOut: 'サインアウトされました。もう一度サインインしてください。入力した内容は残っています。',
  notFresh:
    'サインインから時間が経っています。一度サインアウトし、もう一度サインインしてください。',
  notAllowed: 'この操作の権限がありません。',
  tooManyRequests: '試行回数が多すぎます。しばらくしてからお試しください。',
  busy: 'サーバーが混み合っています。少し待ってからお試しください。',
  internal: 'サーバーで問題が起きました。変更は行われていません。',
  other: '処理できませんでした。少し待ってからお試しください。',
};

export const roles: Messages['roles'] = {
  owner: 'オーナー',
  manager: 'マネージャー',
  moderator: 'モデレーター',
  readOnly: '閲覧のみ',
};

export const roleTexts: Messages['roleTexts'] = {
  owner: 'メンバー、キー、ショップを含むすべて',
  manager: 'プログラムの運営、会員対応、レビューの判断',
  moderator: 'レビューと質問の判断',
  readOnly: 'すべてを閲覧でき、変更はできません',
};
