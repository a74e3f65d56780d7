import { plural } from '../../plural.ts';

export const setup = {
  title: 'Setup',
  text: 'Your widget goes live when steps 1 to 6 are done. Each step is saved on its own.',
  newTitle: 'Create a shop',
  newText: 'It starts with a simple program. You choose your own next.',
  name: 'Shop name',
  currency: 'Currency',
  currencyHint: 'Spending is counted in it. This cannot be changed later.',
  origin: 'Shop address',
  originHint:
    'For example https://shop.example. The widget runs only there; you can add more later.',
  originFault: 'Enter an address such as https://shop.example.',
  sandbox: 'Sandbox: for testing, with a clock you can move',
  create: 'Create shop',
  keysTitle: 'Your shop’s keys',
  keysText:
    'Your server needs them later. They are shown only once; you can create new ones at any time.',
  secretKey: 'Secret key',
  identitySecret: 'Identity secret',
  go: 'Continue',
  done: 'done',
  open: 'Open',
  change: 'Change',
  acts: { mail: 'See how', members: 'Import' },
  progress: (done: number, of: number) => `${done} of ${of} done`,
  allDone: 'All steps are done',
  steps: {
    shop: {
      title: 'Languages',
      text: 'The languages your shop speaks',
      doneText: 'Names and messages are asked for in them.',
    },
    program: {
      title: 'Starting program',
      text: 'Pick a starting point. Everything can be changed later.',
      doneText: 'Published. Changes are made under Program.',
    },
    colour: {
      title: 'Brand color',
      text: 'Text on it, and the color for dark pages, are computed to be readable.',
      doneText: 'Set, and readable on light and dark',
    },
    orders: {
      title: 'Orders arrive',
      text: 'Nothing works without them',
      doneText: 'Your shop sends its orders.',
    },
    token: {
      title: 'Tell the widget who is signed in',
      text: 'A short-lived token from your server',
      doneText: 'Signed-in shoppers are recognized.',
    },
    widget: {
      title: 'Put the widget on your pages',
      text: 'One tag on every page. The preview in this console does not count.',
      doneText: 'Seen on your pages. The preview in this console does not count.',
    },
    mail: {
      title: 'Outgoing email',
      text: 'Without it, no review requests are sent.',
      doneText: 'This server can send email.',
    },
    members: {
      title: 'First members',
      text: 'Import them from Smile, LoyaltyLion, Yotpo, Rivo or any CSV, or wait for the first to join.',
      doneText: 'Your program has members.',
    },
  },
  inDraft: 'In your draft, not published yet',
  program: 'Starting program',
  present: 'Keep current program',
  useTemplate: 'Use as draft',
  chooseFirst: 'Choose another program first.',
  reviewDraft: 'Review and publish…',
  replaceDraft: 'Replace your draft?',
  inDraftNow: 'The program is in your draft. It takes effect when you publish it.',
  isPublished: 'Published',
  isDraft: 'In your draft',
  draftGoes: (count: number) =>
    `Your draft has ${plural(count, 'unpublished change', 'unpublished changes')}. The template takes their place; you can undo this. What is published stays as it is.`,
  typical: 'A typical order',
  earns: (order: string, points: string, money: string, share: string) =>
    `${order} earns ${points} points, worth ${money}: ${share} of it`,
  noRate: 'Orders earn nothing in this program.',
  has: {
    rewards: (count: number) => `${count} ${count === 1 ? 'reward' : 'rewards'}`,
    tiers: (count: number) => `${count} ${count === 1 ? 'tier' : 'tiers'}`,
    rules: (count: number) => `${count} ${count === 1 ? 'way' : 'ways'} to earn`,
  },
  never: 'Points never expire',
  expires: (days: number) => `Points last ${days} days`,
  otherExpiry: 'Points expire on fixed days',
  accent: 'Brand color',
  colourSaved: 'The color is saved.',
  sample: 'Redeem',
  snippet: 'Snippet',
  tokenUrl: 'Address of the token (optional)',
  tokenUrlHint: 'Leave it empty until step 5 is done. Until then everyone is a guest.',
  places: {
    html: 'Plain HTML',
    shopify: 'Shopify',
    woocommerce: 'WooCommerce',
    manager: 'Tag manager',
  },
  placeTexts: {
    html: 'Before </head> on every page.',
    shopify: 'Online Store → Themes → Edit code → layout/theme.liquid, before </head>.',
    woocommerce: 'In functions.php of your child theme, or with a plugin for code snippets.',
    manager: 'A new tag of the kind “Custom HTML”, fired on all pages.',
  },
  check: 'Check a page',
  checkText: 'The page is fetched and checked for the snippet.',
  page: 'Page address',
  look: 'Check page',
  checks: {
    reached: {
      good: 'The page was reached.',
      bad: 'The page could not be reached from here. Only pages of the public internet over https can be looked at; what browsers saw is listed below.',
      unknown: '',
    },
    snippet: {
      good: 'The snippet is in the page.',
      bad: '',
      unknown:
        'The snippet is not in the page as it is sent. If a tag manager or a script adds it, open the page once: it is then listed below.',
    },
    key: {
      good: 'The key is this shop’s.',
      bad: 'The key in data-shop belongs to another shop.',
      unknown: '',
    },
    origin: {
      good: 'The origin is allowed.',
      bad: 'The origin is not allowed yet. Add it under Settings → General.',
      unknown: '',
    },
    policy: {
      good: 'The page’s content security policy lets the widget work.',
      bad: 'The page’s content security policy is in the way. Add this server to:',
      unknown: '',
    },
  },
  allow: (origin: string) => `Allow ${origin}`,
  allowed: (origin: string) => `${origin} is allowed.`,
  seen: 'Where browsers ran the widget',
  seenNone: 'Nowhere yet. Open a page with the snippet, and it appears here.',
  seenAt: (ago: string) => `last ${ago}`,
  live: 'The widget is live.',
  notAllowed: 'Not allowed',
} as const;

declare module '../../shape.ts' {
  interface EnglishMessages {
    setup: typeof setup;
  }
}
