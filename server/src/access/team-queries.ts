import { and, asc, desc, eq, isNull, like, lt, sql } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  one,
  rows,
  textArg,
  given,
  inShop,
  byKey,
} from '../platform/store/statement.ts';

export const insertUser = change()('insertUser', (db, t) =>
  db.insert(t.users).values(everyColumn(t.users)),
);

export const insertCredential = change()('insertCredential', (db, t) =>
  db.insert(t.credentials).values(everyColumn(t.credentials)),
);

export const selectUserByEmail = rows<{ email: string }>()('selectUserByEmail', (db, t) =>
  db
    .select()
    .from(t.users)
    .where(eq(t.users.email, textArg('email'))),
);

/** Whether anybody uses this server yet. */
export const selectAnyUser = rows<Record<string, never>>()('selectAnyUser', (db, t) =>
  db.select({ id: t.users.id }).from(t.users).limit(one),
);

export const selectOperators = rows<Record<string, never>>()('selectOperators', (db, t) =>
  db
    .select({ id: t.users.id })
    .from(t.users)
    .where(eq(t.users.operator, sql`true`)),
);

export const insertStaff = change()('insertMember', (db, t) =>
  db.insert(t.members).values(everyColumn(t.members)).onConflictDoNothing(),
);

export const selectStaffMember = rows<{ shopId: string; userId: string }>()(
  'selectMember',
  (db, t) =>
    db
      .select()
      .from(t.members)
      .where(and(inShop(t.members), eq(t.members.userId, textArg('userId')))),
);

/** The shops somebody works for. */
export const selectShopsOf = rows<{ userId: string }>()('selectShopsOf', (db, t) =>
  db
    .select({
      id: t.shops.id,
      name: t.shops.name,
      currency: t.shops.currency,
      sandbox: t.shops.sandbox,
      closedAt: t.shops.closedAt,
      publicKey: t.shops.publicKey,
      role: t.members.role,
    })
    .from(t.members)
    .innerJoin(t.shops, eq(t.shops.id, t.members.shopId))
    .where(eq(t.members.userId, textArg('userId')))
    .orderBy(asc(t.shops.name), asc(t.shops.id)),
);

export const selectStaff = rows<{ shopId: string }>()('selectMembers', (db, t) =>
  db
    .select({
      userId: t.members.userId,
      role: t.members.role,
      createdAt: t.members.createdAt,
      name: t.users.name,
      email: t.users.email,
      hasSecondFactor: t.users.twoFactorEnabled,
    })
    .from(t.members)
    .innerJoin(t.users, eq(t.users.id, t.members.userId))
    .where(inShop(t.members))
    .orderBy(asc(t.members.createdAt), asc(t.members.userId)),
);

/** The members' rows, locked: who is the last owner is decided by one at a time. */
export const lockStaff = rows<{ shopId: string }>()('lockMembers', (db, t) =>
  forUpdate(db.select().from(t.members).where(inShop(t.members)).orderBy(asc(t.members.userId))),
);

export const updateRole = change<{ shopId: string; userId: string; role: string }>()(
  'updateRole',
  (db, t) =>
    db
      .update(t.members)
      .set({ ...given(t.members, 'role') })
      .where(and(inShop(t.members), eq(t.members.userId, textArg('userId')))),
);

export const deleteStaff = change<{ shopId: string; userId: string }>()('deleteMember', (db, t) =>
  db.delete(t.members).where(and(inShop(t.members), eq(t.members.userId, textArg('userId')))),
);

export const deleteSessionsOf = change<{ userId: string }>()('deleteSessionsOf', (db, t) =>
  db.delete(t.sessions).where(eq(t.sessions.userId, textArg('userId'))),
);

export const insertInvitation = change()('insertInvitation', (db, t) =>
  db.insert(t.invitations).values(everyColumn(t.invitations)).onConflictDoNothing(),
);

export const selectInvitation = rows<{ id: string }>()('selectInvitation', (db, t) =>
  db
    .select()
    .from(t.invitations)
    .where(eq(t.invitations.id, textArg('id'))),
);

/** Takes an invitation, once: of two who come at once, one gets its row. */
export const acceptInvitation = rows<{ id: string; now: number }>()('acceptInvitation', (db, t) =>
  db
    .update(t.invitations)
    .set({ acceptedAt: sql`${arg('now')}` })
    .where(and(eq(t.invitations.id, textArg('id')), isNull(t.invitations.acceptedAt)))
    .returning(),
);

export const selectOpenInvitations = rows<{ shopId: string; limit: number }>()(
  'selectOpenInvitations',
  (db, t) =>
    db
      .select()
      .from(t.invitations)
      .where(and(inShop(t.invitations), isNull(t.invitations.acceptedAt)))
      .orderBy(desc(t.invitations.id))
      .limit(arg('limit')),
);

export const deleteInvitation = rows<{ shopId: string; id: string }>()(
  'deleteInvitation',
  (db, t) =>
    db
      .delete(t.invitations)
      .where(
        and(
          inShop(t.invitations),
          eq(t.invitations.id, textArg('id')),
          isNull(t.invitations.acceptedAt),
        ),
      )
      .returning({ id: t.invitations.id }),
);

export const insertAct = change()('insertAct', (db, t) =>
  db.insert(t.acts).values(everyColumn(t.acts)),
);

export const settleAct = change<{
  shopId: string;
  id: string;
  status: number;
  reason: string | null;
}>()('settleAct', (db, t) =>
  db
    .update(t.acts)
    .set({ ...given(t.acts, 'status', 'reason') })
    .where(byKey(t.acts)),
);

/** What was done about one thing, newest first. */
export const selectActsOn = rows<{ shopId: string; subject: string; limit: number }>()(
  'selectActsOn',
  (db, t) =>
    db
      .select()
      .from(t.acts)
      .where(and(inShop(t.acts), eq(t.acts.subject, textArg('subject'))))
      .orderBy(desc(t.acts.at), desc(t.acts.id))
      .limit(arg('limit')),
);

/** The newest act on a path, or below it, that was done; `path` is as the API names it. */
export const selectLastDone = rows<{ shopId: string; path: string; subject: string }>()(
  'selectLastDone',
  (db, t) =>
    db
      .select({ at: t.acts.at, actor: t.acts.actor, userId: t.acts.userId })
      .from(t.acts)
      .where(
        and(
          inShop(t.acts),
          like(t.acts.operation, sql`'% ' || ${textArg('path')} || '%'`),
          eq(sql`coalesce(${t.acts.subject}, '')`, textArg('subject')),
          lt(t.acts.status, sql`400`),
        ),
      )
      .orderBy(desc(t.acts.id))
      .limit(one),
);

export const forgetReasons = change<{ shopId: string; subject: string }>()(
  'forgetReasons',
  (db, t) =>
    db
      .update(t.acts)
      .set({ reason: null })
      .where(and(inShop(t.acts), eq(t.acts.subject, textArg('subject')))),
);

/** What was done to a shopper who was erased stays, and names nobody. */
export const forgetSubject = change<{ shopId: string; subject: string }>()(
  'forgetSubject',
  (db, t) =>
    db
      .update(t.acts)
      .set({ subject: null, reason: null })
      .where(
        and(
          inShop(t.acts),
          eq(t.acts.subject, textArg('subject')),
          like(t.acts.operation, sql`'% /v1/shoppers/:%'`),
        ),
      ),
);

export const insertVerification = change()('insertVerification', (db, t) =>
  db.insert(t.verifications).values(everyColumn(t.verifications)),
);
