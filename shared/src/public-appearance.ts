import type { Appearance, Theme } from './appearance.ts';
import { readable, textOn, type Colour } from './colours.ts';

/** Colours by their semantic names, as the widget's tokens are called. */
export type Tokens = Readonly<
  Record<
    | 'accent'
    | 'on-accent'
    | 'accent-text'
    | 'surface'
    | 'surface-raised'
    | 'text'
    | 'text-quiet'
    | 'border'
    | 'danger',
    Colour
  >
>;

type Neutrals = Omit<Tokens, 'accent' | 'on-accent' | 'accent-text'>;

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

const tokensOf = (base: Neutrals, wanted: Colour): Tokens => {
  const grounds = [base.surface, base['surface-raised']];
  const accent = readable(wanted, grounds, base.text, SHAPE_RATIO);
  return {
    ...base,
    accent,
    'on-accent': textOn(accent),
    'accent-text': readable(wanted, grounds, base.text, TEXT_RATIO),
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
    light: tokensOf(light, accent ?? ACCENT.light),
    dark: tokensOf(dark, accentDark ?? accent ?? ACCENT.dark),
    texts,
  };
};
