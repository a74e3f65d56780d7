import type { Command } from 'commander';
import { addFileImport } from './import-file.ts';

const HELP = `
The file is CSV as Judge.me, Loox, Okendo, Yotpo or Shopify export it, or any other:
say its columns in --options, such as '{"columns":{"body":"Text"},"dateOrder":"dmy"}'.
Photos are fetched by the server once it runs.`;

/** `okaeri import reviews` */
export const addImportReviews = (imports: Command): void =>
  addFileImport(imports, {
    name: 'reviews',
    description: 'import reviews that another tool has exported',
    help: HELP,
    load: async () => (await import('./actions/import-reviews.ts')).importReviewFile,
  });
