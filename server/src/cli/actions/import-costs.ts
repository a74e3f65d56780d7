import { readFileSync } from 'node:fs';
import { importCosts } from '../../backoffice/imports/import-costs.ts';
import { requireShop, withDeps } from './with-deps.ts';

/** Imports a file of costs and prints what came of it. */
export const importCostFile = (
  path: string,
  options: { shop: string; dryRun?: boolean },
): Promise<void> =>
  withDeps(async (deps) => {
    const shop = await requireShop(deps, options.shop);
    const dryRun = options.dryRun === true;
    const report = await importCosts(deps, { shop, bytes: readFileSync(path), dryRun });
    if ('refused' in report) throw new Error(report.refused.detail);
    const { rows, created, unchanged, faults } = report.ok;
    for (const { line, reason } of faults) console.error(`line ${line}: ${reason}`);
    const verb = dryRun ? 'can be imported' : 'imported';
    console.log(
      `${rows} rows: ${created} ${verb}, ${unchanged} were there already, ${faults.length} failed.`,
    );
    if (faults.length > 0) process.exitCode = 1;
  });
