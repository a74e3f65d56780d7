import { describe, expect, it } from 'vitest';
import { theme } from '@okaeri/shared/appearance';
import { contrastOf } from '@okaeri/shared/colours';
import { contrastsOf } from './contrast-rules.ts';

type Theme = Parameters<typeof contrastsOf>[0];

const contrasts = (change: Partial<Theme> = {}) => {
  const [light, dark, ...more] = contrastsOf({ ...theme.parse({}), ...change });
  if (light === undefined || dark === undefined) throw new Error('There are two.');
  return { light, dark, more };
};

describe('what comes of a brand’s colour', () => {
  it('is told for light pages and then for dark ones, on the ground they have', () => {
    const { light, dark, more } = contrasts({ preset: 'plain' });
    expect([light.scheme, light.surface]).toEqual(['light', '#ffffff']);
    expect([dark.scheme, dark.surface]).toEqual(['dark', '#161616']);
    expect(more).toEqual([]);
  });

  it('is the button, the text in that colour and the words, each by its two colours', () => {
    const { light } = contrasts({ preset: 'plain', accent: '#0000ff' });
    expect(light.pairs).toEqual([
      {
        name: 'button',
        front: '#ffffff',
        back: '#0000ff',
        ratio: contrastOf('#ffffff', '#0000ff'),
      },
      { name: 'text', front: '#0000ff', back: '#ffffff', ratio: contrastOf('#0000ff', '#ffffff') },
      { name: 'words', front: '#1a1a1a', back: '#ffffff', ratio: contrastOf('#1a1a1a', '#ffffff') },
    ]);
  });

  it.each(['#ffffff', '#000000', '#ffff00', '#808080', '#0000ff', '#2f6b4f'])(
    'is always a button of 3 to 1 and text of 4.5 to 1, also with %s',
    (accent) => {
      const { light, dark } = contrasts({ accent });
      for (const { pairs, surface } of [light, dark]) {
        const [button, text] = pairs;
        expect(contrastOf(button?.back ?? '', surface)).toBeGreaterThanOrEqual(3);
        expect(button?.ratio).toBeGreaterThanOrEqual(4.5);
        expect(text?.ratio).toBeGreaterThanOrEqual(4.5);
      }
    },
  );
});

describe('a colour that another stands in for', () => {
  it('is none where nothing was chosen, or what was chosen can be read', () => {
    const { light, dark } = contrasts();
    expect([light.replaced, dark.replaced]).toEqual([null, null]);
    expect(contrasts({ preset: 'plain', accent: '#0000ff' }).light.replaced).toBeNull();
  });

  it('is what was wanted, what is taken, and how badly the first could be read', () => {
    const { light } = contrasts({ preset: 'plain', accent: '#ffff00' });
    expect(light.replaced).toEqual({
      wanted: '#ffff00',
      by: light.pairs[0]?.back,
      ratio: contrastOf('#ffff00', '#ffffff'),
    });
    expect(light.replaced?.by).not.toBe('#ffff00');
  });

  it('is on dark pages the colour for them, and else the one for light pages', () => {
    const blue = contrasts({ preset: 'plain', accent: '#0000ff' }).dark.replaced;
    expect(blue?.wanted).toBe('#0000ff');
    const own = contrasts({ preset: 'plain', accent: '#0000ff', accentDark: '#ffffff' });
    expect([own.light.replaced, own.dark.replaced]).toEqual([null, null]);
    const black = contrasts({ preset: 'plain', accentDark: '#000000' });
    expect([black.light.replaced, black.dark.replaced?.wanted]).toEqual([null, '#000000']);
  });
});
