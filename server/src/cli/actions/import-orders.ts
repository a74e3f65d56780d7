import { Presets, SingleBar } from 'cli-progress';
import { createReadStream } from 'node:fs';
import { orderFileOptions } from '@okaeri/shared/imports';
import { importOrders, type ImportReport } from '../../backoffice/imports/import-orders.ts';
import type { FileOptions } from '../import-file.ts';
import { requireShop, withStoppableDeps } from './with-deps.ts';

const BREAK = 10;

/** Imports a shop's past orders, and says how far it has come. */
export const importOrderFile = (path: string, options: FileOptions): Promise<void> =>
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
  });

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
