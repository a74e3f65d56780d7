export const integrations = {
  title: 'Integrations',
  text: 'The platform your shop runs on, and the systems that are notified of what happens here.',
  platform: 'Your platform',
  platformText:
    'Orders, refunds and customers come by themselves, and codes of rewards are made where they are used.',
  which: 'What it is',
  platforms: { shopify: 'Shopify', woocommerce: 'WooCommerce' },
  addresses: { shopify: 'Address at Shopify', woocommerce: 'Address of the site' },
  addressHints: { shopify: 'name.myshopify.com', woocommerce: 'https://shop.example' },
  secrets: { shopify: 'Client secret of the app', woocommerce: 'Secret of the webhooks' },
  keep: 'Leave empty to keep it.',
  clientId: 'App client ID',
  consumerKey: 'Consumer key of the REST API',
  consumerSecret: 'Consumer secret',
  money: 'What counts of an order in another currency',
  moneys: { shop: 'The money the shop receives', presentment: 'The money the shopper saw' },
  connect: 'Connect',
  change: 'Change',
  save: 'Save',
  connected: 'Connected.',
  disconnect: 'Disconnect',
  disconnectTitle: 'Disconnect the platform?',
  disconnectText:
    'No order comes any more, and no code is made there. What came stays. Connecting again goes on from then.',
  disconnected: 'Disconnected.',
  uninstalled: 'The app was removed from the shop. Install it again, then connect.',
  messages: 'Where the platform sends its messages',
  proxy: 'What the app proxy is set to',
  noAccess:
    'Without access to the platform’s API, orders are not compared and codes are not made there.',
  swept: (ago: string) => `Orders were compared with the platform’s ${ago}.`,
  sweepFault: 'Comparing orders failed last time:',
  failed: (count: number) =>
    count === 1 ? 'One message could not be read.' : `${count} messages could not be read.`,
  gone: 'The order is not in the shop any more, and no message said so. Its points are still there; read it again to take them back.',
  retry: 'Read it again',
  retrying: 'It is read again.',
  webhooks: 'Webhooks',
  webhooksText:
    'Addresses of your own systems that are notified about points, codes, reviews and shoppers.',
  noWebhooks: 'No webhooks yet',
  noWebhooksText: 'Add an address, and your systems are notified within seconds.',
  add: 'Add an address',
  addTitle: 'Add a webhook',
  url: 'Address',
  urlHint: 'It begins with https://',
  label: 'Name',
  onceTitle: 'Copy the secret now',
  onceText: 'Messages are signed with it. It is shown this once.',
  done: 'Done',
  states: { enabled: 'On', disabled: 'Off' },
  disabledBy: {
    hand: 'Switched off by hand',
    gone: 'The endpoint returned 410 Gone',
    failing: 'Nothing has reached it for days',
  },
  failing: (ago: string) => `Nothing has reached it since ${ago}`,
  test: 'Send a test',
  tested: 'A test message is on its way.',
  on: 'Switch on',
  off: 'Switch off',
  remove: 'Remove',
  removeTitle: (label: string) => `Stop notifying “${label}”?`,
  removeText: 'Messages still waiting for it are not sent.',
  everything: 'Everything',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    integrations: typeof integrations;
  }
}
