import { describe, expect, test } from 'vitest';
import { contrastOf } from '@okaeri/shared/colours';
import { isDark, isReadable, layOver, paintOf, type Paint } from './ground-rules.ts';

const BLACK: Paint = [0, 0, 0, 1];
const WHITE: Paint = [1, 1, 1, 1];
const grey = (channel: number): Paint => {
  const share = channel / 255;
  return [share, share, share, 1];
};
const hexOf = (channel: number): string => `#${channel.toString(16).padStart(2, '0').repeat(3)}`;

describe('a computed colour', () => {
  test.each([
    ['color(srgb 1 0.5 0)', [1, 0.5, 0, 1]],
    ['color(srgb 0 0 0 / 0.25)', [0, 0, 0, 0.25]],
    ['color(srgb 0 0 0 / 0)', [0, 0, 0, 0]],
    ['color(srgb -0.01 1.02 1e-7)', [-0.01, 1.02, 1e-7, 1]],
    ['color(srgb none 1 1)', [0, 1, 1, 1]],
    ['color(srgb 0.5)', [0.5, 0, 0, 1]],
  ])('%s is read', (css, paint) => {
    expect(paintOf(css)).toEqual(paint);
  });

  test.each(['oklch(0.5 0.1 20)', 'rgb(1, 2, 3)', ''])('%s is not', (css) => {
    expect(paintOf(css)).toBeNull();
  });
});

describe('what lies over another', () => {
  test('hides it, lets it through, or is mixed with it, by how much of it there is', () => {
    expect(layOver(BLACK, WHITE)).toEqual(BLACK);
    expect(layOver([0, 0, 0, 0], WHITE)).toEqual(WHITE);
    expect(layOver([1, 0, 0, 0.25], BLACK)).toEqual([0.25, 0, 0, 1]);
    expect(layOver([0.25, 0.5, 0.75, 0.5], [1, 0.5, 0, 1])).toEqual([0.625, 0.5, 0.375, 1]);
  });
});

test('a ground is dark exactly where white is read on it better than black', () => {
  for (let channel = 0; channel < 256; channel += 1) {
    const ground = hexOf(channel);
    const better = contrastOf('#ffffff', ground) > contrastOf('#000000', ground);
    expect(isDark(grey(channel)), ground).toBe(better);
  }
});

test('a text is readable exactly where it has 4.5 to 1, above and below', () => {
  for (let text = 0; text < 256; text += 3)
    for (let ground = 0; ground < 256; ground += 5)
      expect(isReadable(grey(text), grey(ground)), `${text} on ${ground}`).toBe(
        contrastOf(hexOf(text), hexOf(ground)) >= 4.5,
      );
});

test.each([
  ['red', '#ff0000', [1, 0, 0, 1]],
  ['green', '#00ff00', [0, 1, 0, 1]],
  ['blue', '#0000ff', [0, 0, 1, 1]],
] satisfies readonly (readonly [string, string, Paint])[])(
  'a text in %s is readable where it has 4.5 to 1, as each colour has its own light',
  (_name, hex, paint) => {
    for (let ground = 0; ground < 256; ground += 5)
      expect(isReadable(paint, grey(ground)), `on ${ground}`).toBe(
        contrastOf(hex, hexOf(ground)) >= 4.5,
      );
  },
);
