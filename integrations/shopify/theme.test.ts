import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { themeCheckRun } from '@shopify/theme-check-node';
import { describe, expect, it } from 'vitest';

const EXTENSION = join(import.meta.dirname, 'extensions/okaeri');

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, `${path}.${key}`))
    : [path];

describe('the theme app extension', () => {
  it('has nothing that Shopify’s own checks find fault with', async () => {
    const config = join(EXTENSION, '.theme-check.yml');
    const { offenses } = await themeCheckRun(EXTENSION, config);
    expect(offenses.map(({ check, message, uri }) => `${check} ${uri}: ${message}`)).toEqual([]);
  });

  it('has its words in both languages', () => {
    const words = (name: string): string[] =>
      keysOf(JSON.parse(readFileSync(join(EXTENSION, 'locales', name), 'utf8'))).toSorted();
    expect(words('ja.schema.json')).toEqual(words('en.default.schema.json'));
  });

  it('brings the script that puts rewards into the cart, wherever the widget is', () => {
    const block = readFileSync(join(EXTENSION, 'blocks/widget.liquid'), 'utf8');
    expect(block).toContain('"javascript": "okaeri-cart.js"');
  });

  it('puts no token into a page, so that pages can be cached', () => {
    for (const folder of ['blocks', 'snippets'])
      for (const name of readdirSync(join(EXTENSION, folder)))
        expect(readFileSync(join(EXTENSION, folder, name), 'utf8')).not.toContain('data-token=');
  });
});
