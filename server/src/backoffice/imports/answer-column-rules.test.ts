import { describe, expect, it } from 'vitest';
import { answerColumnsOf, answerFormatOf } from './answer-column-rules.ts';

const TYPEFORM = ['#', 'Would you recommend us?', 'Why?', 'Submit Date (UTC)', 'Network ID'];

describe('the columns of a file of answers', () => {
  it.each([
    [['Survey type', 'Score', 'Comment', 'Email'], 'delighted'],
    [['Score', 'Comment', 'Permalink', 'Created at'], 'delighted'],
    [TYPEFORM, 'typeform'],
    [['respondent', 'score', 'answeredAt'], 'csv'],
  ] as const)('%j are of %s', (headers, format) => {
    expect(answerFormatOf(headers)).toBe(format);
  });

  it('are what was said first, then what their names say', () => {
    const headers = ['Score', 'Rating', 'Date'];
    expect(answerColumnsOf(headers, { score: 'Rating' })).toEqual({
      columns: { score: 'Rating', answeredAt: 'Date' },
    });
  });

  it('of Typeform are found by what is asked, and its own are no questions', () => {
    expect(answerColumnsOf(TYPEFORM, {})).toEqual({
      columns: {
        answeredAt: 'Submit Date (UTC)',
        text: 'Why?',
        score: 'Would you recommend us?',
      },
    });
  });

  it.each([
    [['respondent'], {}, 'No column has the score and the day; say which it is.'],
    [['score'], {}, 'No column has the day; say which it is.'],
    [['score', 'date'], { text: 'Words' }, 'There is no column "Words".'],
  ] as const)('%j with %j said lack something: %s', (headers, said, fault) => {
    expect(answerColumnsOf(headers, said)).toEqual({ fault });
  });
});
