import type { Outcome } from '../platform/lib/outcome.ts';
import type { Role } from '@okaeri/shared/roles';
import { LIMITS } from '@okaeri/shared/limits';
import type { Account, Invitation, Member } from '@okaeri/shared/team';
import type { Deps } from '../deps.ts';
import { DAY_MS, isoOf } from '../platform/lib/clock.ts';
import { newId } from '../platform/lib/ids.ts';
import { first, type Tx } from '../platform/store/store.ts';
import { invitationUrl } from './invitation-links.ts';
import type { Person } from './sign-in.ts';
import {
  deleteInvitation,
  deleteStaff,
  deleteSessionsOf,
  insertInvitation,
  lockStaff,
  selectStaffMember,
  selectStaff,
  selectOpenInvitations,
  selectShopsOf,
  updateRole,
} from './team-queries.ts';
import type { InvitationRow } from './tables.ts';

/** How long an invitation is good. */
const INVITATION_MS = 7 * DAY_MS;

/** Who is signed in, and the shops they work for. */
export const readAccount = async (deps: Deps, person: Person): Promise<Account> => {
  const { userId, ...rest } = person;
  const shops = await deps.store.read((tx) => tx.run(selectShopsOf, { userId }));
  return {
    ...rest,
    shops: shops.map(({ closedAt, ...shop }) => ({ ...shop, isClosed: closedAt !== null })),
  };
};

/** What somebody may do in a shop; asked anew each time, so anyone who is removed is out at once. */
export const roleIn = async (
  deps: Deps,
  of: { shopId: string; userId: string },
): Promise<Role | undefined> =>
  (await deps.store.read((tx) => first(tx, selectStaffMember, of)))?.role;

/** The people of a shop. */
export const listStaff = async (deps: Deps, shopId: string): Promise<{ items: Member[] }> => {
  const found = await deps.store.read((tx) => tx.run(selectStaff, { shopId }));
  return { items: found.map(({ createdAt, ...rest }) => ({ ...rest, since: isoOf(createdAt) })) };
};

/** Invitations nobody has taken yet. */
export const listInvitations = async (
  deps: Deps,
  shopId: string,
): Promise<{ items: Invitation[] }> => {
  const found = await deps.store.read((tx) => openOnes(tx, shopId));
  return { items: found.map((row) => viewOf(deps, row)) };
};

/** Invites somebody. The link is theirs to be given: it is good once, for a week. */
export const invite = async (
  deps: Deps,
  input: { shopId: string; email: string; role: Role; by: string },
): Promise<Outcome<Invitation>> => {
  const { shopId, email, role, by } = input;
  const now = deps.clock.now();
  const row: InvitationRow = {
    id: newId(),
    shopId,
    email,
    role,
    invitedBy: by,
    createdAt: now,
    expiresAt: now + INVITATION_MS,
    acceptedAt: null,
  };
  return deps.store.write(async (tx): Promise<Outcome<Invitation>> => {
    const members = await tx.run(selectStaff, { shopId });
    if (members.some((member) => member.email === email))
      return { refused: { code: 'alreadyMember', detail: `${email} is in the team already.` } };
    const open = await openOnes(tx, shopId);
    // Everybody who is invited may join.
    const coming = open.filter((one) => one.email !== email).length;
    if (members.length + coming >= LIMITS.membersMax || coming >= LIMITS.invitationsMax)
      return { refused: { code: 'teamFull', detail: 'Withdraw invitations, or remove somebody.' } };
    for (const old of open.filter((one) => one.email === email))
      await tx.run(deleteInvitation, { shopId, id: old.id });
    await tx.run(insertInvitation, row);
    return { ok: viewOf(deps, row) };
  });
};

/** Takes an invitation back; false where there is none that is open. */
export const withdrawInvitation = async (
  deps: Deps,
  of: { shopId: string; id: string },
): Promise<boolean> =>
  (await deps.store.write((tx) => first(tx, deleteInvitation, of))) !== undefined;

/** Changes what somebody may do, from their next request on. */
export const setRole = (
  deps: Deps,
  input: { shopId: string; userId: string; role: Role },
): Promise<Outcome<{ role: Role }>> =>
  deps.store.write(async (tx): Promise<Outcome<{ role: Role }>> => {
    const { shopId, userId, role } = input;
    const members = await tx.run(lockStaff, { shopId });
    const member = members.find((one) => one.userId === userId);
    if (member === undefined) return unknown();
    const others = members.filter((one) => one.role === 'owner' && one.userId !== userId);
    if (role !== 'owner' && others.length === 0) return lastOwner();
    await tx.run(updateRole, input);
    await deps.followStaff(tx, shopId);
    return { ok: { role } };
  });

/** Removes somebody: they are out with their next request, and signed out where they work for nobody else. */
export const removeStaff = (
  deps: Deps,
  input: { shopId: string; userId: string },
): Promise<Outcome<null>> =>
  deps.store.write(async (tx): Promise<Outcome<null>> => {
    const { shopId, userId } = input;
    const members = await tx.run(lockStaff, { shopId });
    if (!members.some((one) => one.userId === userId)) return unknown();
    if (!members.some((one) => one.role === 'owner' && one.userId !== userId)) return lastOwner();
    await tx.run(deleteStaff, input);
    await deps.followStaff(tx, shopId);
    const left = await tx.run(selectShopsOf, { userId });
    if (left.length === 0) await tx.run(deleteSessionsOf, { userId });
    return { ok: null };
  });

async function openOnes(tx: Tx, shopId: string): Promise<InvitationRow[]> {
  return tx.run(selectOpenInvitations, { shopId, limit: LIMITS.invitationsMax + 1 });
}

function viewOf(deps: Deps, row: InvitationRow): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    url: invitationUrl(deps, row.id),
    createdAt: isoOf(row.createdAt),
    expiresAt: row.expiresAt === null ? null : isoOf(row.expiresAt),
  };
}

const unknown = (): Outcome<never> => ({
  refused: { code: 'unknownMember', detail: 'Nobody of this id is in the team.' },
});

function lastOwner(): Outcome<never> {
  return {
    refused: {
      code: 'lastOwner',
      detail: 'A shop keeps one owner at least; make another one first.',
    },
  };
}
