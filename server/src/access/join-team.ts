import type { Outcome } from '../platform/lib/outcome.ts';
import type { InvitationView, JoinInput } from '@okaeri/shared/team';
import type { Refusal } from '@okaeri/shared/errors';
import type { Deps } from '../deps.ts';
import { newId } from '../platform/lib/ids.ts';
import { first, type Tx } from '../platform/store/store.ts';
import { findShop } from './find-shop.ts';
import { invitationOf, invitationUrl } from './invitation-links.ts';
import { selectShops } from './queries.ts';
import type { Person } from './sign-in.ts';
import {
  acceptInvitation,
  insertCredential,
  insertInvitation,
  insertStaff,
  insertUser,
  selectAnyUser,
  selectInvitation,
  selectUserByEmail,
} from './team-queries.ts';
import type { InvitationRow } from './tables.ts';

/** The invitation of a server's first person, of which there is one. */
const FIRST = 'first';

/** Whether anybody has an account on this server. */
export const hasPeople = async (deps: Deps): Promise<boolean> =>
  (await deps.store.read((tx) => first(tx, selectAnyUser, {}))) !== undefined;

/** The link by which the first person comes in; null once somebody has. */
export const firstPersonUrl = async (deps: Deps): Promise<string | null> => {
  const someone = await deps.store.read((tx) => first(tx, selectAnyUser, {}));
  if (someone !== undefined) return null;
  await deps.store.write((tx) =>
    tx.run(insertInvitation, {
      id: FIRST,
      shopId: null,
      email: null,
      role: 'owner',
      invitedBy: null,
      createdAt: deps.clock.now(),
      expiresAt: null,
      acceptedAt: null,
    }),
  );
  return invitationUrl(deps, FIRST);
};

/** What an invitation says, for anyone who has its link. */
export const viewInvitation = async (
  deps: Deps,
  token: string,
): Promise<Outcome<InvitationView>> => {
  const row = await loadInvitation(deps, token);
  if (row === undefined) return over();
  const shop = row.shopId === null ? undefined : await findShop(deps, row.shopId);
  return { ok: { shopName: shop?.name ?? null, email: row.email, role: row.role } };
};

/** Somebody who has no account yet makes one, and is in. */
export const joinAnew = async (
  deps: Deps,
  input: JoinInput,
): Promise<Outcome<{ email: string }>> => {
  const id = invitationOf(deps, input.token);
  if (id === undefined) return over();
  const password = await deps.passwords.hash(input.password);
  const now = deps.clock.now();
  return deps.store.write(async (tx): Promise<Outcome<{ email: string }>> => {
    const found = await first(tx, selectInvitation, { id });
    if (found === undefined || !isOpen(found, now)) return over();
    const email = (found.email ?? input.email).toLowerCase();
    if ((await first(tx, selectUserByEmail, { email })) !== undefined)
      return {
        refused: { code: 'emailTaken', detail: 'Sign in first, then open the invitation again.' },
      };
    const invitation = await first(tx, acceptInvitation, { id, now });
    if (invitation === undefined) return over();
    const userId = newId();
    const at = { createdAt: now, updatedAt: now };
    await tx.run(insertUser, {
      id: userId,
      name: input.name,
      email,
      // Anyone who has the link may have been handed it: nobody was seen to read the address.
      emailVerified: false,
      image: null,
      twoFactorEnabled: false,
      operator: id === FIRST,
      ...at,
    });
    // As better-auth keeps a password: its provider is called `credential`, its account is the user.
    const credential = { providerId: 'credential', accountId: userId, password };
    await tx.run(insertCredential, { id: newId(), userId, ...credential, ...at });
    await addToShops(deps, tx, { invitation, userId, now });
    return { ok: { email } };
  });
};

/** Somebody who is signed in comes into one more shop. */
export const joinAs = async (
  deps: Deps,
  input: { token: string; person: Person },
): Promise<Outcome<{ email: string }>> => {
  const id = invitationOf(deps, input.token);
  if (id === undefined) return over();
  const { person } = input;
  const now = deps.clock.now();
  return deps.store.write(async (tx): Promise<Outcome<{ email: string }>> => {
    const found = await first(tx, selectInvitation, { id });
    if (found === undefined || !isOpen(found, now)) return over();
    if (found.email !== null && found.email !== person.email)
      return {
        refused: { code: 'invitedAsAnother', detail: `The invitation is for ${found.email}.` },
      };
    const invitation = await first(tx, acceptInvitation, { id, now });
    if (invitation === undefined) return over();
    await addToShops(deps, tx, { invitation, userId: person.userId, now });
    return { ok: { email: person.email } };
  });
};

async function loadInvitation(deps: Deps, token: string): Promise<InvitationRow | undefined> {
  const id = invitationOf(deps, token);
  if (id === undefined) return undefined;
  const row = await deps.store.read((tx) => first(tx, selectInvitation, { id }));
  return row !== undefined && isOpen(row, deps.clock.now()) ? row : undefined;
}

function over(): { refused: Refusal } {
  return {
    refused: { code: 'invitationOver', detail: 'Ask for a new invitation.' },
  };
}

function isOpen(invitation: InvitationRow, now: number): boolean {
  return (
    invitation.acceptedAt === null && (invitation.expiresAt === null || now < invitation.expiresAt)
  );
}

async function addToShops(
  deps: Deps,
  tx: Tx,
  of: { invitation: InvitationRow; userId: string; now: number },
) {
  const { invitation, userId, now } = of;
  const { role, shopId } = invitation;
  const shopIds =
    shopId === null ? (await tx.run(selectShops, {})).map((shop) => shop.id) : [shopId];
  for (const id of shopIds) {
    await tx.run(insertStaff, { shopId: id, userId, role, createdAt: now });
    await deps.followStaff(tx, id);
  }
}
