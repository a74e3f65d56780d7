import type { Command } from 'commander';
import { firstPersonUrl } from '../access/join-team.ts';
import { makePasswordLink } from '../access/password-link.ts';
import { withDeps } from './with-deps.ts';

/** `okaeri person …` */
export const addPerson = (program: Command): void => {
  const person = program.command('person').description('people who use the console');
  person
    .command('first')
    .description('print the link by which the first person comes in')
    .action(() =>
      withDeps(async (deps) => {
        const url = await firstPersonUrl(deps);
        if (url === null) throw new Error('Somebody came before; they can invite others.');
        console.log(url);
      }),
    );
  person
    .command('password')
    .description('print a link, good for an hour, by which somebody chooses a new password')
    .requiredOption('--email <email>', 'the address they sign in with')
    .action(({ email }: { email: string }) =>
      withDeps(async (deps) => {
        const url = await makePasswordLink(deps, email);
        if (url === undefined) throw new Error(`Nobody signs in with ${email}.`);
        console.log(url);
      }),
    );
};
