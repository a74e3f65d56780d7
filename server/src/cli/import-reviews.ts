import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { importOptions, type ImportFault } from '@okaeri/shared/imports';
import { importReviews, previewImport } from '../imports/import-reviews.ts';
import { requireShop, withDeps } from './with-deps.ts';

const HELP = `
The file is CSV as Judge.me, Loox, Okendo, Yotpo or Shopify export it, or any other:
say its columns in --options, such as '{"columns":{"body":"Text"},"dateOrder":"dmy"}'.
Photos are fetched by the server once it runs.`;

const tell = (faults: readonly ImportFault[]): void => {
  for (const { line, detail, photo } of faults)
    console.error(`line ${line}: ${detail}${photo ? ' The review comes without it.' : ''}`);
};

/** `okaeri import reviews` */
export const addImportReviews = (bring: Command): void => {
  bring
    .command('reviews <file>')
    .description('import reviews that another tool has exported')
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--options <json>', 'how the file is to be read', '{}')
    .option('--dry-run', 'read and check everything, write nothing')
    .addHelpText('after', HELP)
    .action((path: string, given: { shop: string; options: string; dryRun?: boolean }) =>
      withDeps(async (deps) => {
        const shop = await requireShop(deps, given.shop);
        const options = importOptions.parse(JSON.parse(given.options));
        const input = { shop, bytes: readFileSync(path), options };
        if (given.dryRun) {
          const seen = await previewImport(deps, input);
          if ('refused' in seen) throw new Error(seen.refused.detail);
          tell(seen.ok.faults);
          const { format, rows, ready, refused, photos } = seen.ok;
          return console.log(
            `${rows} rows as of ${format}: ${ready} would come with ${photos} photos, ${refused} would not.`,
          );
        }
        const done = await importReviews(deps, input);
        if ('refused' in done) throw new Error(done.refused.detail);
        tell(done.ok.faults);
        const { id, rows, imported, waiting, refused } = done.ok;
        console.log(
          `${rows} rows: ${imported} imported (${waiting} wait for a person), ${refused} not. Import ${id}.`,
        );
        if (refused > 0) process.exitCode = 1;
      }),
    );
};
