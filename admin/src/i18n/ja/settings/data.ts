import type { Messages } from '../../shape.ts';

export const data: Messages['data'] = {
  title: '書き出し',
  text: 'ここにあるデータはすべてお店のものです。いつでも丸ごと持ち出せます。',
  whole: 'お店のすべてを一つのファイルに',
  wholeText:
    '会員とすべてのポイント明細、注文、コード、写真付きのレビュー、プログラムの全バージョンが含まれます。別のサーバーに取り込んで再び書き出しても、1バイトも変わりません。キーは含まれません。',
  take: '書き出し',
  restore: 'サーバーの管理者は okaeri import shop FILE で取り込めます。',
  parts: '個別の書き出し',
  reviews: 'レビュー（CSV）',
  bringReviews: '他のツールからレビューを取り込む',
  bringMembers: '他のツールから会員を取り込む',
  person: 'お客様1人のデータ',
  program: 'プログラム（JSON）',
};

export const privacy: Messages['privacy'] = {
  title: 'プライバシー',
  text: 'データの請求、消去の依頼、保存期間について。',
  requests: '請求があったとき',
  requestsText:
    '本人を探し、そのページからデータを書き出すか、消去します。会員はウィジェットから自分でも行えます。',
  who: '名前、メールアドレス、ID',
  look: '検索',
  nobodyText: 'この名前やアドレスのデータは保存されていません。',
  retention: '保存期間',
  retentionText:
    'この期間まったく動きのない方は、本人から依頼があった場合と同じように消去されます。空欄なら自動では消去しません。',
  guests: 'ゲストを消去するまでの日数',
  least: (days) => `${days}日以上。`,
  members: '会員を消去するまでの日数',
  membersText: 'ポイントのある会員は消去されません。',
  kept: '自動的に削除されるもの',
  keptList: [
    '削除されたレビュー：1年後',
    'レビューに使われなかった写真：1日後',
    '送信済みのメール：30日後',
    '閲覧した商品：同意がある場合のみ、おすすめ用のタグとして保存',
  ],
};
