import type { Messages } from '../shape.ts';

export const app: Messages['app'] = {
  name: 'Okaeri',
  skip: '本文へ移動',
  menu: 'メニュー',
  waiting: (count) => `確認待ち${count}件`,
  draft: '下書き',
  draftLabel: '下書きは未公開です',
  steps: (done, of) => `${done}/${of}`,
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
  preconditionFailed: 'この間に、ほかの人が変更しました。',
  tooManyRequests: '試行回数が多すぎます。しばらくしてからお試しください。',
  busy: 'サーバーが混み合っています。少し待ってからお試しください。',
  tookTooLong:
    '時間がかかりすぎたため中止しました。変更は行われていません。期間を短くするか、ファイルを小さくしてお試しください。',
  internal: 'サーバーで問題が起きました。変更は行われていません。',
  lastOwner: 'ショップにはオーナーが一人以上必要です。先に別のオーナーを決めてください。',
  alreadyMember: 'この方はすでにチームにいます。',
  emailTaken:
    'このメールアドレスのアカウントがあります。先にサインインしてから、リンクを開き直してください。',
  invitationOver: 'この招待は無効です。新しい招待を依頼してください。',
  invitedAsAnother: 'この招待は別のメールアドレス宛てです。',
  cannotMerge: '同じ会員どうしは統合できません。',
  platformCannotHold:
    'コードをショップのプラットフォームで発行する特典のうち、その内容どおりには発行できないものがあります（割引率の上限額など）。特典の内容かコードの発行元を変更してください。',
  photoNotUsable:
    '画像を開けません。壊れているか、大きすぎます。JPEG・PNG・WebPで保存し直してください。',
  bodyTooLarge: 'ファイルが大きすぎます。',
  tooManyPictures: '登録できる画像の数の上限です。使っていない画像を削除してください。',
  pictureInUse: 'プログラムまたは下書きがこの画像を表示しています。先に外して公開してください。',
  unknownPicture: '下書きに、登録されていない画像があります。別の画像を選んでください。',
  other: (detail) => `うまくいきませんでした：${detail}`,
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
