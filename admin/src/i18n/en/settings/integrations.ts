export const integrations = {
  title: 'Integrations',
  text: 'The platform your shop runs on, and the systems that are notified of what happens here.',
  platform: 'Your platform',
  platformText:
    'Orders, refunds and customers arrive automatically, and reward codes are created where they are used.',
  which: 'Platform',
  platforms: { shopify: 'Shopify', woocommerce: 'WooCommerce' },
  addresses: { shopify: 'Shopify address', woocommerce: 'Site address' },
  addressHints: { shopify: 'name.myshopify.com', woocommerce: 'https://shop.example' },
  secrets: { shopify: 'App client secret', woocommerce: 'Webhook secret' },
  keep: 'Leave empty to keep it.',
  clientId: 'App client ID',
  consumerKey: 'REST API consumer key',
  consumerSecret: 'Consumer secret',
  money: 'Amount used for orders in another currency',
  moneys: { shop: 'In the shop’s currency', presentment: 'In the currency the shopper saw' },
  connect: 'Connect',
  change: 'Change',
  save: 'Save',
  connected: 'Connected.',
  disconnect: 'Disconnect',
  disconnectTitle: 'Disconnect the platform?',
  disconnectText:
    'New orders no longer arrive, and no codes are created there. What arrived is kept. You can connect again at any time.',
  disconnected: 'Disconnected.',
  uninstalled: 'The app was removed from the shop. Install it again, then connect.',
  messages: 'Where the platform sends its messages',
  proxy: 'What the app proxy is set to',
  noAccess:
    'Without access to the platform’s API, orders are not compared and codes are not created there.',
  swept: (ago: string) => `Orders were compared with the platform’s ${ago}.`,
  sweepFault: 'Comparing orders failed last time:',
  failed: (count: number) =>
    count === 1 ? 'One message could not be read.' : `${count} messages could not be read.`,
  gone: 'The order is no longer in the shop, and no message said so. Its points are still there. Read it again to deduct them.',
  retry: 'Read it again',
  retrying: 'The message is read again.',
  webhooks: 'Webhooks',
  webhooksText:
    'Addresses of your own systems that are notified about points, codes, reviews and shoppers.',
  noWebhooks: 'No webhooks yet',
  noWebhooksText: 'Add an endpoint, and your systems are notified within seconds.',
  add: 'Add endpoint',
  addTitle: 'Add a webhook',
  url: 'Address',
  urlHint: 'Starts with https://',
  label: 'Name',
  onceTitle: 'Copy the secret now',
  onceText: 'Messages are signed with it. It is shown only once.',
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
