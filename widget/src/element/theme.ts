import type { PublicAppearance, Tokens } from '@okaeri/shared/public-appearance';
import { sheetOf } from '../styles/sheet.ts';

const FONTS = {
  system: 'system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif',
  serif: 'Georgia, "Hiragino Mincho ProN", "Noto Serif CJK JP", serif',
  rounded: 'ui-rounded, "Hiragino Maru Gothic ProN", system-ui, sans-serif',
} as const;

// Whatever a shop's page sets itself under the public name comes before the theme.
const declare = (name: string, value: string): string =>
  `--_${name}:var(--okaeri-${name},${value});`;

const colours = (tokens: Tokens): string =>
  Object.entries(tokens)
    .map(([name, value]) => declare(name, value))
    .join('');

const fontOf = (font: PublicAppearance['font']): string =>
  font === 'page' ? getComputedStyle(document.body).fontFamily : FONTS[font];

/** The theme as CSS: values have passed a grammar on the server, and names are our own. */
const cssOf = (appearance: PublicAppearance): string => {
  const { mode, light, dark, radiusPx, font, density } = appearance;
  const first = mode === 'dark' ? dark : light;
  const family = fontOf(font);
  const shape =
    declare('radius', `${radiusPx}px`) +
    declare('space', density === 'compact' ? '0.8' : '1') +
    declare('font', family);
  const scheme = mode === 'auto' ? 'light dark' : mode;
  const later =
    mode === 'auto' ? `@media (prefers-color-scheme:dark){:host{${colours(dark)}}}` : '';
  return `*{color-scheme:${scheme}}:host{${shape}${colours(first)}}${later}`;
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
