import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRow, npsDefinition } from '../../testing/survey-rows.ts';
import { cellsOf, keyOf, movesBetween, type Counted } from './results-cell-rules.ts';
import type { Cell } from './results-tables.ts';

const NPS = npsDefinition();
const counted = (
  change: Partial<Counted['response']> = {},
  more: Partial<Counted> = {},
): Counted => ({
  response: {
    version: 1,
    state: 'complete',
    insider: false,
    score: 3,
    incentivised: true,
    tierId: 'gold',
    ...change,
  },
  answers: [answerRow('s', 'r', 'score', 3), answerRow('s', 'r', 'why', 'Late')],
  themeIds: ['late'],
  ...more,
});
const placesOf = (cells: readonly Cell[]): string[] =>
  cells.map(({ kind, part, value }) => `${kind} ${part} ${value}`);

describe('the cells of a response', () => {
  it('are its score, each answer, its words and themes (E40)', () => {
    const cells = cellsOf(counted(), NPS, '2026Q4');
    expect(placesOf(cells)).toEqual([
      'state  answered',
      'score  3',
      'answer score 3',
      'words why ',
      'state  commented',
      'theme late 3',
    ]);
    expect(cells[0]).toMatchObject({ period: '2026Q4', incentivised: 'yes', tierId: 'gold' });
  });

  it.each([
    ['of the shop’s own people are none (E9)', { insider: true }, []],
    ['once withdrawn only say so (E41)', { state: 'withdrawn' }, ['state  withdrawn']],
    ['without a score are none yet (E36)', { state: 'partial', score: null }, []],
  ] as const)('%s', (_what, change, expected) => {
    expect(placesOf(cellsOf(counted(change), NPS, '2026Q4'))).toEqual(expected);
  });

  it('are there for a partial response with a score (E36)', () => {
    const partial = counted({ state: 'partial' }, { answers: [answerRow('s', 'r', 'score', 3)] });
    expect(placesOf(cellsOf(partial, NPS, '2026Q4'))).toContain('score  3');
  });

  it('of a survey without a score are there once it is complete', () => {
    const custom = { kind: 'custom', questions: NPS.questions } as const;
    const open = counted({ score: null, state: 'partial' });
    expect(cellsOf(open, custom, 'p')).toEqual([]);
    expect(placesOf(cellsOf(counted({ score: null }), custom, 'p'))).toContain('state  answered');
  });

  it('of choices are how many chose at all, and each choice', () => {
    const answers = [answerRow('s', 'r', 'best', ['price', 'speed'])];
    const custom = { kind: 'custom', questions: NPS.questions } as const;
    const places = placesOf(cellsOf(counted({}, { answers, themeIds: [] }), custom, 'p'));
    expect(places).toEqual([
      'state  answered',
      'answer best ',
      'answer best price',
      'answer best speed',
    ]);
  });
});

const cell = fc.record<Cell>({
  period: fc.constantFrom('2026Q3', '2026Q4'),
  version: fc.integer({ min: 1, max: 2 }),
  incentivised: fc.constantFrom('yes', 'no'),
  tierId: fc.constantFrom('', 'gold'),
  kind: fc.constantFrom('score', 'answer'),
  part: fc.constantFrom('', 'a'),
  value: fc.constantFrom('1', '2'),
});
const histogram = (cells: readonly Cell[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const one of cells) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
};

it('whatever responses went through, the counts equal a recount (invariant 12)', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3), fc.array(cell, { maxLength: 6 }))), (changes) => {
      const counts = new Map<string, number>();
      const standing = new Map<number, readonly Cell[]>();
      for (const [who, now] of changes) {
        for (const [one, by] of movesBetween(standing.get(who) ?? [], now)) {
          expect(by).not.toBe(0);
          counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + by);
        }
        standing.set(who, now);
      }
      const left = [...counts].filter(([, count]) => count !== 0);
      expect(new Map(left)).toEqual(histogram([...standing.values()].flat()));
    }),
  );
});
