import type { Command } from 'commander';
import { lazily } from './lazily.ts';

const HELP = `
A copy of the database, made while the server serves: whatever was answered before
the command began is in it. SECRET_KEY (or secret.key beside the database) and the
photos (MEDIA_FOLDER) are not: keep copies of them too. Without SECRET_KEY the
identity secrets of shops cannot be read.`;

const RESTORE_HELP = `
Stop the server first. What is there now stays beside it under another name. Then
the copy is brought up to date and every balance, lot and chain is checked.`;

/** `okaeri backup` and `okaeri restore` */
export const addBackup = (program: Command): void => {
  program
    .command('backup <file>')
    .description('copy the database while the server serves')
    .addHelpText('after', HELP)
    .action(lazily(async () => (await import('./actions/backup.ts')).backup));
  program
    .command('restore <file>')
    .description('put a copy where the database is, and check it')
    .addHelpText('after', RESTORE_HELP)
    .action(lazily(async () => (await import('./actions/backup.ts')).restore));
};
