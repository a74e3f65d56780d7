import type { Deps } from '../deps.ts';
import { newId } from '../platform/lib/ids.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { first, type Tx } from '../platform/store/store.ts';
import { countActsSince } from './sweep-queries.ts';
import { insertAct, selectShopsOf, selectUserByEmail } from './team-queries.ts';

/** What the log calls it, however somebody signs in. */
const SIGN_IN = 'POST /console/auth/sign-in';
const FAILED = 401;
/** Failed sign-ins of one account that a shop's log has of one day: a stranger cannot fill it. */
export const FAILED_NOTED_PER_DAY = 20;

/** Somebody has signed in: the shops they work for have it in their logs. */
export const noteSignIn = (deps: Deps, who: { userId: string; name: string }): Promise<void> =>
  note(deps, who, 200);

/** Somebody tried to sign in as one of the team, and could not. An address nobody has is noted nowhere. */
export const noteFailedSignIn = async (deps: Deps, email: string): Promise<void> => {
  const address = email.trim().toLowerCase();
  const user = await deps.store.read((tx) => first(tx, selectUserByEmail, { email: address }));
  if (user !== undefined) await note(deps, { userId: user.id, name: user.name }, FAILED);
};

async function note(
  deps: Deps,
  who: { userId: string; name: string },
  status: number,
): Promise<void> {
  const { userId, name: actor } = who;
  const shops = await deps.store.read((tx) => tx.run(selectShopsOf, { userId }));
  const at = deps.clock.now();
  await deps.store.write(async (tx) => {
    for (const { id: shopId } of shops) {
      if (status === FAILED && (await hasEnough(tx, { shopId, userId, at }))) continue;
      const act = { shopId, id: newId(), at, userId, actor, operation: SIGN_IN, subject: null };
      await tx.run(insertAct, { ...act, status, reason: null });
    }
  });
}

async function hasEnough(
  tx: Tx,
  of: { shopId: string; userId: string; at: number },
): Promise<boolean> {
  const { shopId, userId, at } = of;
  const asked = { shopId, userId, operation: SIGN_IN, status: FAILED, since: at - DAY_MS };
  const found = await first(tx, countActsSince, asked);
  // PostgreSQL gives a count as text.
  return Number(found?.total) >= FAILED_NOTED_PER_DAY;
}
