import type { Command } from 'commander';
import { balanceOptions, type BalanceFault } from '@okaeri/shared/balance-imports';
import { importBalances } from '../backoffice/imports/import-balances.ts';
import { previewBalances } from '../backoffice/imports/preview-balances.ts';
import { addFileImport } from './import-file.ts';

const HELP = `
The file is CSV as Smile, LoyaltyLion, Yotpo, Rivo or easyPoints export it, or any other:
say its columns in --options, such as '{"columns":{"points":"Saldo"},"tiers":{"VIP":"gold"}}'.
A history of movements is '{"kind":"history"}', and comes before the balances.`;

/** `okaeri import members` */
export const addImportMembers = (bring: Command): void =>
  addFileImport(bring, {
    name: 'members',
    description: 'import members of another tool, with their points',
    help: HELP,
    options: balanceOptions,
    async look(deps, input) {
      const seen = await previewBalances(deps, input);
      if ('refused' in seen) return seen;
      const { format, rows, ready, refused, points, newShoppers, faults } = seen.ok;
      const said = `${rows} rows as of ${format}: ${ready} would come with ${points} points and ${newShoppers} new members, ${refused} would not.`;
      return { ok: { faults: faults.map(toText), said, refused } };
    },
    async take(deps, input) {
      const done = await importBalances(deps, input);
      if ('refused' in done) return done;
      const { id, rows, imported, refused, points, faults } = done.ok;
      const said = `${rows} rows: ${imported} imported with ${points} points, ${refused} not. Import ${id}.`;
      return { ok: { faults: faults.map(toText), said, refused } };
    },
  });

function toText({ line, detail }: BalanceFault): string {
  return `line ${line}: ${detail}`;
}
