export const team = {
  title: 'Team',
  text: 'Who works in this console, and what they may do.',
  you: 'You',
  role: 'Role',
  since: 'Since',
  second: 'Two-step sign-in',
  invite: 'Invite someone',
  email: 'Email',
  send: 'Create invitation',
  invited: 'The invitation is ready. Send its link to the person.',
  link: 'Link',
  open: 'Open invitations',
  until: (day: string) => `Valid until ${day}`,
  withdraw: 'Withdraw',
  withdrawn: 'The invitation is withdrawn.',
  remove: 'Remove',
  removeTitle: (name: string) => `Remove ${name}?`,
  removeText: 'They are signed out at once. What they did stays in the activity log.',
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
  create: 'Create key',
  createTitle: 'Create a key',
  onceTitle: 'Your new key',
  onceText: 'Copy it now. It is not shown again.',
  done: 'I’ve saved it',
  used: 'Last used',
  never: 'Never',
  made: 'Created',
  revoke: 'Revoke',
  revokeTitle: (label: string) => `Revoke “${label}”?`,
  revokeText: 'Anything that uses it stops working within a minute.',
  revoked: (label: string) => `“${label}” is revoked.`,
  rotate: 'To rotate a key, create a new one, put it in place, then revoke the old one.',
  empty: 'No keys yet',
  emptyText: 'Create one for your backend.',
} as const;

export const abilities = {
  read: 'Read everything',
  moderate: 'Decide about reviews and questions',
  serve: 'Help shoppers: adjust points, give rewards, merge, erase',
  sell: 'Report orders and activity, use codes',
  run: 'Change the program and the widget',
  own: 'Manage keys, the team and the shop',
} as const;

export const log = {
  other: 'Changed something',
  title: 'Activity log',
  text: 'What people did here. API keys are listed where they changed how the shop runs.',
  empty: 'No activity yet',
  emptyText: 'Every change made in this console is listed here.',
  byKey: 'API key',
  outcomes: { done: 'Done', refused: 'Refused', cut: 'Interrupted' },
} as const;

export const shop = {
  title: 'General',
  name: 'Name',
  currency: 'Currency',
  publicKey: 'Public key',
  origins: 'Origins',
  originsText: 'The widget runs only on pages of these origins. One per line.',
  originsHint: 'https://shop.example',
  changed: 'Saved.',
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
