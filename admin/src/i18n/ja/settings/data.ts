import type { Messages } from '../../shape.ts';

export const data: Messages['data'] = {
  title: '書き出し',
  text: 'ここにあるデータはすべてお店のものです。いつでも丸ごと持ち出せます。',
  whole: 'お店のすべてを一つのファイルに',
  wholeText:
    '会員とすべてのポイント明細、注文、コード、写真付きのレビュー、プログラムの全版が含まれます。別のサーバーに取り込んで再び書き出しても、1バイトも変わりません。キーは含まれません。',
  take: '書き出す',
  restore: 'サーバーの管理者は okaeri import shop FILE で取り込めます。',
  parts: '一部だけ',
  reviews: 'レビュー（CSV）',
  bringReviews: '他のツールからレビューを取り込む',
  bringMembers: '他のツールから会員を取り込む',
  person: '一人についてのデータ',
  program: 'プログラム（テキスト）',
};

export const privacy: Messages['privacy'] = {
  title: 'プライバシー',
  text: 'データの請求、消去の依頼、保存期間について。',
  requests: '請求があったとき',
  requestsText:
    '本人を探し、そのページからデータを書き出すか、消去します。会員はウィジェットから自分でも行えます。',
  who: '名前、メールアドレス、ID',
  look: '探す',
  nobodyText: 'この名前やアドレスのデータは保存されていません。',
  retention: '保存期間',
  retentionText:
    'この期間まったく動きのない方は、本人から依頼があった場合と同じように消去されます。空欄なら自動では消去しません。',
  guests: 'ゲスト（日数）',
  least: (days) => `${days}日以上。`,
  members: '会員（日数）',
  membersText: 'ポイントのある会員は残ります。',
  kept: '自動的に消えるもの',
  keptList: [
    '削除されたレビュー：1年後',
    'レビューに使われなかった写真：1日後',
    '送信済みのメール：30日後',
    'おすすめのための閲覧：同意がある場合のみ、タグだけ',
  ],
};
