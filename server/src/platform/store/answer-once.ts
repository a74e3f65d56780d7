import { and, eq, lt, sql } from 'drizzle-orm';
import type { Refusal } from '@okaeri/shared/errors';
import { canonicalJson, sha256 } from '../lib/digest.ts';
import { arg, change, everyColumn, rows, textArg } from './statement.ts';
import { first, type Tx } from './store.ts';
import type { Tables } from './tables.ts';

/** How long an answer is kept for clients that ask again with the same key. */
export const IDEMPOTENCY_LIFE_MS = 24 * 3_600_000;

interface Scope extends Record<string, unknown> {
  readonly shopId: string;
  readonly principal: string;
  readonly route: string;
  readonly key: string;
}

const selectAnswer = rows<Scope>()('selectAnswer', (db, t) =>
  db
    .select()
    .from(t.idempotencyKeys)
    .where(
      and(
        eq(t.idempotencyKeys.shopId, textArg('shopId')),
        eq(t.idempotencyKeys.principal, textArg('principal')),
        eq(t.idempotencyKeys.route, textArg('route')),
        eq(t.idempotencyKeys.key, textArg('key')),
      ),
    ),
);

const keepAnswer = change()('keepAnswer', (db, t) =>
  db
    .insert(t.idempotencyKeys)
    .values(everyColumn(t.idempotencyKeys))
    // Only a key that is older than its life is there already.
    .onConflictDoUpdate({
      target: [
        t.idempotencyKeys.shopId,
        t.idempotencyKeys.principal,
        t.idempotencyKeys.route,
        t.idempotencyKeys.key,
      ],
      set: {
        bodyDigest: sql`excluded.body_digest`,
        status: sql`excluded.status`,
        answer: sql`excluded.answer`,
        createdAt: sql`excluded.created_at`,
      },
    }),
);

export const deleteOldAnswers = change<{ before: number }>()('deleteOldAnswers', (db, t) =>
  db.delete(t.idempotencyKeys).where(lt(t.idempotencyKeys.createdAt, arg('before'))),
);

/** Forgets what was answered to somebody. */
export const deleteAnswersOf = change<{ shopId: string; principal: string }>()(
  'deleteAnswersOf',
  (db, t) => db.delete(t.idempotencyKeys).where(ofPrincipal(t.idempotencyKeys, 'principal')),
);

// Written out: drizzle leaves the table away where there is one, and inside that would be the inner one.
const ROUTE = sql.raw('idempotency_keys.route');
const KEY = sql.raw('idempotency_keys.key');

const setPrincipal = change<{ shopId: string; from: string; to: string }>()(
  'setAnswersPrincipal',
  (db, t) =>
    db
      .update(t.idempotencyKeys)
      .set({ principal: sql`${arg('to')}` })
      .where(
        and(
          ofPrincipal(t.idempotencyKeys, 'from'),
          sql`not exists (select 1 from idempotency_keys as known where known.shop_id = ${textArg('shopId')} and known.principal = ${textArg('to')} and known.route = ${ROUTE} and known.key = ${KEY})`,
        ),
      ),
);

/** A client that asks again after a merge is answered as before, and nothing is done twice. */
export const moveAnswers = async (
  tx: Tx,
  ids: { shopId: string; from: string; to: string },
): Promise<void> => {
  await tx.run(setPrincipal, { ...ids });
  // Both used the same key: the one who stays is answered as they were.
  await tx.run(deleteAnswersOf, { shopId: ids.shopId, principal: ids.from });
};

/** What a verb answers: a body with its status, or a refusal by a rule. Both are kept. */
export type Answer<Body> =
  | { readonly status: number; readonly body: Body }
  | { readonly refused: Refusal };

export type Answered<Body> = Answer<Body> & { readonly hit: boolean };

/**
 * Runs `act` unless the same key was answered before; then gives that answer. The
 * key commits with its effect, so no marker outlives a crash. The caller holds
 * the principal's row locked: that is what makes a concurrent repeat wait
 * (semantics, rule 22).
 */
export const answerOnce = async <Body>(
  tx: Tx,
  request: Scope & { body: unknown; now: number },
  act: () => Promise<Answer<Body>>,
): Promise<Answered<Body>> => {
  const { body, now, ...scope } = request;
  const bodyDigest = sha256(canonicalJson(body));
  const known = await first(tx, selectAnswer, scope);
  if (known !== undefined && known.createdAt > now - IDEMPOTENCY_LIFE_MS) {
    if (known.bodyDigest === bodyDigest) return { ...(known.answer as Answer<Body>), hit: true };
    const detail = 'This Idempotency-Key was used with another body; make a new one.';
    return { refused: { code: 'idempotencyKeyReused', detail }, hit: false };
  }
  const answer = await act();
  const status = 'status' in answer ? answer.status : 0;
  await tx.run(keepAnswer, { ...scope, bodyDigest, status, answer, createdAt: now });
  return { ...answer, hit: false };
};

function ofPrincipal(keys: Tables['idempotencyKeys'], principal: string) {
  return and(eq(keys.shopId, textArg('shopId')), eq(keys.principal, textArg(principal)));
}
