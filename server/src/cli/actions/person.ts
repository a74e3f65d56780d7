import { firstPersonUrl } from '../../access/join-team.ts';
import { makePasswordLink } from '../../access/password-link.ts';
import { withDeps } from './with-deps.ts';

/** Prints the link by which the first person comes in. */
export const firstPerson = (): Promise<void> =>
  withDeps(async (deps) => {
    const url = await firstPersonUrl(deps);
    if (url === null) throw new Error('Somebody came before; they can invite others.');
    console.log(url);
  });

/** Prints a link by which somebody chooses a new password. */
export const newPassword = ({ email }: { email: string }): Promise<void> =>
  withDeps(async (deps) => {
    const url = await makePasswordLink(deps, email);
    if (url === undefined) throw new Error(`Nobody signs in with ${email}.`);
    console.log(url);
  });
