import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEPENDENCIES_PAGE, readDependencies, type Dependency } from './dependencies.ts';
import { readRows, writeTable } from './dependencies-page.ts';
import { ROOT } from './read-docs.ts';

const page = readFileSync(join(ROOT, DEPENDENCIES_PAGE), 'utf8');
const installed = readDependencies();

describe('the page of dependencies', () => {
  it('has a row for each library, with the version and licence that are installed (pnpm dependencies)', () => {
    expect(
      readRows(page).map(({ name, version, licence }) => `${name} ${version} ${licence}`),
    ).toEqual(installed.map(({ name, version, licence }) => `${name} ${version} ${licence}`));
  });

  it('says what each library is for', () => {
    expect(readRows(page).filter(({ purpose }) => purpose === '')).toEqual([]);
  });

  it('keeps what is written by hand when its table is made anew', () => {
    const hono: Dependency = {
      name: 'hono',
      usedBy: ['server'],
      version: '1.0.0',
      licence: 'MIT',
      keptAt: '',
      brings: 0,
      bytes: 2048,
    };
    const before =
      '<!-- dependencies -->\n| `hono` | routes | | 0.9.0 | MIT |\n<!-- /dependencies -->';
    const after = writeTable(before, [hono]);
    expect(readRows(after)).toEqual([
      { name: 'hono', purpose: 'routes', version: '1.0.0', licence: 'MIT' },
    ]);
  });
});
