import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { ja } from './ja.ts';

/** Where each text stands below a value; a text that is filled in is marked as such. */
function placesOf(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null)
    return [typeof value === 'function' ? `${place}()` : place];
  return Object.entries(value).flatMap(([name, inner]) => placesOf(inner, `${place}.${name}`));
}

/** The names that the files of a language export, with those that two files share. */
const namesIn = (files: Readonly<Record<string, object>>): string[] =>
  Object.values(files).flatMap((file) => Object.keys(file));

describe('the texts of the console', () => {
  it('stand in Japanese exactly where they stand in English', () => {
    expect(placesOf(ja).sort()).toEqual(placesOf(en).sort());
  });

  it.each([
    ['English', namesIn(import.meta.glob('./en/*.ts', { eager: true }))],
    ['Japanese', namesIn(import.meta.glob('./ja/*.ts', { eager: true }))],
  ])('have names in %s that no two files share', (_, names) => {
    expect(names).toEqual([...new Set(names)]);
    expect(names).toContain('home');
  });
});
