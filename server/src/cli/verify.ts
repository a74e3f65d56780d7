import type { Command } from 'commander';
import { lazily } from './lazily.ts';

/** `okaeri verify` */
export const addVerify = (program: Command): void => {
  program
    .command('verify')
    .description('recompute balances, lots, chains and purchase days, and report what differs')
    .option('--shop <shop>', 'only this shop, by id or public key')
    .option('--json', 'one line of JSON')
    .action(lazily(async () => (await import('./actions/verify.ts')).verify));
};
