import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Messages } from './shape.ts';

/** Where each text stands below a value; a text that is filled in is marked as such. */
function placesOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null)
    return [typeof value === 'function' ? `${place}()` : place];
  return Object.entries(value).flatMap(([name, inner]) => placesOf(inner, `${place}.${name}`));
}

/** The names that the files of a language export, with those that two files share. */
const namesIn = (files: Readonly<Record<string, object>>): string[] =>
  Object.values(files).flatMap((file) => Object.keys(file));

type Parts = Readonly<Record<string, { readonly words: Messages }>>;
const EN_PARTS = import.meta.glob<Parts[string]>('./parts/en-*.ts', { eager: true });
const JA_PARTS = import.meta.glob<Parts[string]>('./parts/ja-*.ts', { eager: true });

/** What comes with pages. */
const partsOf = (parts: Parts): object =>
  Object.assign({}, ...Object.values(parts).map(({ words }) => words)) as object;

describe('the texts of the console', () => {
  it('stand in Japanese exactly where they stand in English', () => {
    const all = { ...en, ...partsOf(EN_PARTS) };
    expect(placesOf({ ...ja, ...partsOf(JA_PARTS) }).sort()).toEqual(placesOf(all).sort());
    expect(all).toMatchObject({ home: {}, team: {}, setup: {} });
  });

  it.each([
    ['English', namesIn(import.meta.glob('./en/**/*.ts', { eager: true }))],
    ['Japanese', namesIn(import.meta.glob('./ja/**/*.ts', { eager: true }))],
  ])('have names in %s that no two files share', (_, names) => {
    expect(names).toEqual([...new Set(names)]);
    expect(names).toContain('home');
  });
});
