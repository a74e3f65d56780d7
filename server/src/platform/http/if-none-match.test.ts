import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { isKnown } from './if-none-match.ts';

const app = new Hono().get('/', (c) => c.text(String(isKnown(c, '"a1"'))));
const known = async (tags?: string): Promise<string> => {
  const headers = tags === undefined ? {} : { 'If-None-Match': tags };
  return (await app.request('/', { headers })).text();
};

describe('what is known already', () => {
  it.each(['"a1"', 'W/"a1"', '"b2", "a1"', '*'])('is known by %s', async (tags) => {
    expect(await known(tags)).toBe('true');
  });

  it.each([undefined, '', '"b2"', 'a1', '"a11"', '"xa1"'])('is not known by %s', async (tags) => {
    expect(await known(tags)).toBe('false');
  });
});
