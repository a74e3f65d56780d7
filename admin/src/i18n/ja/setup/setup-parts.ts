import type { Messages } from '../../shape.ts';

export const setupParts: Messages['setupParts'] = {
  ordersListen: '注文を待っています。',
  ordersListenText: 'まだ届いていません。このページは自動で更新されます。',
  ordersCome: '注文が届きました。',
  ordersFrom: '注文の送信元',
  orderSources: {
    shopify: 'Shopify',
    woocommerce: 'WooCommerce',
    api: 'API',
    file: 'CSV（一度だけ）',
  },
  orderTexts: {
    shopify: 'Shopifyのストアと接続すると、注文・返品・顧客が自動で届きます。',
    woocommerce: 'WooCommerceのサイトと接続すると、注文・返品・顧客が自動で届きます。',
    api: '注文が変わるたびに、その時点の内容をすべて送信します。同じ内容を二度送信しても問題ありません。',
    file: 'このサーバー上で、過去の注文をCSVから取り込みます。--dry-runを付けると何も変更されません。',
  },
  ordersPast: '過去の注文を取り込むと、ポイントが付与されます。付与数は試行時に表示されます。',
  connect: 'ストアと接続',
  toApi: 'APIリファレンス',
  sampleOf: 'サーバー側のサンプル',
  languages: { node: 'Node', php: 'PHP', python: 'Python', liquid: 'Liquid（Shopify）' },
  sampleTexts: {
    node: 'OKAERI_IDENTITY_SECRETは、このショップの署名用シークレットです。サーバーの外に出さないでください。',
    php: 'OKAERI_IDENTITY_SECRETは、このショップの署名用シークレットです。サーバーの外に出さないでください。',
    python:
      'OKAERI_IDENTITY_SECRETは、このショップの署名用シークレットです。サーバーの外に出さないでください。',
    liquid:
      'layout/theme.liquidの</head>の直前に貼り付けます。サインイン中の顧客は、接続したストアのアプリプロキシが伝えます。自社のサーバーは不要です。',
  },
  toKeys: '署名用シークレットを作成',
  toStore: 'ストアと接続',
  tokenTest: '確認するトークン、またはそのアドレス',
  tokenTestHint: 'eyJ… または https://shop.example/loyalty-token',
  tokenCheck: '確認',
  tokenDetail: '実際の値：',
  tokenExpires: (time) => `有効期限：${time}`,
  tokenShopper: (id, name) => (name === null ? `お客様：${id}` : `お客様：${id}（${name}）`),
  tokenUnverified: 'メールアドレスが確認済みになっていないため、ゲスト注文は引き継がれません。',
  tokenIgnored: (names) => `次の項目は使用できないため、無視されます：${names}`,
  tokenCacheable:
    '応答がキャッシュに残り、次の訪問者に渡るおそれがあります。ヘッダーCache-Control: no-storeを付けてください。',
  tokenFindings: {
    good: { title: 'トークンは正しく作られています。', text: 'ウィジェットで使用できます。' },
    viewOnly: {
      title: 'これは管理画面のプレビュー用トークンです。',
      text: '閲覧しかできません。自社のサーバーで署名してください。',
    },
    malformed: {
      title: 'トークンではありません。',
      text: 'トークンはeyJで始まり、2つのピリオドで3つに区切られています。',
    },
    algorithm: { title: '署名の方式が異なります。', text: 'HS256で署名してください。' },
    audience: {
      title: '別のショップのトークンです。',
      text: 'audには、このショップの公開キーを指定してください。',
    },
    missing: {
      title: '項目が足りないか、型が異なります。',
      text: 'aud・sub・iat・expが必要です。subは文字列、iatとexpは数値です。',
    },
    milliseconds: {
      title: '時刻がミリ秒になっています。',
      text: 'iatとexpは1970年からの秒数です。1000で割り、端数を切り捨ててください。',
    },
    expired: {
      title: '有効期限が切れています。',
      text: '作成直後の場合は、サーバーの時計が遅れています。',
    },
    future: {
      title: '発行時刻が未来です。',
      text: 'サーバーの時計が進んでいるか、iatが現在の秒数になっていません。',
    },
    tooLong: {
      title: '有効期間が長すぎます。',
      text: 'expは、iatから3600秒以内にしてください。',
    },
    signature: {
      title: '署名が一致しません。',
      text: 'シークレットキー（okr_sk_…）ではなく、このショップの署名用シークレット（okr_is_…）で署名してください。空白や改行が含まれていないかも確認してください。',
    },
    notReached: {
      title: 'アドレスに接続できません。',
      text: '確認できるのは、公開されたhttpsのアドレスだけです。',
    },
    notJson: {
      title: '応答がJSONではありません。',
      text: '{ "token": "…" }、ゲストには{ "token": null }を返してください。',
    },
    noToken: {
      title: '応答にtokenがありません。',
      text: '名前はtokenとし、ゲストにはnullを返してください。',
    },
    guest: {
      title: 'ゲストへの応答は正しく返っています。',
      text: 'ショップにサインインしてこのアドレスを開き、表示されたトークンを貼り付けて確認してください。',
    },
    public: {
      title: '誰にでもトークンを渡すアドレスです。',
      text: 'このサーバーはショップにサインインしていません。セッションで本人を確認できないときはnullを返してください。',
    },
  },
};
