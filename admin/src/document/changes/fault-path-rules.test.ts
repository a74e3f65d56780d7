import { describe, expect, it } from 'vitest';
import { documentPath } from './fault-path-rules.ts';

const DOCUMENT = {
  earning: [{ id: 'order' }, { id: 'birthday', variants: [{ points: 1 }] }],
  expiry: { on: ['03-31'] },
};

describe('the place of a fault', () => {
  it.each([
    ['of a thing in a list has its id', 'earning[1].points', ['earning', 'birthday', 'points']],
    [
      'of a thing without an id has its number',
      'earning[1].variants[0].points',
      ['earning', 'birthday', 'variants', '0', 'points'],
    ],
    ['of a text in a list has its number', 'expiry.on[0]', ['expiry', 'on', '0']],
    [
      'of something that is not there is as it was told',
      'earning[7].points',
      ['earning', '7', 'points'],
    ],
    ['of the whole document is empty', '', []],
  ])('%s', (_, text, path) => {
    expect(documentPath(text, DOCUMENT)).toEqual(path);
  });
});
