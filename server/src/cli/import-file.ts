import type { Command } from 'commander';
import { lazily } from './lazily.ts';

/** How a file that is imported is to be read, as it is said at the prompt. */
export interface FileOptions {
  readonly shop: string;
  /** JSON. */
  readonly options: string;
  readonly dryRun?: boolean;
}

/** Adds `okaeri import <name> <file>`: to look at a file, or to import it. */
export const addFileImport = (
  imports: Command,
  of: {
    readonly name: string;
    readonly description: string;
    readonly help: string;
    readonly load: () => Promise<(path: string, given: FileOptions) => Promise<void>>;
  },
): void => {
  imports
    .command(`${of.name} <file>`)
    .description(of.description)
    .requiredOption('--shop <shop>', 'id or public key')
    .option('--options <json>', 'how the file is to be read', '{}')
    .option('--dry-run', 'read and check everything, write nothing')
    .addHelpText('after', of.help)
    .action(lazily(of.load));
};
