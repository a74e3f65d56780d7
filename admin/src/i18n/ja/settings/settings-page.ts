import type { Messages } from '../../shape.ts';

export const settings: Messages['settings'] = {
  groups: {
    shop: 'ショップ',
    connections: '連携',
    messages: 'メッセージ',
    data: 'データとプライバシー',
    log: '操作履歴',
    you: 'ご自身の設定',
  },
  about: {
    shop: '名前、アドレス、ショップの休止',
    languages: '名称や文面を入力する言語',
    team: 'メンバーと権限',
    store: 'ShopifyまたはWooCommerce',
    webhooks: '通知先のシステム',
    keys: 'サーバーやアプリ用',
    setup: 'すべての手順が完了しています',
    sender: 'メールの送信元',
    limits: 'お客様に連絡する頻度',
    members: '他のプログラムや任意のCSVから',
    data: 'すべて、または個別の書き出し',
    requests: 'ご本人からの開示・消去の依頼',
    deletion: 'お客様の情報を保存する期間',
    log: '誰がいつ何をしたか',
    reports: 'メールで受け取る内容',
    account: 'パスワード、パスキー、2段階認証',
  },
  people: (count, invited) => `${count}人${invited === 0 ? '' : `、招待中${invited}人`}`,
  connected: (platform) => `${platform}と接続済み`,
  uninstalled: (platform) => `${platform}のアプリが削除されています`,
  notConnected: '未接続',
  endpoints: (count, failing) =>
    count === 0 ? 'なし' : `${count}件${failing === 0 ? '' : `、うち失敗中${failing}件`}`,
  keys: (count, used) => `${count}件${used === null ? '' : `、最終使用：${used}`}`,
  noSender: 'メールサーバーが未設定のため、送信されません',
  contacts: (days, perMonth, quiet) =>
    `${days}日に1回、30日に${perMonth}回まで${quiet === null ? '' : `、停止${quiet}`}`,
  lastImport: (rows, day) => `最終：${rows}行、${day}`,
  forgets: (guests, members) =>
    [guests === null ? '' : `ゲスト：${guests}日後`, members === null ? '' : `会員：${members}日後`]
      .filter((text) => text !== '')
      .join('、') || 'オフ',
};
