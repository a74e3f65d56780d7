import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appearanceInput, type Appearance } from '@okaeri/shared/appearance';
import { programDocument, type ProgramDocument } from '@okaeri/shared/program';
import { reviewSettings, type ReviewSettings } from '@okaeri/shared/review-settings';
import { en } from '../../i18n/en.ts';
import { ja } from '../../i18n/ja.ts';
import { words as enWidget } from '../../i18n/parts/en-widget.ts';
import { words as jaWidget } from '../../i18n/parts/ja-widget.ts';
import { words as english } from '../../i18n/changes/english.ts';
import { words as japanese } from '../../i18n/changes/japanese.ts';
import { appearanceChanges } from './appearance-change-rules.ts';
import { arbitraryOf } from './arbitrary-document.ts';
import { isSame, type Change } from './change-rules.ts';
import { changeText } from './facet-rules.ts';
import { programChanges, programWords } from './program-change-rules.ts';
import type { Reading } from './reading.ts';
import { reviewChanges } from './review-change-rules.ts';

type Reader = Omit<Reading, 'documents'>;

const ENGLISH: Reader = {
  ...english,
  messages: { ...en, ...enWidget },
  language: 'en',
  productNames: new Map(),
};
const JAPANESE: Reader = {
  ...japanese,
  messages: { ...ja, ...jaWidget },
  language: 'ja',
  productNames: new Map(),
};

/** What code calls things by: words no sentence of a merchant has. */
const CODE = /[{}[\]]|\b[a-z]+[A-Z]\w*|\w+\.\w+\.\w+|undefined|null|NaN|\[object/;
/** What is written in Latin letters in Japanese, too. */
const LATIN =
  /\bVIP 2\b|Gold|Mug|Été|% more|\bPM\b|https:\S+|px|#\w+|\bURL\b|\bSNS\b|Okaeri|New York|Tokyo|UTC|USD|JPY|EUR/g;

const DOCUMENTS: readonly [
  string,
  fc.Arbitrary<unknown>,
  (a: never, b: never, as: Reader) => Change[],
][] = [
  ['a program', arbitraryOf(programDocument), programChanges],
  ['a look', arbitraryOf(appearanceInput), appearanceChanges],
  ['settings of reviews', arbitraryOf(reviewSettings), reviewChanges],
];

const said = (found: readonly Change[], as: Reader): string[] =>
  found.map((one) => changeText(one, as));

describe.each(DOCUMENTS)('the differences of two states of %s', (_, documents, changesOf) => {
  it('are sentences without a brace, a path, an id or the name of a value, in both languages', () => {
    fc.assert(
      fc.property(documents, documents, (a, b) => {
        const [inEnglish, inJapanese] = [ENGLISH, JAPANESE].map((as) =>
          said(changesOf(a as never, b as never, as), as),
        );
        for (const text of inEnglish ?? []) {
          expect(text.trim()).not.toBe('');
          expect(text.replace(/https:\S+/g, '')).not.toMatch(CODE);
        }
        for (const text of inJapanese ?? []) expect(text.replace(LATIN, '')).not.toMatch(/[a-z]/i);
        expect(inJapanese).toHaveLength(inEnglish?.length ?? 0);
      }),
    );
  });

  it('are none only where both are the same', () => {
    fc.assert(
      fc.property(documents, documents, fc.boolean(), (a, b, isOne) => {
        const other = isOne ? structuredClone(a) : b;
        const found = changesOf(a as never, other as never, ENGLISH);
        expect(found.length === 0).toBe(isSame(a, other));
      }),
    );
  });
});

describe('what an entry of any program says of itself', () => {
  const LISTS = ['earning', 'rewards', 'tiers', 'campaigns', 'segments', 'challenges'] as const;

  it('is without a brace, a path, an id or the name of a value', () => {
    fc.assert(
      fc.property(arbitraryOf(programDocument), (document) => {
        const program = document as ProgramDocument;
        for (const list of LISTS)
          for (const { id } of program[list]) {
            const text = programWords.details?.([list, id], program, ENGLISH) ?? '';
            expect(text.replace(/https:\S+/g, '')).not.toMatch(CODE);
          }
      }),
    );
  });
});

const RULE = {
  id: 'birthday',
  on: 'birthday',
  enabled: true,
  points: { fixed: 250 },
  variants: [{ tierIds: ['vip', 'icon'], points: { fixed: 750 } }],
  limit: { count: 1, every: 'year' },
  conditions: {},
  hold: { days: 0 },
};

const PROGRAM = programDocument.parse({
  name: { en: 'Club' },
  pointsName: { en: { one: 'point', other: 'points' } },
  timeZone: 'America/New_York',
  currency: 'USD',
  pointValueMinor: 1,
  enrolment: 'automatic',
  earning: [
    {
      id: 'order',
      on: 'order',
      enabled: true,
      points: { per: { USD: { amountMinor: 100, points: 5 } } },
      includeTax: false,
      includeShipping: false,
      rounding: 'floor',
      hold: { days: 14, from: 'paid' },
    },
  ],
  expiry: { kind: 'never' },
  refunds: { policy: 'withinBalance', returnSpentPoints: 'never' },
  tiers: [
    { id: 'base', name: { en: 'Base' }, entry: 0 },
    { id: 'vip', name: { en: 'VIP', ja: '特別' }, entry: 40_000 },
    { id: 'icon', name: { en: 'Icon' }, entry: 90_000, multiplier: '1.5' },
  ],
  tierPolicy: { metric: 'spend', window: { kind: 'rolling', days: 365 }, downgrade: 'oneStep' },
  rewards: [],
});

/** The program with other values at some places. */
const changed = (
  by: (document: Record<string, never[]> & ProgramDocument) => void,
): ProgramDocument => {
  const next = structuredClone(PROGRAM) as Record<string, never[]> & ProgramDocument;
  by(next);
  return programDocument.parse(next);
};

describe('a difference of a program', () => {
  it.each<[string, Parameters<typeof changed>[0], string, string]>([
    [
      'a new way to earn',
      (d) => d.earning.push(RULE as never),
      'Birthday: 250 points, VIP and Icon 750 points, once a year',
      '誕生日：250ポイント、特別・Iconは750ポイント、年1回',
    ],
    [
      'another rate',
      (d) =>
        Object.assign(d.earning[0]?.points ?? {}, {
          per: { USD: { amountMinor: 100, points: 8 } },
        }),
      'Order: 5 points per $1 → 8 points per $1',
      '注文：$1ごとに5ポイント → $1ごとに8ポイント',
    ],
    [
      'another threshold',
      (d) => Object.assign(d.tiers[1] ?? {}, { entry: 30_000 }),
      'VIP: from $400 spent → $300 spent',
      '特別：到達条件：購入額$400 → 購入額$300',
    ],
    ['a tier that is gone', (d) => void d.tiers.pop(), 'Icon', 'Icon'],
    [
      'a name in one language',
      (d) => Object.assign(d.tiers[1]?.name ?? {}, { ja: '極' }),
      'VIP: name in Japanese “特別” → “極”',
      '極：名前（日本語）：「特別」 → 「極」',
    ],
    [
      'another choice',
      (d) => Object.assign(d.refunds, { policy: 'unlimited' }),
      'On refund, deduct up to the current balance → the full amount (balance may go negative)',
      '返金時に減算するポイント：残高の範囲内 → 全額（残高がマイナスになることがあります）',
    ],
    [
      'another time',
      (d) => Object.assign(d.earning[0] ?? {}, { hold: { days: 7, from: 'delivered' } }),
      'Order: pending for 14 days after payment → pending for 7 days after delivery',
      '注文：支払いから14日後に利用可能 → 到着から7日後に利用可能',
    ],
  ])('is said as people say it where it is %s', (_, by, inEnglish, inJapanese) => {
    const after = changed(by);
    const texts = [ENGLISH, JAPANESE].map((as) => said(programChanges(PROGRAM, after, as), as));
    expect(texts[0]).toContain(inEnglish);
    expect(texts[1]).toContain(inJapanese);
  });

  it('of nothing but the order of things says so', () => {
    const after = { ...PROGRAM, tiers: PROGRAM.tiers.toReversed() };
    expect(said(programChanges(PROGRAM, after, ENGLISH), ENGLISH)).toEqual([
      'Tiers: order changed',
    ]);
  });
});

it('types of documents are those of the schemas', () => {
  const look: Appearance = appearanceInput.parse({});
  const settings: ReviewSettings = reviewSettings.parse({});
  expect(appearanceChanges(look, look, ENGLISH)).toEqual([]);
  expect(reviewChanges(settings, { ...settings, askAfterDays: 9 }, ENGLISH)).toHaveLength(1);
});
