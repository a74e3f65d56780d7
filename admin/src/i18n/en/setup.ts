import { plural } from '../plural.ts';

export const setup = {
  title: 'Setup',
  text: 'From an empty shop to the widget on your pages. Each step is saved on its own; you can come back to any of them.',
  newTitle: 'Open a shop',
  newText: 'Its program starts with sensible rules, which you choose next.',
  name: 'Name of the shop',
  currency: 'Currency',
  currencyHint: 'In which you count what is spent. It stays.',
  origin: 'Address of the shop',
  originHint: 'Such as https://shop.example. The widget answers there only; you can add others.',
  originFault: 'An address such as https://shop.example',
  sandbox: 'A sandbox, to try things in: its clock can be moved',
  create: 'Open the shop',
  keysTitle: 'Keys of your shop',
  keysText:
    'For your backend, when you come to it. They are shown this once; you can make others at any time.',
  secretKey: 'Secret key',
  identitySecret: 'Identity secret',
  go: 'Continue',
  noShops: 'Open your first shop',
  noShopsText: 'It takes a name and a currency. Everything else can wait.',
  program: 'Program',
  programText: 'Pick a starting point. Everything in it can be changed later.',
  present: 'Keep current program',
  publish: 'Publish this program',
  published: 'The program is published.',
  isPublished: 'This is published.',
  replaces: (version: number) =>
    `It takes the place of version ${version} for everybody at once. What was earned before stays as it was. This becomes different:`,
  same: 'It is the same as what is published.',
  draftGoes: (count: number) =>
    `Your saved draft is replaced too, with ${plural(count, 'change', 'changes')} you have not published; they stand at the end of this list.`,
  inDraft: 'Lost with the draft',
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
  colour: 'Color',
  colourText:
    'One color of your brand. Text on it, and its match for dark pages, are computed to be readable.',
  accent: 'Brand color',
  colourSaved: 'The color is saved.',
  sample: 'Redeem',
  snippet: 'Snippet',
  snippetText: 'One tag, on every page. Paste it once.',
  places: {
    html: 'Plain HTML',
    shopify: 'Shopify',
    woocommerce: 'WooCommerce',
    manager: 'Tag manager',
  },
  placeTexts: {
    html: 'Before </head> of every page. data-token-url is an address of yours that says who is signed in; leave it out until you have one.',
    shopify: 'Online Store → Themes → Edit code → layout/theme.liquid, before </head>.',
    woocommerce: 'In functions.php of your child theme, or with a plugin for code snippets.',
    manager: 'A new tag of the kind “Custom HTML”, fired on all pages.',
  },
  check: 'Check',
  checkText: 'We look at a page of yours and say what is there.',
  page: 'Address of a page',
  look: 'Look',
  checks: {
    reached: {
      good: 'The page was reached.',
      bad: 'The page could not be reached from here. Only pages of the public internet over https can be looked at; what browsers saw stands below.',
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
      bad: 'The key in data-shop is another one than this shop’s.',
      unknown: '',
    },
    origin: {
      good: 'The origin is allowed.',
      bad: 'The origin is not allowed yet. Add it under Settings → Shop.',
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
  seenNone: 'Nowhere yet. Open a page with the snippet, then look again.',
  seenAt: (ago: string) => `last ${ago}`,
  live: 'The widget is live.',
  notAllowed: 'Not allowed',
  refresh: 'Look again',
} as const;

declare module '../shape.ts' {
  interface EnglishMessages {
    setup: typeof setup;
  }
}
