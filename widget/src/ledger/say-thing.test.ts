import type { Me, PublicProgram } from '@okaeri/shared/storefront';
import { describe, expect, it } from 'vitest';
import { languageOf, WIDGET_LANGUAGES } from '@okaeri/shared/widget-languages';
import type { AppModel } from '../app/model.ts';
import { createWords } from '../app/words.ts';
import type { Language } from '../i18n/languages.ts';
import { loadTexts } from '../i18n/load.ts';
import { aReceipt, aRow, mugs } from '../testing/history-rows.ts';
import { createHistoryWords } from './history-words.ts';
import { sentenceOf, stateWords, titleOf } from './say-thing.ts';
import type { Told } from './sentence-rules.ts';
import type { Thing } from './thing-rules.ts';

const program = {
  pointsName: { en: { one: 'point', other: 'points' }, ja: { other: 'ポイント' } },
  timeZone: 'Asia/Tokyo',
  currency: 'JPY',
  appearance: { texts: {} },
  earning: [{ id: 'order', on: 'order', hold: { days: 14, from: 'fulfilled' } }],
  rewards: [{ id: 'off300', name: { en: '¥300 off', ja: '300円引き' } }],
} as unknown as PublicProgram;

/** What the history says with, in a language. */
const speechIn = async (language: Language) => {
  const words = createWords(language, await loadTexts(language), () => program);
  await Promise.all([words.load('panel'), words.load('more')]);
  const state = { value: { program, me: { asOf: '2026-12-20T00:00:00Z' } as Me } };
  const model = { words, state, ruleName: () => null } as unknown as AppModel;
  return { model, words: createHistoryWords(model) };
};

const bought = [
  mugs(1, { product: { title: { en: 'Mug', ja: 'マグ' }, url: null, imageUrl: null } }),
];
const order: Thing = { key: '', rows: [aRow({ bought, receipt: aReceipt(133) })], points: 133 };
const at = '2026-12-13T00:00:00Z';
const refund = { back: 1, of: 2, line: bought[0] ?? null, refundedMinor: 2650, grossMinor: 5300 };
const sums = { points: 132, gone: 132, whole: 265 };

/** One of each sentence. */
const TOLD: readonly Told[] = [
  ...(['cameBack', 'pieces', 'allBack', 'refunded'] as const).map((kind) => ({
    kind,
    ...refund,
    ...sums,
  })),
  ...(['brought', 'earned', 'coming', 'gone', 'nothing', 'taken', 'givenBack'] as const).map(
    (kind) => ({ kind, ...sums }),
  ),
  ...(['kept', 'debt', 'waits', 'used', 'returned'] as const).map((kind) => ({ kind, ...sums })),
  { kind: 'undone', points: 132, at },
  { kind: 'expired', points: 75, at, since: '2025-12-13T00:00:00Z' },
  { kind: 'given', points: 50, reason: 'Sorry' },
  { kind: 'took', points: 50, reason: 'Twice' },
  { kind: 'when', at },
  { kind: 'when', at: null },
  { kind: 'because', because: 'orderCancelled' },
];

describe.each(Object.keys(WIDGET_LANGUAGES).flatMap((tag) => languageOf(tag) ?? []))(
  'in %s',
  (language) => {
    it('every sentence of a receipt is whole: nothing is left out, and no place stays empty', async () => {
      const speech = await speechIn(language);
      for (const told of TOLD) {
        const said = sentenceOf(speech, order, told);
        expect(said, told.kind).not.toMatch(/[{}]|undefined|NaN|^\s*$/);
        if ('points' in told && /132/.test(String(told.points)) && told.kind !== 'nothing')
          if (!['waits', 'used', 'returned'].includes(told.kind))
            expect(said, told.kind).toMatch(/132|١٣٢/);
      }
      expect(stateWords(speech, order, TOLD).join()).not.toMatch(/[{}]|undefined|NaN/);
    });
  },
);

describe('what a thing is called', () => {
  const titled = async (language: Language, change: Parameters<typeof aRow>[0]) =>
    titleOf(await speechIn(language), { key: '', rows: [aRow(change)], points: 0 }).replaceAll(
      '\u00A0',
      ' ',
    );
  const cloth = (quantity = 1) =>
    mugs(0, { quantity, product: { title: { en: 'Cloth' }, url: null, imageUrl: null } });

  it.each([
    ['its product, and how many', [mugs()], 'Everyday mug × 2'],
    ['its first product, and how many more', [cloth(), mugs(), mugs()], 'Cloth and 1 more'],
    ['its product once, however many lines have it', [cloth(1), cloth(2)], 'Cloth × 3'],
    ['its number, where nobody has said a name', [mugs(0, { product: null })], 'Order K-1'],
    ['its number, where it is not the shopper’s any more', [], 'Order K-1'],
  ])('is, of an order, %s', async (_what, lines, title) => {
    expect(await titled('en', { bought: lines })).toBe(title);
  });

  it('is, of a reward, its name in the reader’s language, else the one it had', async () => {
    const taken = { source: { kind: 'redemption', id: 'r' }, label: '¥300 off' };
    expect(await titled('ja', taken)).toBe('300円引き');
    expect(await titled('ja', { ...taken, label: 'Gone' })).toBe('Gone');
  });

  it.each([
    ['the shop’s reason', { reason: 'Sorry', source: { kind: 'adjustment', id: 'a' } }, 'Sorry'],
    ['a welcome', { source: { kind: 'signup', id: 's' } }, 'Welcome bonus'],
    ['an expiry', { kind: 'expire' }, 'Expired'],
    ['joined accounts', { kind: 'merge', source: null }, 'Accounts joined'],
    [
      'an act of a rule that is gone',
      { source: { kind: 'act', id: 'a' } },
      'Points for taking part',
    ],
  ] as const)('is, of the rest, what it was: %s', async (_what, change, title) => {
    expect(await titled('en', change)).toBe(title);
  });
});

describe('a day', () => {
  it('has its year where it is not this year’s, in the shop’s time zone', async () => {
    const { words } = await speechIn('en');
    expect(words.day('2026-12-12T15:30:00Z')).toBe('December 13');
    expect(words.day('2025-12-12T15:30:00Z')).toBe('December 13, 2025');
    expect(words.monthOf('2026-11-30T15:30:00Z')).toBe('2026-12');
    expect([132, -132, 0].map(words.signed)).toEqual(['+132', '−132', '0']);
  });
});
