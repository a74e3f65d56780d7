import type { Messages } from '../shape.ts';
import { count } from '../count.ts';

export const setupWords: Pick<Messages, 'setup'> = {
  setup: {
    title: '初期設定',
    text: '空のショップから、ウィジェットの表示まで。手順ごとに保存され、いつでも戻れます。',
    newTitle: 'ショップを開く',
    newText: '標準的なルールのプログラムで始まります。次の画面で選べます。',
    name: 'ショップの名前',
    currency: '通貨',
    currencyHint: '購入額を数える通貨です。あとから変更できません。',
    origin: 'ショップのアドレス',
    originHint:
      '例：https://shop.example。ウィジェットはここでだけ動作します。あとから追加できます。',
    originFault: 'https://shop.example のような形で入力してください',
    sandbox: '試験用のサンドボックス（時計を進められます）',
    create: 'ショップを開く',
    keysTitle: 'ショップのキー',
    keysText:
      'サーバーから使うときに必要です。表示されるのは一度だけですが、いつでも作り直せます。',
    secretKey: 'シークレットキー',
    identitySecret: '署名用シークレット',
    go: '次へ',
    noShops: '最初のショップを開きましょう',
    noShopsText: '名前と通貨だけで始められます。ほかはあとで決められます。',
    program: 'プログラム',
    programText: '近いものを選んでください。内容はあとからすべて変更できます。',
    present: '現在のまま',
    publish: 'このプログラムを公開',
    published: 'プログラムを公開しました。',
    isPublished: '公開中です。',
    replaces: (version) =>
      `公開中の第${version}版が、すべてのお客様についてすぐに置き換わります。これまでに獲得したものは変わりません。変更点は次のとおりです。`,
    same: '公開中のものと同じ内容です。',
    draftGoes: (of) =>
      `保存済みの下書き（未公開の${count(of, '件の変更')}）も置き換わります。失われる変更は一覧の最後にあります。`,
    inDraft: '下書きとともに失われる変更',
    typical: '標準的な注文',
    earns: (order, points, money, share) =>
      `${order}の注文で${points}ポイント獲得、${money}相当（注文額の${share}）`,
    noRate: 'このプログラムでは、注文でポイントは付きません。',
    has: {
      rewards: (count) => `特典${count}件`,
      tiers: (count) => `ランク${count}段階`,
      rules: (count) => `ためる方法${count}種類`,
    },
    never: 'ポイントに有効期限はありません',
    expires: (days) => `ポイントの有効期限は${days}日`,
    otherExpiry: 'ポイントは決まった日に失効します',
    colour: '色',
    colourText:
      'ブランドの色を一つ選びます。文字の色と暗い画面の色は、読みやすいように自動で計算されます。',
    accent: 'ブランドの色',
    colourSaved: '色を保存しました。',
    sample: '交換する',
    snippet: '埋め込みタグ',
    snippetText: 'すべてのページに、タグを一つ貼り付けます。',
    places: {
      html: 'HTML',
      shopify: 'Shopify',
      woocommerce: 'WooCommerce',
      manager: 'タグマネージャー',
    },
    placeTexts: {
      html: '各ページの </head> の直前。data-token-url は、サインイン中の会員を返す自社のアドレスです。用意できるまでは省いてください。',
      shopify: 'オンラインストア → テーマ → コードを編集 → layout/theme.liquid の </head> の直前。',
      woocommerce: '子テーマの functions.php、またはコードスニペット用のプラグイン。',
      manager: '「カスタムHTML」のタグを作り、すべてのページで発火させます。',
    },
    check: '確認',
    checkText: 'ショップのページを見て、状態をお知らせします。',
    page: 'ページのアドレス',
    look: '確認する',
    checks: {
      reached: {
        good: 'ページに接続できました。',
        bad: 'ここからはページに接続できません。確認できるのは、公開されたhttpsのページだけです。ブラウザーでの表示は下に記録されます。',
        unknown: '',
      },
      snippet: {
        good: 'タグがページにあります。',
        bad: '',
        unknown:
          '送られてきたページにタグはありません。タグマネージャーなどで追加している場合は、ページを一度開くと下に表示されます。',
      },
      key: {
        good: 'キーはこのショップのものです。',
        bad: 'data-shop のキーが、このショップのものではありません。',
        unknown: '',
      },
      origin: {
        good: 'オリジンは許可されています。',
        bad: 'オリジンがまだ許可されていません。設定 → ショップで追加してください。',
        unknown: '',
      },
      policy: {
        good: 'ページのコンテンツセキュリティポリシーに問題はありません。',
        bad: 'ページのコンテンツセキュリティポリシーが妨げています。次の項目にこのサーバーを追加してください：',
        unknown: '',
      },
    },
    allow: (origin) => `${origin}を許可`,
    allowed: (origin) => `${origin}を許可しました。`,
    seen: 'ウィジェットが表示された場所',
    seenNone: 'まだありません。タグのあるページを開いてから、もう一度確認してください。',
    seenAt: (ago) => `最終：${ago}`,
    live: 'ウィジェットは公開されています。',
    notAllowed: '未許可',
    refresh: 'もう一度確認',
  },
};
