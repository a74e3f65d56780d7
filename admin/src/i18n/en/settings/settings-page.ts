import { plural } from '../../plural.ts';

export const settings = {
  groups: {
    shop: 'Shop',
    connections: 'Connections',
    messages: 'Messages',
    data: 'Data and privacy',
    log: 'Activity log',
    you: 'You',
  },
  about: {
    shop: 'Name, address, closing the shop',
    languages: 'In which names and texts are written',
    team: 'People and what they may do',
    store: 'Shopify or WooCommerce',
    webhooks: 'Your systems that are notified',
    keys: 'For your server and your apps',
    setup: 'All steps are done',
    sender: 'Where email comes from',
    limits: 'How often a shopper hears from you',
    members: 'From another program or any CSV',
    data: 'Everything, or one table',
    requests: 'Someone asks for their data, or to be erased',
    deletion: 'How long shoppers are kept',
    log: 'Who did what, and when',
    reports: 'What you are told by email',
    account: 'Password, passkeys, two-step sign-in',
  },
  people: (count: number, invited: number) =>
    `${plural(count, 'person', 'people')}${invited === 0 ? '' : `, ${invited} invited`}`,
  connected: (platform: string) => `${platform}, connected`,
  uninstalled: (platform: string) => `${platform}, the app was removed`,
  notConnected: 'Not connected',
  endpoints: (count: number, failing: number) =>
    count === 0
      ? 'None'
      : `${plural(count, 'endpoint', 'endpoints')}${failing === 0 ? '' : `, ${failing} failing`}`,
  keys: (count: number, used: string | null) =>
    `${plural(count, 'key', 'keys')}${used === null ? '' : `, last used ${used}`}`,
  noSender: 'No email server. No email is sent.',
  contacts: (days: number, perMonth: number, quiet: string | null) =>
    `1 in ${plural(days, 'day', 'days')}, ${perMonth} in 30${quiet === null ? '' : `, quiet ${quiet}`}`,
  lastImport: (rows: number, day: string) => `Last: ${plural(rows, 'row', 'rows')}, ${day}`,
  forgets: (guests: number | null, members: number | null) =>
    [
      guests === null ? '' : `Guests after ${plural(guests, 'day', 'days')}`,
      members === null ? '' : `Members after ${plural(members, 'day', 'days')}`,
    ]
      .filter((text) => text !== '')
      .join(', ') || 'Off',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    settings: typeof settings;
  }
}
