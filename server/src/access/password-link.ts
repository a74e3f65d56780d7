import type { Deps } from '../deps.ts';
import { newId, randomToken } from '../platform/lib/ids.ts';
import { first } from '../platform/store/store.ts';
import { deleteFailures } from './lock-queries.ts';
import { digestOf } from './sign-in-lock.ts';
import { insertVerification, selectUserByEmail } from './team-queries.ts';

/** How long a link to a new password is good. */
export const PASSWORD_LINK_SECONDS = 3600;
const TOKEN_BYTES = 24;

/** Where a new password is chosen. The token stands behind the `#`, which no server logs. */
export const passwordPage = (deps: Pick<Deps, 'publicUrl'>, token: string): string =>
  `${deps.publicUrl}/console/new-password#${token}`;

/**
 * A link to a new password for somebody who cannot sign in where no mail server is set up; for
 * the person who runs the server. Undefined where nobody has the address.
 */
export const makePasswordLink = async (
  deps: Deps,
  address: string,
): Promise<string | undefined> => {
  const email = address.trim().toLowerCase();
  const token = randomToken(TOKEN_BYTES);
  const now = deps.clock.now();
  return deps.store.write(async (tx): Promise<string | undefined> => {
    const user = await first(tx, selectUserByEmail, { email });
    if (user === undefined) return undefined;
    await tx.run(deleteFailures, { digest: digestOf(email) });
    await tx.run(insertVerification, {
      id: newId(),
      // As better-auth writes it when it sends such a link itself.
      identifier: `reset-password:${token}`,
      value: user.id,
      expiresAt: now + PASSWORD_LINK_SECONDS * 1000,
      createdAt: now,
      updatedAt: now,
    });
    return passwordPage(deps, token);
  });
};
