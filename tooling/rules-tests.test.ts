import { existsSync, globSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';

/**
 * Rules that speak to merchants: their sentences come by the bundler's `import.meta.glob`, which only the console's own
 * project of tests has, so these are called otherwise.
 */
const CALLED_OTHERWISE: Readonly<Record<string, string>> = {
  'admin/src/document/changes/appearance-change-rules.ts': 'appearance-changes.test.ts',
  'admin/src/document/changes/facet-rules.ts': 'facets.test.ts',
  'admin/src/document/changes/list-rules.ts': 'list-changes.test.ts',
  'admin/src/document/changes/program-change-rules.ts': 'program-changes.test.ts',
  'admin/src/document/changes/review-change-rules.ts': 'review-changes.test.ts',
  'admin/src/document/changes/settings-change-rules.ts': 'settings-changes.test.ts',
  'admin/src/surveys/survey-change-rules.ts': 'survey-changes.test.ts',
};

const ROOT = join(import.meta.dirname, '..');

it('every file of rules has a test beside it', () => {
  const rules = globSync('{admin,integrations,packages,server,shared,widget}/**/*-rules.ts', {
    cwd: ROOT,
    exclude: (name) => name.includes('node_modules') || name.includes('/dist/'),
  });
  expect(rules.length).toBeGreaterThan(100);
  const testOf = (file: string): string => {
    const otherwise = CALLED_OTHERWISE[file];
    return otherwise ? join(dirname(file), otherwise) : file.replace(/\.ts$/, '.test.ts');
  };
  const alone = rules.filter((file) => !existsSync(join(ROOT, testOf(file))));
  expect(alone).toEqual([]);
});
