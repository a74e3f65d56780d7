/** What is said of orders that arrive, and of tokens that are tested. */
export const setupParts = {
  ordersListen: 'Listening for orders.',
  ordersListenText: 'None has arrived yet. This page updates automatically.',
  ordersCome: 'Orders have arrived.',
  ordersFrom: 'Where orders come from',
  orderSources: { shopify: 'Shopify', woocommerce: 'WooCommerce', api: 'API', file: 'CSV once' },
  orderTexts: {
    shopify: 'Connect your Shopify store. Orders, refunds and customers then arrive automatically.',
    woocommerce:
      'Connect your WooCommerce site. Orders, refunds and customers then arrive automatically.',
    api: 'Your server sends the full present state of an order whenever it changes. Sending it twice does no harm.',
    file: 'Past orders are read from a CSV file on the machine this server runs on. With --dry-run nothing is changed.',
  },
  ordersPast: 'Importing past orders gives points for them. The dry run says how many.',
  connect: 'Connect your store',
  toApi: 'API reference',
  sampleOf: 'Sample for your server',
  languages: { node: 'Node', php: 'PHP', python: 'Python', liquid: 'Liquid (Shopify)' },
  sampleTexts: {
    node: 'OKAERI_IDENTITY_SECRET is the identity secret of this shop. It never leaves your server.',
    php: 'OKAERI_IDENTITY_SECRET is the identity secret of this shop. It never leaves your server.',
    python:
      'OKAERI_IDENTITY_SECRET is the identity secret of this shop. It never leaves your server.',
    liquid:
      'In layout/theme.liquid, before </head>. The app proxy of your connected store says who is signed in; no server of your own is needed.',
  },
  toKeys: 'Create an identity secret',
  toStore: 'Connect your store',
  tokenTest: 'Token to check, or its address',
  tokenTestHint: 'eyJ… or https://shop.example/loyalty-token',
  tokenCheck: 'Check',
  tokenDetail: 'Found:',
  tokenExpires: (time: string) => `It says it ends ${time}.`,
  tokenShopper: (id: string, name: string | null) =>
    name === null ? `Shopper ${id}.` : `Shopper ${id}, ${name}.`,
  tokenUnverified: 'The email is not marked as verified, so orders placed as a guest stay apart.',
  tokenIgnored: (names: string) => `These claims cannot be used and are left out: ${names}.`,
  tokenCacheable:
    'The answer may be kept by caches, and the next visitor would be given it. Add the header Cache-Control: no-store.',
  tokenFindings: {
    good: { title: 'The token is right.', text: 'The widget can use it.' },
    viewOnly: {
      title: 'This is a token of the console’s own preview.',
      text: 'It can look, and do nothing. Sign one on your server.',
    },
    malformed: {
      title: 'This is not a token.',
      text: 'A token has three parts with two dots between them and begins with eyJ.',
    },
    algorithm: {
      title: 'It is signed in another way.',
      text: 'The algorithm must be HS256.',
    },
    audience: {
      title: 'It is for another shop.',
      text: 'The claim aud must be the public key of this shop.',
    },
    missing: {
      title: 'A claim is missing or of the wrong kind.',
      text: 'aud, sub, iat and exp are needed; sub is a text, iat and exp are numbers.',
    },
    milliseconds: {
      title: 'Its times are in milliseconds.',
      text: 'iat and exp are seconds since 1970. Divide by 1000 and round down.',
    },
    expired: {
      title: 'It has expired.',
      text: 'If it was just made, the clock of your server is slow.',
    },
    future: {
      title: 'It was issued in the future.',
      text: 'The clock of your server is fast, or iat is not the present time in seconds.',
    },
    tooLong: {
      title: 'It is good for too long.',
      text: 'exp may be at most 3600 seconds after iat.',
    },
    signature: {
      title: 'The signature does not match.',
      text: 'Sign with the identity secret of this shop (okr_is_…), not with the secret key (okr_sk_…). Check for spaces or a line break in it.',
    },
    notReached: {
      title: 'The address could not be reached.',
      text: 'Only public addresses over https can be checked from here.',
    },
    notJson: {
      title: 'The address does not answer with JSON.',
      text: 'It must answer { "token": "…" }, or { "token": null } for a guest.',
    },
    noToken: {
      title: 'The answer has no token.',
      text: 'It must be named token, and be null for a guest.',
    },
    guest: {
      title: 'The address answers as it should to a guest.',
      text: 'Sign in to your shop, open the address there and paste the token to check the rest.',
    },
    public: {
      title: 'The address gives a token to anyone who asks.',
      text: 'This server is not signed in to your shop. Answer null unless the session says who it is.',
    },
  },
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    setupParts: typeof setupParts;
  }
}
