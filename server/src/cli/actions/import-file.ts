import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { ShopRow } from '../../access/tables.ts';
import type { Deps } from '../../deps.ts';
import type { Outcome } from '../../platform/lib/outcome.ts';
import type { FileOptions } from '../import-file.ts';
import { requireShop, withStoppableDeps } from './with-deps.ts';

/** A file, for a shop, and how it is to be read. */
interface FileInput<Options> {
  readonly shop: ShopRow;
  readonly bytes: Uint8Array;
  readonly options: Options;
}

/** What came of a file: what is wrong with its lines, and a sentence about all of it. */
interface FileReport {
  readonly faults: readonly string[];
  readonly said: string;
  readonly refused: number;
}

/** A kind of file, and what is done with one. */
interface FileKind<Options> {
  readonly options: z.ZodType<Options>;
  readonly look: (deps: Deps, input: FileInput<Options>) => Promise<Outcome<FileReport>>;
  readonly take: (deps: Deps, input: FileInput<Options>) => Promise<Outcome<FileReport>>;
}

/** Looks at a file or imports it, and prints what came of it. */
export const importFile =
  <Options>(of: FileKind<Options>) =>
  (path: string, given: FileOptions): Promise<void> =>
    withStoppableDeps(async (deps) => {
      const shop = await requireShop(deps, given.shop);
      const options = of.options.parse(JSON.parse(given.options));
      const input = { shop, bytes: readFileSync(path), options };
      const isDry = given.dryRun === true;
      const report = await (isDry ? of.look(deps, input) : of.take(deps, input));
      if ('refused' in report) throw new Error(report.refused.detail);
      for (const fault of report.ok.faults) console.error(fault);
      console.log(report.ok.said);
      if (!isDry && report.ok.refused > 0) process.exitCode = 1;
    });
