import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { API_PAGE, writeLists } from './docs/api-page.ts';
import { readServer } from './docs/facts.ts';
import { formatPage } from './docs/format-page.ts';
import { ROOT } from './docs/read-docs.ts';

// The lists of operations in `docs/api/README.md`, out of the API's document. `pnpm api-page`
// writes them; that they are what the document says, `docs/docs.test.ts` holds.

const path = join(ROOT, API_PAGE);

const lists = writeLists(readFileSync(path, 'utf8'), readServer().document);
writeFileSync(path, await formatPage(API_PAGE, lists));
