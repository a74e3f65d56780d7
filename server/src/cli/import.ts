import { Presets, SingleBar } from 'cli-progress';
import type { Command } from 'commander';
import { createReadStream } from 'node:fs';
import { orderFileOptions } from '@okaeri/shared/imports';
import { importOrders, type ImportReport } from '../backoffice/imports/import-orders.ts';
import { importShop } from '../connect/portability/import-shop.ts';
import { addImportMembers } from './import-members.ts';
import { addImportReviews } from './import-reviews.ts';
import { requireShop, withDeps, withStoppableDeps } from './with-deps.ts';

const HELP = `
The file is CSV or an Excel workbook (.xlsx), with a header. Columns:
  order_id    the shop's own id of the order
  shopper_id  the shop's own id of the shopper; may be empty where email is given
  placed_at   a date (2026-11-22) or an instant in UTC (2026-11-22T09:30:00Z), or as Excel writes them
  currency    ISO 4217, such as USD
  total       what was paid, as a decimal: 29.33 or 29,33
  email       optional
  name        optional
  quantity    optional: how many pieces were bought; 1 where it is not said
Other columns are ignored. Rows count as paid, fulfilled and delivered when placed. Like any other order, they
earn points by the current programme; the total is printed at the end, and --dry-run estimates it first. To import
orders without points, switch off every rule on orders before. An email, a name or a quantity that cannot be used
is left out, with a warning. Where a day or a total could be two, say which is meant in --options:
'{"dateOrder":"dmy","decimalMark":"comma","encoding":"windows-1252"}'.`;

const BREAK = 10;

/** `okaeri import …` */
export const addImport = (program: Command): void => {
  const bring = program.command('import').description('bring data in');
  bring
    .command('shop <file>')
    .description('make a shop of an exported file, with keys of its own')
    .action((path: string) =>
      withDeps(async (deps) => console.log(JSON.stringify(await importShop(deps, path)))),
    );
  addImportMembers(bring);
  addImportReviews(bring);
  bring
    .command('orders <file>')
    .description("import a shop's past orders")
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--options <json>', 'how the file is to be read', '{}')
    .option('--dry-run', 'read and check everything, write nothing')
    .addHelpText('after', HELP)
    .action((path: string, options: { shop: string; options: string; dryRun?: boolean }) =>
      withStoppableDeps(async (deps) => {
        const shop = await requireShop(deps, options.shop);
        const bar = new SingleBar(
          { format: '{bar} {percentage}% | {value}/{total} rows | {eta_formatted} left' },
          Presets.shades_classic,
        );
        bar.start(await countLines(path), 0);
        const how = orderFileOptions.parse(JSON.parse(options.options));
        const dryRun = options.dryRun ?? false;
        const progress = (rows: number): void => bar.update(rows);
        const report = await importOrders(
          { ...deps, store: deps.storeWithoutEvents },
          { shop, path, dryRun, options: how, progress },
        ).finally(() => bar.stop());
        print(report, dryRun);
        if (report.failed > 0 || report.isCutOff) process.exitCode = 1;
      }),
    );
};

async function countLines(path: string): Promise<number> {
  let lines = 0;
  const pieces: AsyncIterable<Buffer> = createReadStream(path);
  for await (const piece of pieces) for (const byte of piece) if (byte === BREAK) lines += 1;
  return lines;
}

function print(report: ImportReport, dryRun: boolean): void {
  for (const { line, reason } of report.faults) console.error(`line ${line}: ${reason}`);
  for (const { line, reason } of report.remarks)
    console.error(`line ${line}: ${reason} The order comes.`);
  const unsaid = report.failed - report.faults.length;
  if (unsaid > 0) console.error(`… and ${unsaid} more`);
  const verb = dryRun ? 'would be imported' : 'imported';
  console.log(
    `${report.rows} rows: ${report.created} ${verb}, ${report.unchanged} were there already, ${report.failed} failed.`,
  );
  console.log(
    dryRun
      ? `They would earn about ${report.points} points by the programme of today: tiers, segments and caps are not asked.`
      : `They earned ${report.points} points.`,
  );
  if (report.isCutOff)
    console.error('Stopped before the end. Import the file again: what came does not come twice.');
}
