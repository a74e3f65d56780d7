import { describe, expect, it } from 'vitest';
import { programDocument, type ProgramDocument } from '@okaeri/shared/program';
import { changeText } from './facet-rules.ts';
import { programChanges, programWords } from './program-change-rules.ts';
import { ENGLISH } from './readings-of-tests.ts';

const PROGRAM = programDocument.parse({
  name: { en: 'Club' },
  pointsName: { en: { one: 'point', other: 'points' } },
  timeZone: 'UTC',
  currency: 'USD',
  pointValueMinor: 1,
  enrolment: 'automatic',
  earning: [
    {
      id: 'signUp',
      on: 'signup',
      enabled: true,
      points: { fixed: 100 },
      limit: { count: 1, every: 'lifetime' },
    },
  ],
  expiry: { kind: 'never' },
  refunds: { policy: 'withinBalance', returnSpentPoints: 'never' },
  tiers: [],
  rewards: [],
});
const POLICY = {
  metric: 'spend',
  window: { kind: 'rolling', days: 365 },
  downgrade: 'oneStep',
  graceDays: 0,
} as const;
const said = (before: ProgramDocument, after: ProgramDocument): string[] =>
  programChanges(before, after, ENGLISH).map((one) => changeText(one, ENGLISH));

describe('what an entry of a program says of itself', () => {
  it('is one sentence without its name, and without its switch', () => {
    const [rule] = PROGRAM.earning;
    const off = { ...PROGRAM, earning: rule === undefined ? [] : [{ ...rule, enabled: false }] };
    for (const program of [PROGRAM, off])
      expect(programWords.details?.(['earning', 'signUp'], program, ENGLISH)).toBe(
        '100 points, once',
      );
  });

  it.each([
    [
      'a referral with points for the friend',
      'earning',
      { id: 'one', on: 'referral', points: { fixed: 500 }, friendPoints: 200 },
      '500 points, 200 points for the friend',
    ],
    [
      'a profile',
      'earning',
      { id: 'one', on: 'profile', points: { fixed: 100 }, fields: ['birthday', 'locale'] },
      '100 points, with birthday and language filled in',
    ],
    [
      'a tier with benefits and a bonus',
      'tiers',
      { id: 'one', entry: 500, entryPoints: 50, perks: [{ en: 'A gift' }, { en: 'A party' }] },
      'From 500 points, with the benefits “A gift” and “A party”, 50 points on entry',
    ],
    [
      'a campaign for some products, with a budget',
      'campaigns',
      {
        id: 'one',
        effect: { multiplier: '2' },
        ruleIds: ['signUp'],
        scope: { tags: ['sale'] },
        budgetPoints: 9000,
      },
      '2× points, only on points from Joining, only on products tagged “sale”, budget 9,000 points',
    ],
    [
      'a challenge that repeats',
      'challenges',
      { id: 'one', metric: 'orders', target: 3, period: 'month', repeats: 2 },
      '3 orders in a month, up to 2 times in each period',
    ],
  ])('reads well for %s', (_title, list, entry, text) => {
    const kept = list === 'earning' ? PROGRAM.earning : [];
    const program = { ...PROGRAM, [list]: [...kept, entry] };
    expect(programWords.details?.([list, 'one'], program, ENGLISH)).toBe(text);
  });

  it('names all products where a scope is taken away', () => {
    const challenge = { id: 'one', metric: 'orders', target: 3, period: 'month', repeats: 1 };
    const of = (scope: object): ProgramDocument =>
      ({ ...PROGRAM, challenges: [{ ...challenge, scope }] }) as unknown as ProgramDocument;
    expect(said(of({ tags: ['sale'] }), of({}))).toEqual([
      expect.stringContaining('only on products tagged “sale” → on all products'),
    ]);
  });

  it.each([
    ['the document does not have', ['earning', 'none']],
    ['stands in no list', ['refunds', 'policy']],
    ['is a whole list', ['earning']],
  ])('is empty for a place that %s', (_title, path) => {
    expect(programWords.details?.(path, PROGRAM, ENGLISH)).toBe('');
  });
});

describe('the changes of a program', () => {
  it('are none of the same in another order of its members', () => {
    const { name, ...others } = PROGRAM;
    expect(said(PROGRAM, { ...others, name })).toEqual([]);
  });

  it('say that there are tiers that are climbed from now on, that there are none, and how otherwise', () => {
    const climbed = { ...PROGRAM, tierPolicy: POLICY };
    const [added] = programChanges(PROGRAM, climbed, ENGLISH);
    expect([added?.kind, added?.path]).toEqual(['added', ['tierPolicy']]);
    const [removed] = programChanges(climbed, PROGRAM, ENGLISH);
    expect([removed?.kind, removed?.path]).toEqual(['removed', ['tierPolicy']]);
    const other = { ...climbed, tierPolicy: { ...POLICY, metric: 'points' as const } };
    expect(programChanges(climbed, other, ENGLISH).map(({ path }) => path)).toContainEqual([
      'tierPolicy',
      'metric',
    ]);
  });

  it.each([
    ['refunds', { refunds: { ...PROGRAM.refunds, policy: 'unlimited' } }, 'refunds/policy'],
    ['stages', { loop: { ...PROGRAM.loop, lapsedDays: 99 } }, 'loop/lapsedDays'],
    ['a list', { earning: [] }, 'earning/signUp'],
    ['itself', { enrolment: 'explicit' }, 'enrolment'],
  ] as const)('of %s lead there', (_what, change, path) => {
    const after = { ...PROGRAM, ...change } as ProgramDocument;
    const places = programChanges(PROGRAM, after, ENGLISH).map((one) => one.path.join('/'));
    expect(places).toEqual([path]);
  });

  it('that no line tells say that the program changed', () => {
    const after = { ...PROGRAM, toCome: 1 } as ProgramDocument;
    expect(programChanges(PROGRAM, after, ENGLISH)).toMatchObject([
      { kind: 'changed', path: [], before: null, after: null },
    ]);
  });
});

it.each([
  [['earning', 'signUp', 'points'], /: /],
  [['earning', 'signUp'], /^[^:]+$/],
  [['earning', 'gone'], /^Ways to earn$/],
  [['rewards'], /^Rewards$/],
  [['tiers'], /^Tiers$/],
  [['refunds', 'policy'], /./],
  [['tierPolicy', 'window'], /./],
  [['timeZone'], /time zone/i],
])('the field at %j is called what people call it', (path, name) => {
  expect(programWords.fieldName(path, PROGRAM, ENGLISH)).toMatch(name);
});
