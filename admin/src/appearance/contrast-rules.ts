import type { Theme } from '@okaeri/shared/appearance';
import { contrastOf, type Colour } from '@okaeri/shared/colours';
import { toPublicAppearance, type Tokens } from '@okaeri/shared/public-appearance';

/** Two colours that stand on each other, and how well they are told apart. */
export interface Pair {
  readonly name: 'button' | 'text' | 'words';
  readonly front: Colour;
  readonly back: Colour;
  readonly ratio: number;
}

/** What comes of a brand's colour on pages of one lighting. */
export interface Contrast {
  readonly scheme: 'light' | 'dark';
  readonly surface: Colour;
  readonly pairs: readonly Pair[];
  /** The colour that was chosen, where it could not be read and another stands in for it. */
  readonly replaced: {
    readonly wanted: Colour;
    readonly by: Colour;
    readonly ratio: number;
  } | null;
}

/** Whether what was chosen can be read, light and dark, and what is taken where it cannot. */
export const contrastsOf = (theme: Theme): readonly Contrast[] => {
  const { light, dark } = toPublicAppearance({ theme, texts: {} });
  return [
    contrastIn('light', light, theme.accent),
    contrastIn('dark', dark, theme.accentDark ?? theme.accent),
  ];
};

function contrastIn(scheme: Contrast['scheme'], tokens: Tokens, wanted: Colour | null): Contrast {
  return {
    scheme,
    surface: tokens.surface,
    pairs: [
      pair('button', tokens['on-accent'], tokens.accent),
      pair('text', tokens['accent-text'], tokens.surface),
      pair('words', tokens.text, tokens.surface),
    ],
    replaced:
      wanted === null || wanted === tokens.accent
        ? null
        : { wanted, by: tokens.accent, ratio: contrastOf(wanted, tokens.surface) },
  };
}

function pair(name: Pair['name'], front: Colour, back: Colour): Pair {
  return {
    name,
    front,
    back,
    ratio: contrastOf(front, back),
  };
}
