import { describe, expect, it } from 'vitest';
import { appearanceInput, theme } from './appearance.ts';
import { toPublicAppearance } from './public-appearance.ts';
import { contrastOf } from './colours.ts';
import { BRAND_COLOURS } from './testing/brand-colours.ts';

const tokensFor = (accent: string, preset: 'paper' | 'mist' | 'plain') =>
  toPublicAppearance({ theme: theme.parse({ accent, preset }), texts: {} });

const check = (accent: string, preset: 'paper' | 'mist' | 'plain'): void => {
  const { light, dark } = tokensFor(accent, preset);
  for (const tokens of [light, dark]) {
    expect(contrastOf(tokens.accent, tokens['on-accent'])).toBeGreaterThanOrEqual(4.5);
    for (const ground of [tokens.surface, tokens['surface-raised']]) {
      expect(contrastOf(tokens.accent, ground)).toBeGreaterThanOrEqual(3);
      for (const words of ['text', 'text-quiet', 'accent-text', 'danger'] as const)
        expect(contrastOf(tokens[words], ground)).toBeGreaterThanOrEqual(4.5);
    }
    for (const words of ['text', 'text-quiet', 'accent-text'] as const)
      expect(contrastOf(tokens[words], tokens['accent-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrastOf(tokens.star, tokens.surface)).toBeGreaterThanOrEqual(3);
  }
};

describe('a theme', () => {
  it.each(BRAND_COLOURS)('can be read with the brand colour %s, light and dark', (accent) => {
    for (const preset of ['paper', 'mist', 'plain'] as const) check(accent, preset);
  });

  it('can be read with every colour of a fine grid', () => {
    const steps = Array.from({ length: 16 }, (_, step) =>
      (step * 17).toString(16).padStart(2, '0'),
    );
    for (const red of steps)
      for (const green of steps) for (const blue of steps) check(`#${red}${green}${blue}`, 'paper');
  });

  it('takes colours and texts, and nothing that could be CSS', () => {
    for (const accent of ['red', '#fff', '#12345g', 'url(x)', '#000000;}'])
      expect(appearanceInput.safeParse({ theme: { accent } }).success).toBe(false);
    expect(appearanceInput.safeParse({ theme: { accent: '#FFEB00' } }).data?.theme.accent).toBe(
      '#ffeb00',
    );
    expect(appearanceInput.safeParse({ theme: { font: 'Comic Sans' } }).success).toBe(false);
    expect(appearanceInput.safeParse({ theme: { radiusPx: 29 } }).success).toBe(false);
    expect(appearanceInput.safeParse({ texts: { en: { redeem: 'Take it' } } }).success).toBe(true);
    expect(appearanceInput.safeParse({ texts: { en: { 'not a name': 'x' } } }).success).toBe(false);
  });
});
