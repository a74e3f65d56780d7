import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import { balanceOptions, type BalanceFault } from '@okaeri/shared/balance-imports';
import { importBalances } from '../imports/import-balances.ts';
import { previewBalances } from '../imports/preview-balances.ts';
import { requireShop, withDeps } from './with-deps.ts';

const HELP = `
The file is CSV as Smile, LoyaltyLion, Yotpo, Rivo or easyPoints export it, or any other:
say its columns in --options, such as '{"columns":{"points":"Saldo"},"tiers":{"VIP":"gold"}}'.
A history of movements is '{"kind":"history"}', and comes before the balances.`;

const tell = (faults: readonly BalanceFault[]): void => {
  for (const { line, detail } of faults) console.error(`line ${line}: ${detail}`);
};

/** `okaeri import members` */
export const addImportMembers = (bring: Command): void => {
  bring
    .command('members <file>')
    .description('import members of another tool, with their points')
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--options <json>', 'how the file is to be read', '{}')
    .option('--dry-run', 'read and check everything, write nothing')
    .addHelpText('after', HELP)
    .action((path: string, given: { shop: string; options: string; dryRun?: boolean }) =>
      withDeps(async (deps) => {
        const shop = await requireShop(deps, given.shop);
        const options = balanceOptions.parse(JSON.parse(given.options));
        const input = { shop, bytes: readFileSync(path), options };
        if (given.dryRun) {
          const seen = await previewBalances(deps, input);
          if ('refused' in seen) throw new Error(seen.refused.detail);
          tell(seen.ok.faults);
          const { format, rows, ready, refused, points, newShoppers } = seen.ok;
          return console.log(
            `${rows} rows as of ${format}: ${ready} would come with ${points} points and ${newShoppers} new members, ${refused} would not.`,
          );
        }
        const done = await importBalances(deps, input);
        if ('refused' in done) throw new Error(done.refused.detail);
        tell(done.ok.faults);
        const { id, rows, imported, refused, points } = done.ok;
        console.log(
          `${rows} rows: ${imported} imported with ${points} points, ${refused} not. Import ${id}.`,
        );
        if (refused > 0) process.exitCode = 1;
      }),
    );
};
