export const team = {
  title: 'Team',
  text: 'Who works in this console, and what they may do.',
  you: 'You',
  role: 'Role',
  since: 'Since',
  second: 'Second factor',
  invite: 'Invite someone',
  email: 'Email',
  send: 'Make the invitation',
  invited: 'The invitation is ready. Send its link to the person.',
  link: 'Link',
  open: 'Open invitations',
  until: (day: string) => `Good until ${day}`,
  withdraw: 'Withdraw',
  withdrawn: 'The invitation is withdrawn.',
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: 'They are signed out at once. What they did stays in the log.',
  removed: (name: string) => `${name} is removed.`,
  changed: (name: string, role: string) => `${name} is now: ${role}.`,
} as const;

export const keys = {
  title: 'API keys',
  text: 'A secret key lets your backend use the API. An identity secret signs the tokens that say who a shopper is.',
  kinds: { secret: 'Secret key', identity: 'Identity secret' },
  label: 'Name',
  labelHint: 'Such as “Till” or “Shopify”',
  kind: 'Kind',
  abilities: 'What it may do',
  create: 'Make a key',
  createTitle: 'Make a key',
  onceTitle: 'Your new key',
  onceText: 'Copy it now. It is not shown again.',
  done: 'I’ve saved it',
  used: 'Last used',
  never: 'Never',
  made: 'Made',
  revoke: 'Revoke',
  revokeTitle: (label: string) => `Revoke “${label}”?`,
  revokeText: 'Whatever uses it stops working within a minute.',
  revoked: (label: string) => `“${label}” is revoked.`,
  rotate: 'To rotate a key, make a new one, put it in place, then revoke the old one.',
  empty: 'There is no key',
  emptyText: 'Make one for your backend.',
} as const;

export const abilities = {
  read: 'Read everything',
  moderate: 'Decide about reviews and questions',
  serve: 'Help shoppers: adjust, redeem, merge, erase',
  sell: 'Report orders and acts, use vouchers',
  run: 'Change the program and the widget',
  own: 'Keys, people, the shop itself',
} as const;

export const log = {
  other: 'Changed something',
  title: 'Activity log',
  text: 'What people did here. A key is listed where it changed how the shop runs.',
  empty: 'Nothing has been done yet',
  emptyText: 'Everything people change in this console is written down here.',
  byKey: 'API key',
  outcomes: { done: 'Done', refused: 'Refused', cut: 'Cut off' },
} as const;

export const shop = {
  title: 'General',
  name: 'Name',
  currency: 'Currency',
  publicKey: 'Public key',
  origins: 'Origins',
  originsText: 'The widget answers only on pages of these, one in each line.',
  originsHint: 'https://shop.example',
  changed: 'The shop is changed.',
  danger: 'Danger zone',
  close: 'Close the shop',
  closeTitle: (name: string) => `Close ${name}?`,
  closeText:
    'The widget disappears from every page, API keys stop working and no email is sent. Points, orders and reviews are kept, and you can open the shop again.',
  first: 'Before you leave:',
  closed: 'The shop is closed.',
  closedSince: (at: string) => `Closed since ${at}. Nothing is lost.`,
  reopen: 'Open it again',
  reopened: 'The shop is open again.',
  created: 'Open since',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    team: typeof team;
    keys: typeof keys;
    abilities: typeof abilities;
    log: typeof log;
    shop: typeof shop;
  }
}
