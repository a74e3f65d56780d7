/*
 * What pages can reach of each element: parts, states, slots, tokens and events. The manifest says it to editors and
 * tools, and `e2e/manifest.e2e.ts` holds it against what the elements really show.
 */
import type { Part } from './element-parts.ts';

/** Custom states, as `:state(filled)`. */
export const STATES = {
  filled: 'it has something to show',
  'in-sentence': 'words follow it: it keeps no more room than its text needs',
} as const;

/** Tokens, by their names without `--okaeri-`, and what they are when nobody sets them. */
export const TOKENS = {
  accent: 'buttons and whatever is chosen; the theme’s accent by default',
  'accent-soft': 'the ground of what matters now; a tenth of the accent in the surface',
  'accent-text': 'the accent where it is text',
  backdrop: 'what lies over the page behind the dialog',
  border: 'lines and edges',
  'case-button': 'the case of the words of buttons, such as uppercase',
  danger: 'what has gone wrong, and the dot of the launcher',
  edge: 'the shadow of the block that matters now, which can be its edge',
  'edge-button': 'the same of buttons',
  field: 'the edge of what is written in; quiet text by default',
  font: 'the family of all text',
  'font-heading': 'that of headings; as all text by default',
  'font-number': 'that of the large number; as all text by default',
  header: 'the ground of the header; the raised surface by default',
  'icon-stroke': 'how thick the lines of icons are; 1.6 by default',
  'inline-size': 'the width that is reserved for the line; 9em by default',
  launcher: 'the ground of the launcher; the accent by default',
  'launcher-display': 'whether the launcher is there: `none` hides it',
  'launcher-offset-block': 'how far it stands above the edge; as the theme says by default',
  'launcher-offset-inline': 'how far it stands from the side; 20px by default',
  line: 'how thick hairlines are; 1px by default',
  motion: '`0` where nothing should move, whatever the visitor’s system says',
  meter: 'what of a bar or ring is there; the accent by default',
  'on-accent': 'text on the accent',
  'on-launcher': 'text on the launcher',
  'on-header': 'text in the header',
  'on-tile': 'the icon in a tile',
  picture: 'whether the drawing behind a guest’s welcome is there: `none` takes it away',
  'panel-width': 'how wide the dialog is; 400px by default',
  radius: 'how round blocks and the panel are; everything follows it',
  'radius-button': 'how round buttons, pills and chips are; fully by default',
  'radius-tile': 'how round tiles and coupons are',
  shadow: 'the shadow of the dialog',
  'shadow-launcher': 'the shadow of the launcher',
  'size-button': 'the size of the words of buttons; 15px by default',
  'size-number': 'the size of the large number; 44px by default',
  space: 'a factor of the room between things; 1 by default',
  star: 'the stars of reviews; gold by default',
  surface: 'the ground of the panel',
  'surface-raised': 'the ground of its header, and of what lies under the pointer',
  text: 'text',
  'text-quiet': 'text that says less',
  tile: 'the ground of a tile; the soft accent by default',
  track: 'what is missing on a bar or ring',
  'tracking-button': 'the letter spacing of buttons',
  weight: 'the weight of text; 400 by default',
  'weight-button': 'that of buttons; 600 by default',
  'weight-heading': 'that of headings; 600 by default',
  'weight-number': 'that of the large number; 600 by default',
  'weight-strong': 'that of the first line of a row; 500 by default',
  'z-index': 'what the launcher stands over; over everything by default',
} as const;

type Token = keyof typeof TOKENS;

/** What the page is told, with `okaeri.on`; see `packages/client/src/widget-api.ts`. */
export const EVENTS = {
  ready: 'what is known of the programme and the shopper has been asked for',
  open: 'the panel was opened',
  close: 'the panel was closed',
  signin: 'a guest wants to sign in',
  redeem: 'a reward was taken',
  apply: 'the shopper wants a code in their cart',
  release: 'a code was given back for its points',
  balance: 'what the shopper has is known anew',
  earn: 'points have become the shopper’s to spend',
  tier: 'a higher tier was reached',
  badge: 'a badge was won',
  review: 'a review was sent',
  case: 'the shopper asked for help, wrote in a case, or said whether it was put right',
  survey: 'a survey was answered, or its answer withdrawn',
  leave: 'the shopper has left the programme for good',
} as const;

/** What of an element can be reached. */
export interface ElementSurface {
  readonly parts: readonly Part[];
  readonly states: readonly (keyof typeof STATES)[];
  readonly slots: readonly string[];
  readonly tokens: readonly Token[];
}

const LAUNCHER_TOKENS: readonly Token[] = [
  'accent',
  'danger',
  'font',
  'launcher',
  'launcher-display',
  'launcher-offset-block',
  'launcher-offset-inline',
  'motion',
  'on-accent',
  'on-launcher',
  'radius',
  'shadow-launcher',
  'surface',
  'text',
  'z-index',
];

/** What the launcher alone has. */
const LAUNCHER_ONLY: ReadonlySet<Token> = new Set([
  'launcher',
  'launcher-display',
  'launcher-offset-block',
  'launcher-offset-inline',
  'on-launcher',
  'shadow-launcher',
  'z-index',
]);

/** What is drawn with Preact has one look, and so the same tokens everywhere. */
const DRAWN_TOKENS = (Object.keys(TOKENS) as readonly Token[]).filter(
  (name) => name !== 'inline-size' && name !== 'star' && !LAUNCHER_ONLY.has(name),
);

/** What the dialog alone has. */
const DIALOG_TOKENS: ReadonlySet<Token> = new Set(['backdrop', 'motion', 'panel-width', 'shadow']);

/** What reviews, questions and the points of an order do without. */
const CARD_TOKENS: ReadonlySet<Token> = new Set(['on-tile', 'picture', 'radius-tile', 'tile']);

/** Everything inside the frame, in the dialog or in the page. */
const FRAME: readonly Part[] = [
  'back',
  'chip',
  'close',
  'greeting',
  'header',
  'meter',
  'tab',
  'title',
  'unit',
  'worth',
  'badge',
  'badge-picture',
  'balance',
  'button',
  'button-quiet',
  'campaign',
  'case',
  'code',
  'consents',
  'coupon',
  'done',
  'goal',
  'help',
  'hero',
  'ladder',
  'link',
  'news',
  'next-step',
  'nudge',
  'offer',
  'prompt',
  'qr',
  'receipt',
  'receipt-sum',
  'referral',
  'reward',
  'quotation',
  'ring',
  'rule',
  'streak',
  'survey',
  'choice',
  'field',
  'tabs',
  'tier',
  'tier-picture',
  'slider',
  'tile',
  'transaction',
];

const line = (isInText: boolean): ElementSurface => ({
  parts: ['text'],
  states: isInText ? ['in-sentence'] : [],
  slots: [],
  tokens: ['inline-size'],
});

/** A part of the programme in the page; each can say that it did not come, and offers to try again. */
const part = (...parts: readonly Part[]): ElementSurface => ({
  parts: ['button-quiet', ...parts],
  states: ['filled'],
  slots: [''],
  tokens: DRAWN_TOKENS.filter((name) => !DIALOG_TOKENS.has(name)),
});

/** The same of what shows the stars of reviews. */
const withStars = ({ tokens, ...rest }: ElementSurface): ElementSurface => ({
  ...rest,
  tokens: [...tokens, 'star'],
});

/** The same of what loads no sheet for rows and cards. */
const plainPart = (...parts: readonly Part[]): ElementSurface => {
  const all = part(...parts);
  return { ...all, tokens: all.tokens.filter((name) => !CARD_TOKENS.has(name)) };
};

/** The elements, by their tags. */
export const SURFACES: Readonly<Record<string, ElementSurface>> = {
  'okaeri-launcher': {
    parts: ['bubble', 'launcher'],
    states: [],
    slots: [],
    tokens: LAUNCHER_TOKENS,
  },
  'okaeri-widget': withStars({
    parts: ['panel', ...FRAME],
    states: [],
    slots: [],
    tokens: DRAWN_TOKENS,
  }),
  'okaeri-points': line(true),
  'okaeri-earn': line(true),
  'okaeri-stars': line(true),
  'okaeri-page': withStars(
    part(...FRAME.filter((name) => name !== 'button-quiet' && name !== 'close')),
  ),
  'okaeri-rewards': part('button', 'chip', 'code', 'done', 'reward', 'slider', 'tile'),
  'okaeri-reviews': withStars(plainPart('offered', 'review')),
  'okaeri-questions': withStars(plainPart('question')),
  'okaeri-tier': part('ladder', 'meter', 'tier', 'tier-picture'),
  'okaeri-referral': part('qr', 'referral'),
  'okaeri-nudge': plainPart('button', 'next-step', 'prompt'),
  'okaeri-order': plainPart('button', 'order'),
  'okaeri-consents': part('consents'),
  'okaeri-help': part('button', 'case', 'help'),
  'okaeri-survey': plainPart('button', 'choice', 'done', 'field', 'survey'),
};
