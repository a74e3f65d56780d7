import type { Appearance, Theme } from './appearance.ts';
import { mix, readable, textOn, type Colour } from './colours.ts';

/** Colours by their semantic names, as the widget's tokens are called. */
export type Tokens = Readonly<
  Record<
    | 'accent'
    | 'on-accent'
    | 'accent-text'
    | 'accent-soft'
    | 'surface'
    | 'surface-raised'
    | 'text'
    | 'text-quiet'
    | 'border'
    | 'track'
    | 'star'
    | 'danger',
    Colour
  >
>;

type Neutrals = Omit<
  Tokens,
  'accent' | 'on-accent' | 'accent-text' | 'accent-soft' | 'track' | 'star'
>;

type NeutralColours = readonly [
  surface: Colour,
  raised: Colour,
  text: Colour,
  quiet: Colour,
  border: Colour,
  danger: Colour,
];

const neutrals = (
  ...[surface, raised, words, quiet, border, danger]: NeutralColours
): Neutrals => ({
  surface,
  'surface-raised': raised,
  text: words,
  'text-quiet': quiet,
  border,
  danger,
});

const PRESETS: Readonly<Record<Theme['preset'], { light: Neutrals; dark: Neutrals }>> = {
  paper: {
    light: neutrals('#fffefb', '#f6f3ec', '#23201b', '#6a645a', '#e4dfd4', '#a1352c'),
    dark: neutrals('#1c1b19', '#272522', '#f1ede5', '#aaa398', '#3a3732', '#f0a49b'),
  },
  mist: {
    light: neutrals('#fdfeff', '#eff3f6', '#1b2126', '#5b6670', '#d8e0e6', '#a1352c'),
    dark: neutrals('#171b1f', '#21272c', '#e8eef2', '#9aa7b1', '#343c43', '#f0a49b'),
  },
  plain: {
    light: neutrals('#ffffff', '#f5f5f5', '#1a1a1a', '#636363', '#e0e0e0', '#a8201a'),
    dark: neutrals('#161616', '#222222', '#f2f2f2', '#a6a6a6', '#383838', '#ffa39a'),
  },
};

/** The accent of a shop that has chosen none. */
const ACCENT = { light: '#2f6b4f', dark: '#9ccfae' } as const;

/** Text needs 4.5 to 1; the shape of a button, 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11). */
const TEXT_RATIO = 4.5;
const SHAPE_RATIO = 3;

/** What differs between light and dark: how much accent is in its soft ground, and the gold of stars. */
const SCHEMES = {
  light: { softShare: 0.1, star: '#c27803' },
  dark: { softShare: 0.12, star: '#e9b44c' },
} as const;

/** How much text is in what is missing on a meter. */
const TRACK_SHARE = 0.14;

const tokensOf = (base: Neutrals, wanted: Colour, scheme: keyof typeof SCHEMES): Tokens => {
  const { softShare, star } = SCHEMES[scheme];
  const { surface, 'surface-raised': raised, text } = base;
  const accent = readable(wanted, [surface, raised], text, SHAPE_RATIO);
  const soft = mix(surface, accent, softShare);
  const asText = (colour: Colour): Colour =>
    readable(colour, [surface, raised, soft], text, TEXT_RATIO);
  return {
    ...base,
    'text-quiet': asText(base['text-quiet']),
    accent,
    'on-accent': textOn(accent),
    'accent-text': asText(wanted),
    'accent-soft': soft,
    track: mix(raised, text, TRACK_SHARE),
    star,
  };
};

/** A shop's appearance as the widget is given it: every colour computed. */
export interface PublicAppearance {
  readonly mode: Theme['mode'];
  readonly font: Theme['font'];
  readonly radiusPx: number;
  readonly density: Theme['density'];
  readonly launcher: Theme['launcher'];
  readonly light: Tokens;
  readonly dark: Tokens;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Computes the colours, so that they can be read whatever the brand's colour is. */
export const toPublicAppearance = ({ theme: chosen, texts }: Appearance): PublicAppearance => {
  const { light, dark } = PRESETS[chosen.preset];
  const { mode, font, radiusPx, density, launcher, accent, accentDark } = chosen;
  return {
    mode,
    font,
    radiusPx,
    density,
    launcher,
    light: tokensOf(light, accent ?? ACCENT.light, 'light'),
    dark: tokensOf(dark, accentDark ?? accent ?? ACCENT.dark, 'dark'),
    texts,
  };
};
