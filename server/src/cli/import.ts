import type { Command } from 'commander';
import { addFileImport } from './import-file.ts';
import { addImportMembers } from './import-members.ts';
import { addImportReviews } from './import-reviews.ts';
import { lazily } from './lazily.ts';

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

const COSTS_HELP = `
The file is CSV or an Excel workbook (.xlsx), with a header. Columns:
  day       the local day it belongs to: 2026-11-22
  kind      margin, reward, message, fixed or ads
  amount    a decimal: 120.50
  currency  ISO 4217, such as USD
  channel   optional: email, or the name of an advertiser
  note      optional
The same file a second time changes nothing.`;

/** `okaeri import …` */
export const addImport = (program: Command): void => {
  const imports = program.command('import').description('bring data in');
  imports
    .command('shop <file>')
    .description('make a shop of an exported file, with keys of its own')
    .action(lazily(async () => (await import('./actions/import-shop.ts')).importShopFile));
  addImportMembers(imports);
  addImportReviews(imports);
  imports
    .command('costs <file>')
    .description('import what was paid: rewards, messages, advertising by channel')
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--dry-run', 'read and check everything, write nothing')
    .addHelpText('after', COSTS_HELP)
    .action(lazily(async () => (await import('./actions/import-costs.ts')).importCostFile));
  addFileImport(imports, {
    name: 'orders',
    description: "import a shop's past orders",
    help: HELP,
    load: async () => (await import('./actions/import-orders.ts')).importOrderFile,
  });
};
