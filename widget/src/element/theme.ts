import type { PublicAppearance, Tokens } from '@okaeri/shared/public-appearance';
import { sheetOf } from '../styles/sheet.ts';
import { MARK } from './host-page.ts';

// The letters of each language are the system's own: its generic families have them.
const FONTS = {
  system: 'system-ui,sans-serif',
  serif: 'Georgia,serif',
  rounded: 'ui-rounded,"Hiragino Maru Gothic ProN",system-ui,sans-serif',
} as const;

// Whatever a shop's page sets itself under the public name comes before the theme.
const declare = (name: string, value: string): string =>
  `--_${name}:var(--okaeri-${name},${value});`;

/** Each colour for light and dark: which it is follows the scheme where it is used. */
const colours = (light: Tokens, dark: Tokens): string =>
  Object.entries(light)
    .map(([name, value]) => declare(name, `light-dark(${value},${dark[name as keyof Tokens]})`))
    .join('');

const fontOf = (font: PublicAppearance['font']): string =>
  // A script may be there before the body is.
  font === 'page'
    ? getComputedStyle(document.body ?? document.documentElement).fontFamily
    : FONTS[font];

/**
 * The theme as CSS: values have passed a grammar on the server, and names are our own. The mode is
 * that of the dialog and the launcher; what stands in the page follows the page (042).
 */
const cssOf = (appearance: PublicAppearance): string => {
  const { mode, light, dark, radiusPx, font, density } = appearance;
  const family = fontOf(font);
  const shape =
    declare('radius', `${radiusPx}px`) +
    declare('space', density === 'compact' ? '0.8' : '1') +
    declare('font', family);
  const scheme = mode === 'auto' ? 'light dark' : mode;
  return `:host([${MARK}]){color-scheme:${scheme}!important}:host{${shape}${colours(light, dark)}}`;
};

/** A sheet that follows the shop's theme: one for every root of the widget. */
export const createTheme = (): {
  sheet: CSSStyleSheet;
  apply: (appearance: PublicAppearance | undefined) => void;
} => {
  const sheet = sheetOf('');
  let applied = '';
  return {
    sheet,
    apply(appearance) {
      const css = appearance === undefined ? '' : cssOf(appearance);
      if (css === applied) return;
      applied = css;
      sheet.replaceSync(css);
    },
  };
};
