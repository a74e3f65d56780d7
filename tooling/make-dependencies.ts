import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEPENDENCIES_PAGE, readDependencies } from './docs/dependencies.ts';
import { writeTable } from './docs/dependencies-page.ts';
import { formatPage } from './docs/format-page.ts';
import { ROOT } from './docs/read-docs.ts';

// The table of `docs/dependencies.md`, out of what is installed. `pnpm dependencies` writes it; that each library
// has its row, with its version and its licence, `docs/dependencies.test.ts` holds.

const path = join(ROOT, DEPENDENCIES_PAGE);

const page = writeTable(readFileSync(path, 'utf8'), readDependencies());
writeFileSync(path, await formatPage(DEPENDENCIES_PAGE, page));
