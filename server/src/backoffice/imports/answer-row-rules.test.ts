import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { readAnswer, type AnswerReading } from './answer-row-rules.ts';

const READING: AnswerReading = {
  columns: {
    score: 's',
    text: 't',
    answeredAt: 'd',
    respondent: 'r',
    orderId: 'o',
    surveyKind: 'k',
  },
  dates: null,
  kind: 'csat',
  scale: { min: 1, max: 5 },
  now: Date.parse('2026-11-22T09:00:00Z'),
};
const read = (cells: Record<string, string>) =>
  readAnswer({ d: '2026-09-01', ...cells }, 7, READING);

describe('a line of answers', () => {
  it('brings its score, words, day, order and who', () => {
    expect(read({ s: '4', t: ' Good ', r: 'c-1', o: '1001', k: 'CSAT' })).toEqual({
      answer: {
        line: 7,
        respondent: 'c-1',
        score: 4,
        text: 'Good',
        answeredAt: '2026-09-01T00:00:00.000Z',
        orderId: '1001',
      },
      faults: [],
    });
  });

  it.each([
    [{ s: '' }, 'scoreMissing'],
    [{ s: '0' }, 'scoreInvalid'],
    [{ s: '6' }, 'scoreInvalid'],
    [{ s: '4.5' }, 'scoreInvalid'],
    [{ s: '4e0' }, 'scoreInvalid'],
    [{ s: 'good' }, 'scoreInvalid'],
    [{ s: '4', k: 'nps' }, 'otherKind'],
    [{ s: '4', d: 'soon' }, 'dateInvalid'],
    [{ s: '4', d: '' }, 'dateInvalid'],
    [{ s: '4', d: '2030-01-01' }, 'dateInFuture'],
    [{ s: '4', d: '1999999999' }, 'dateInFuture'],
  ])('with %j brings nothing: %s', (cells, code) => {
    expect(read(cells)).toMatchObject({ answer: null, faults: [{ line: 7, code }] });
  });

  it('takes whole numbers as tools write them, and seconds since 1970', () => {
    expect(read({ s: '4.0', d: '1788350400' }).answer).toMatchObject({
      score: 4,
      answeredAt: '2026-09-02T12:00:00.000Z',
    });
  });

  it('keeps the beginning of words that are too long', () => {
    const long = read({ s: '4', t: 'x'.repeat(LIMITS.answerTextMax + 1) });
    expect(long.answer?.text).toHaveLength(LIMITS.answerTextMax);
    expect(long.faults).toMatchObject([{ code: 'textCut' }]);
  });
});
