import type { Command } from 'commander';
import { lazily } from './lazily.ts';

const HELP = `
Everything a shop has but its keys, one JSON value in a line. Imported elsewhere
(okaeri import shop FILE) and exported again, it is the same to the byte. Rows that
are written meanwhile may be missing: export a shop that rests.`;

/** `okaeri export` */
export const addExport = (program: Command): void => {
  program
    .command('export <file>')
    .description('write a shop to a file')
    .requiredOption('--shop <shop>', 'id or public key')
    .addHelpText('after', HELP)
    .action(lazily(async () => (await import('./actions/export.ts')).exportTo));
};
