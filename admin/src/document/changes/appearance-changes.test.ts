import { describe, expect, it } from 'vitest';
import { appearanceInput, type Appearance } from '@okaeri/shared/appearance';
import { appearanceChanges, appearanceWords } from './appearance-change-rules.ts';
import { changeText } from './facet-rules.ts';
import { ENGLISH } from './readings-of-tests.ts';

const LOOK: Appearance = appearanceInput.parse({});
const theme = (change: Partial<Appearance['theme']>): Appearance => ({
  ...LOOK,
  theme: { ...LOOK.theme, ...change },
});
const said = (before: Appearance, after: Appearance): string[] =>
  appearanceChanges(before, after, ENGLISH).map((one) => changeText(one, ENGLISH));

describe('the changes of the widget’s look', () => {
  it.each([
    ['nothing differs', LOOK, []],
    ['its corners differ', theme({ radiusPx: LOOK.theme.radiusPx + 3 }), [/px → .*px$/]],
    ['it has a color', theme({ accent: '#123456' }), [/→ #123456$/]],
    [
      'its button is hidden',
      theme({ launcher: { ...LOOK.theme.launcher, shown: !LOOK.theme.launcher.shown } }),
      [/on → off$|off → on$/],
    ],
    [
      'its button has another name in one language',
      theme({ launcher: { ...LOOK.theme.launcher, label: { en: 'Perks' } } }),
      [/in English .*→ “Perks”$/],
    ],
    [
      'a text is the shop’s own',
      { ...LOOK, texts: { ja: { title: '特典' } } },
      [/in Japanese .*→ “特典”$/],
    ],
    ['a language without a text has come', { ...LOOK, texts: { ja: {} } }, [/changed$/]],
  ])('where %s say so', (_where, after, texts) => {
    const found = said(LOOK, after);
    expect(found).toHaveLength(texts.length);
    for (const [i, text] of texts.entries()) expect(found[i]).toMatch(text);
  });

  it('say which text was given back to the widget', () => {
    const before = { ...LOOK, texts: { en: { title: 'Perks', home: 'Hi' } } };
    const [only, ...more] = said(before, { ...LOOK, texts: { en: { home: 'Hi' } } });
    expect(only).toContain('“Perks” →');
    expect(more).toEqual([]);
  });
});

it.each([
  [['theme', 'radiusPx'], /corner/i],
  [['theme', 'launcher', 'position'], /./],
  [['texts', 'en', 'title'], /./],
  [['nothing'], /^$/],
])('the field at %j has a name', (path, name) => {
  expect(appearanceWords.fieldName(path, LOOK, ENGLISH)).toMatch(name);
});
