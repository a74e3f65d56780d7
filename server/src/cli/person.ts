import type { Command } from 'commander';
import { lazily } from './lazily.ts';

/** `okaeri person …` */
export const addPerson = (program: Command): void => {
  const person = program.command('person').description('people who use the console');
  person
    .command('first')
    .description('print the link by which the first person comes in')
    .action(lazily(async () => (await import('./actions/person.ts')).firstPerson));
  person
    .command('password')
    .description('print a link, good for an hour, by which somebody chooses a new password')
    .requiredOption('--email <email>', 'the address they sign in with')
    .action(lazily(async () => (await import('./actions/person.ts')).newPassword));
};
