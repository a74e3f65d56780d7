import type { Outcome } from '../platform/lib/outcome.ts';
import type { Command } from 'commander';
import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { requireShop, withStoppableDeps } from './with-deps.ts';
import type { ShopRow } from '../access/tables.ts';

/** A file, for a shop, and how it is to be read. */
export interface FileInput<Options> {
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

type Told = Outcome<FileReport>;

/** Adds `okaeri import <name> <file>`: to look at a file, or to bring it. */
export const addFileImport = <Options>(
  bring: Command,
  of: {
    readonly name: string;
    readonly description: string;
    readonly help: string;
    readonly options: z.ZodType<Options>;
    readonly look: (deps: Deps, input: FileInput<Options>) => Promise<Told>;
    readonly take: (deps: Deps, input: FileInput<Options>) => Promise<Told>;
  },
): void => {
  bring
    .command(`${of.name} <file>`)
    .description(of.description)
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--options <json>', 'how the file is to be read', '{}')
    .option('--dry-run', 'read and check everything, write nothing')
    .addHelpText('after', of.help)
    .action((path: string, given: { shop: string; options: string; dryRun?: boolean }) =>
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
      }),
    );
};
