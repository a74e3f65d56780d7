import { describe, expect, it } from 'vitest';
import { messages as earnEn } from './earn.en.ts';
import { messages as earnJa } from './earn.ja.ts';
import { messages as ledgerEn } from './ledger.en.ts';
import { messages as ledgerJa } from './ledger.ja.ts';
import { messages as panelEn } from './panel.en.ts';
import { messages as panelJa } from './panel.ja.ts';
import { formatMoney, formatPoints } from './format.ts';

const isTree = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Every message by its path: a text, or the texts a function makes of marked values. */
const flatten = (tree: Record<string, unknown>, path = ''): Map<string, unknown> =>
  new Map(
    Object.entries(tree).flatMap(([name, value]) =>
      isTree(value) ? [...flatten(value, `${path}${name}.`)] : [[`${path}${name}`, value] as const],
    ),
  );

const MARKS = ['⟨1⟩', '⟨2⟩', '⟨3⟩'];

describe('the languages', () => {
  const english = flatten({ panel: panelEn, earn: earnEn, ledger: ledgerEn });
  const japanese = flatten({ panel: panelJa, earn: earnJa, ledger: ledgerJa });

  it('have the same messages', () => {
    expect([...japanese.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it.each([...english.keys()])('say %s in both, with the same values in it', (key) => {
    const [one, two] = [english.get(key), japanese.get(key)];
    expect(typeof two).toBe(typeof one);
    if (typeof one === 'string') {
      expect(one.trim()).not.toBe('');
      expect(String(two).trim()).not.toBe('');
      return;
    }
    const say = one as (...values: string[]) => string;
    const sayToo = two as (...values: string[]) => string;
    const marksIn = (text: string): string[] => MARKS.filter((mark) => text.includes(mark));
    expect(marksIn(sayToo(...MARKS))).toEqual(marksIn(say(...MARKS)));
  });
});

describe('numbers in words', () => {
  const program = {
    pointsName: { en: { one: 'point', other: 'points' }, ja: { other: 'ポイント' } },
  };

  it.each([
    [0, 'en', '0 points'],
    [1, 'en', '1 point'],
    [1234, 'en', '1,234 points'],
    [1, 'ja', '1ポイント'],
    [1234, 'ja', '1,234ポイント'],
    [2, 'fr', '2 points'],
  ])('%i in %s is %s', (count, language, words) => {
    expect(formatPoints(count, program, language)).toBe(words);
  });

  it.each([
    [500, 'USD', 'en', '$5'],
    [550, 'USD', 'en', '$5.50'],
    [500, 'JPY', 'en', '¥500'],
    [500, 'JPY', 'ja', '￥500'],
    [1500, 'KWD', 'en', 'KWD 1.500'],
  ])('%i minor units of %s in %s are %s', (minor, currency, language, text) => {
    expect(formatMoney(minor, currency, language).replace(/\s/g, ' ')).toBe(text);
  });
});
