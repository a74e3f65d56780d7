export const app = {
  name: 'Okaeri',
  skip: 'Skip to the page',
  menu: 'Menu',
  waiting: (count: string) => `${count} waiting`,
  draft: 'Draft',
  draftLabel: 'the draft is not published',
  steps: (done: number, of: number) => `${done} of ${of}`,
  closeMenu: 'Close menu',
  crumbs: 'Pages above this one',
  templateIsDraft: 'The draft was replaced with a template.',
  closedBanner: 'This shop is closed: shoppers see nothing of it.',
  reopen: 'Open it again',
  pages: {
    setup: 'Setup',
    general: 'General',
    languages: 'Languages',
    team: 'Team',
    members: 'Import members',
    store: 'Store',
    webhooks: 'Webhooks',
    keys: 'API keys',
    sender: 'Sender and email server',
    contacts: 'Contacts',
    limits: 'Contact limits',
    data: 'Export',
    requests: 'Data requests',
    deletion: 'Automatic deletion',
    log: 'Activity log',
    account: 'Your account',
    widget: 'Widget',
    surveys: 'Surveys',
    cases: 'Cases',
    insights: 'Insights',
    caseRules: 'Case rules',
  },
  groups: {
    customers: 'Customers',
    loyalty: 'Loyalty',
    feedback: 'Feedback',
    engagement: 'Engagement',
  },
  settings: 'Settings',
  search: 'Search',
  goKeys: (letter: string) => `Press G, then ${letter}`,
  key: (letter: string) => `Press ${letter}`,
  keyList: 'Keyboard shortcuts',
  searchHint: 'Type a page or a command',
  noMatch: 'No match',
  shop: 'Shop',
  newShop: 'Create a shop…',
  sandbox: 'Sandbox',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  you: 'Your account',
  signOut: 'Sign out',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  saved: 'Saved.',
  more: 'Show more',
  soFar: (size: string) => `${size} so far`,
  retry: 'Try again',
  loading: 'Loading…',
  copy: 'Copy',
  copied: 'Copied',
  yes: 'Yes',
  no: 'No',
  notAllowed: (role: string) => `Your role (${role}) does not allow this.`,
  lost: 'Page not found',
  lostText: 'The address may be mistyped, or the page has moved.',
  notYours: 'this page',
  notYoursRole: (role: string, page: string) => `Your role (${role}) does not include ${page}.`,
  notYoursText: (roles: string) => `These roles include it: ${roles}. Ask an owner of the shop.`,
  home: 'Go to home',
  noShops: 'You don’t have access to any shop',
  noShopsText: 'Ask an owner to invite you, or open the link of an invitation again.',
} as const;

/** Refusals that are said without fetching anything; all others are in `i18n/faults`. */
export const faults = {
  offline: 'The server cannot be reached. Nothing was changed.',
  signedOut: 'You are signed out. Sign in again; what you typed is kept.',
  notFresh: 'You signed in a while ago. Sign out and in again to do this.',
  notAllowed: 'You don’t have permission to do this.',
  tooManyRequests: 'Too many attempts. Wait a moment and try again.',
  busy: 'The server is busy. Try again in a moment.',
  internal: 'Something went wrong on the server. Nothing was changed.',
  other: 'This could not be done. Try again in a moment.',
} as const;

export const roles = {
  owner: 'Owner',
  manager: 'Manager',
  moderator: 'Moderator',
  readOnly: 'Read-only',
} as const;

export const roleTexts = {
  owner: 'Everything, with people, keys and the shop itself',
  manager: 'Runs the program, helps shoppers, decides on reviews',
  moderator: 'Decides on reviews and questions',
  readOnly: 'Sees everything, changes nothing',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    app: typeof app;
    faults: typeof faults;
    roles: typeof roles;
    roleTexts: typeof roleTexts;
  }
}
