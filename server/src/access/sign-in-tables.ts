import type { Columns } from '../platform/store/columns.ts';

/** How staff sign in. */
export const signInTables = (c: Columns) => {
  const users = c.table('users', {
    id: c.text('id').primaryKey(),
    name: c.text('name').notNull(),
    /** In small letters. */
    email: c.text('email').notNull().unique(),
    emailVerified: c.flag('email_verified').notNull(),
    image: c.text('image'),
    twoFactorEnabled: c.flag('two_factor_enabled').notNull().default(false),
    /** May open further shops on this server. */
    operator: c.flag('operator').notNull().default(false),
    createdAt: c.instant('created_at').notNull(),
    updatedAt: c.instant('updated_at').notNull(),
  });

  const userId = () =>
    c
      .text('user_id')
      .notNull()
      .references(() => users.id);

  const sessions = c.table(
    'sessions',
    {
      id: c.text('id').primaryKey(),
      userId: userId(),
      token: c.text('token').notNull().unique(),
      expiresAt: c.instant('expires_at').notNull(),
      ipAddress: c.text('ip_address'),
      userAgent: c.text('user_agent'),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [c.index('sessions_by_user').on(t.userId), c.index('sessions_by_end').on(t.expiresAt)],
  );

  /** Ways to sign in; here only the password, as scrypt keeps it. */
  const credentials = c.table(
    'credentials',
    {
      id: c.text('id').primaryKey(),
      userId: userId(),
      accountId: c.text('account_id').notNull(),
      providerId: c.text('provider_id').notNull(),
      password: c.text('password'),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [c.uniqueIndex('credentials_by_user').on(t.userId, t.providerId)],
  );

  /** What waits for an answer: challenges of passkeys, sign-ins between their two steps, new passwords. */
  const verifications = c.table(
    'verifications',
    {
      id: c.text('id').primaryKey(),
      identifier: c.text('identifier').notNull(),
      value: c.text('value').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      createdAt: c.instant('created_at').notNull(),
      updatedAt: c.instant('updated_at').notNull(),
    },
    (t) => [
      c.index('verifications_by_identifier').on(t.identifier),
      c.index('verifications_by_end').on(t.expiresAt),
    ],
  );

  const passkeys = c.table(
    'passkeys',
    {
      id: c.text('id').primaryKey(),
      userId: userId(),
      name: c.text('name'),
      publicKey: c.text('public_key').notNull(),
      credentialID: c.text('credential_id').notNull().unique(),
      counter: c.count('counter').notNull(),
      deviceType: c.text('device_type').notNull(),
      backedUp: c.flag('backed_up').notNull(),
      transports: c.text('transports'),
      aaguid: c.text('aaguid'),
      createdAt: c.instant('created_at'),
    },
    (t) => [c.index('passkeys_by_user').on(t.userId)],
  );

  const twoFactors = c.table(
    'two_factors',
    {
      id: c.text('id').primaryKey(),
      userId: userId(),
      /** Encrypted by better-auth with the secret of the sessions. */
      secret: c.text('secret').notNull(),
      backupCodes: c.text('backup_codes').notNull(),
      verified: c.flag('verified').notNull().default(true),
      failedVerificationCount: c.count('failed_verification_count').notNull().default(0),
      lockedUntil: c.instant('locked_until'),
    },
    (t) => [c.index('two_factors_by_user').on(t.userId)],
  );

  /** Sign-ins that failed, by address written: known or not, so that nobody learns which are. */
  const signInFailures = c.table('sign_in_failures', {
    /** SHA-256 of the address in small letters. */
    digest: c.text('digest').primaryKey(),
    failures: c.count('failures').notNull(),
    since: c.instant('since').notNull(),
    lockedUntil: c.instant('locked_until'),
  });

  return { users, sessions, credentials, verifications, passkeys, twoFactors, signInFailures };
};

export type SignInTables = ReturnType<typeof signInTables>;

declare module '../platform/store/tables.ts' {
  interface Tables extends ReturnType<typeof signInTables> {}
}
