import { describe, expect, it } from 'vitest';
import { npsDefinition } from '../../testing/survey-rows.ts';
import { estimateOf, figuresOf, scoreOf, wordingOf, type CountedCell } from './results-rules.ts';

const NPS = npsDefinition();
const cell = (
  change: Partial<CountedCell> & Pick<CountedCell, 'kind' | 'value' | 'count'>,
): CountedCell => ({ version: 1, incentivised: 'no', tierId: '', part: '', ...change });

describe('a score', () => {
  it('of 29 says only how many, of 30 all of it (E40)', () => {
    expect(scoreOf('csat', new Map([[5, 29]]))).toEqual({
      kind: 'csat',
      n: 29,
      value: null,
      low: null,
      high: null,
      promoters: null,
      detractors: null,
    });
    expect(scoreOf('csat', new Map([[5, 30]])).low).toBeCloseTo(0.886487, 6);
  });

  it('of loyalty is the mean of its four items, of which the sums are kept', () => {
    const estimate = estimateOf(
      'loyalty',
      new Map([
        [28, 1],
        [4, 1],
      ]),
    );
    expect(estimate).toMatchObject({ n: 2, value: 4 });
  });
});

describe('figures', () => {
  it('say of those it was shown to who answered; skipped ones are in no share', () => {
    const figures = figuresOf(
      [
        cell({ kind: 'state', value: 'invited', count: 100 }),
        cell({ kind: 'state', value: 'shown', count: 60 }),
        cell({ kind: 'state', value: 'dismissed', count: 11 }),
        cell({ kind: 'state', value: 'answered', count: 30 }),
      ],
      NPS,
    );
    expect(figures).toMatchObject({ invited: 100, shown: 60, dismissed: 11, answered: 30 });
    expect(figures.response).toMatchObject({ n: 60, value: 0.5 });
  });

  it('of choices are shares of those who answered that question, with Wilson’s interval', () => {
    const best = {
      id: 'best',
      kind: 'choices',
      text: { en: 'Best?' },
      required: false,
      showIf: null,
      options: [
        { id: 'price', name: { en: 'Price' } },
        { id: 'speed', name: { en: 'Speed' } },
      ],
      choicesMax: 2,
      words: true,
    } as const;
    const { questions } = figuresOf(
      [
        cell({ kind: 'answer', part: 'best', value: '', count: 50 }),
        cell({ kind: 'answer', part: 'best', value: 'price', count: 41 }),
        cell({ kind: 'words', part: 'best', value: '', count: 7 }),
      ],
      { kind: 'custom', questions: [{ ...best, options: [...best.options] }] },
    );
    expect(questions[0]).toMatchObject({ n: 50, words: 7, mean: null });
    const [price, speed] = questions[0]?.choices ?? [];
    expect(price).toMatchObject({ id: 'price', count: 41, share: 0.82 });
    expect(price?.low).toBeCloseTo(0.692039, 6);
    expect(price?.high).toBeCloseTo(0.902298, 6);
    expect(speed).toMatchObject({ id: 'speed', count: 0, share: 0 });
  });

  it('list themes by how often they were raised, with the mean score of enough', () => {
    const { themes } = figuresOf(
      [
        cell({ kind: 'state', value: 'commented', count: 96 }),
        cell({ kind: 'theme', part: 'price', value: '6', count: 12 }),
        cell({ kind: 'theme', part: 'late', value: '3', count: 34 }),
        cell({ kind: 'theme', part: 'none', value: '3', count: 0 }),
      ],
      NPS,
    );
    expect(themes.map(({ id, count }) => [id, count])).toEqual([
      ['late', 34],
      ['price', 12],
    ]);
    expect(themes[0]).toMatchObject({ meanScore: 3 });
    expect(themes[0]?.low).toBeCloseTo(0.266, 3);
    expect(themes[0]?.high).toBeCloseTo(0.454, 3);
    expect(themes[1]?.meanScore).toBeNull();
  });

  it('of a survey without a score have none', () => {
    const custom = { kind: 'custom', questions: [] } as const;
    expect(figuresOf([], { ...custom, questions: [] })).toMatchObject({ score: null, tiers: [] });
  });
});

it('versions with the same words are one, and begin anew with other words (E35)', () => {
  const asked = { kind: NPS.kind, questions: NPS.questions };
  const other = { ...asked, questions: npsDefinition('Would you?').questions };
  const groups = wordingOf([
    { version: 4, asked },
    { version: 1, asked },
    { version: 2, asked },
    { version: 3, asked: other },
  ]);
  expect([...groups]).toEqual([
    [1, 1],
    [2, 1],
    [3, 3],
    [4, 4],
  ]);
});
