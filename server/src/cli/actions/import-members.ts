import { balanceOptions, type BalanceFault } from '@okaeri/shared/balance-imports';
import { importBalances } from '../../backoffice/imports/import-balances.ts';
import { previewBalances } from '../../backoffice/imports/preview-balances.ts';
import { importFile } from './import-file.ts';

/** Looks at a file of members, or imports it. */
export const importMembers = importFile({
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
