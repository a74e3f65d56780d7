import { describe, expect, it } from 'vitest';
import { isMutation } from '../server/src/access/ability-rules.ts';
import { OPERATIONS } from '../server/src/compose-areas.ts';
import { words as english } from '../admin/src/i18n/log/en.ts';
import { words as japanese } from '../admin/src/i18n/log/ja.ts';

/** What the activity log can have a line of, as it names it. */
const LOGGED = Object.keys(OPERATIONS)
  .map((operation) => operation.replace(/\{(\w+)\}/g, ':$1'))
  .filter((operation) => {
    const [method = '', path = ''] = operation.split(' ');
    return /^\/v1\/(?!account)/.test(path) && isMutation(method, path);
  });

describe('the activity log', () => {
  it.each([
    ['English', english],
    ['Japanese', japanese],
  ])('has words in %s for everything that is written into it', (_, words) => {
    expect(LOGGED.length).toBeGreaterThan(60);
    expect(LOGGED.filter((operation) => words[operation] === undefined)).toEqual([]);
    expect(Object.values(words).filter((text) => /\/v1|GET|POST/.test(text))).toEqual([]);
  });
});
