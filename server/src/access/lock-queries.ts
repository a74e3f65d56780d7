import { eq, lt } from 'drizzle-orm';
import {
  arg,
  change,
  everyColumn,
  forUpdate,
  rows,
  textArg,
  given,
} from '../platform/store/statement.ts';

export const lockFailures = rows<{ digest: string }>()('lockFailures', (db, t) =>
  forUpdate(
    db
      .select()
      .from(t.signInFailures)
      .where(eq(t.signInFailures.digest, textArg('digest'))),
  ),
);

export const insertFailures = change()('insertFailures', (db, t) =>
  db.insert(t.signInFailures).values(everyColumn(t.signInFailures)).onConflictDoNothing(),
);

export const saveFailures = change<{
  digest: string;
  failures: number;
  since: number;
  lockedUntil: number | null;
}>()('saveFailures', (db, t) =>
  db
    .update(t.signInFailures)
    .set({ ...given(t.signInFailures, 'failures', 'since', 'lockedUntil') })
    .where(eq(t.signInFailures.digest, textArg('digest'))),
);

export const deleteFailures = change<{ digest: string }>()('deleteFailures', (db, t) =>
  db.delete(t.signInFailures).where(eq(t.signInFailures.digest, textArg('digest'))),
);

export const deleteOldFailures = change<{ before: number }>()('deleteOldFailures', (db, t) =>
  db.delete(t.signInFailures).where(lt(t.signInFailures.since, arg('before'))),
);
