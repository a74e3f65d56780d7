import type { ChangedBy } from '@okaeri/shared/errors';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { newId } from '../platform/lib/ids.ts';
import { first, type Tx } from '../platform/store/store.ts';
import {
  forgetReasons,
  forgetSubject,
  insertAct,
  selectActsOn,
  selectLastDone,
  settleAct,
} from './team-queries.ts';

/** An act that is about to be tried. */
export interface Attempt {
  readonly shopId: string;
  readonly userId: string | null;
  readonly actor: string;
  readonly operation: string;
  readonly subject: string | null;
}

/**
 * Writes down who is about to do what, before it is done: no act is without its line,
 * even where the server ends in between. The answer completes the line.
 */
export const recordAuditEntry = async (
  deps: Deps,
  attempt: Attempt,
): Promise<{ id: string; settle: (status: number, reason: string | null) => Promise<void> }> => {
  const { shopId } = attempt;
  const id = newId();
  const at = deps.clock.now();
  await deps.store.write((tx) =>
    tx.run(insertAct, { ...attempt, id, at, status: null, reason: null }),
  );
  return {
    id,
    settle: async (status, reason) => {
      await deps.store.write((tx) => tx.run(settleAct, { shopId, id, status, reason }));
    },
  };
};

/** Acts about one thing that are told. */
const ACTS_ON_MAX = 20;

/** What people did about one thing, the newest first, as far as it was done. */
export const listActsOn = async (
  tx: Tx,
  of: { shopId: string; subject: string },
): Promise<{ at: string; actor: string; operation: string; reason: string | null }[]> => {
  const found = await tx.run(selectActsOn, { ...of, limit: ACTS_ON_MAX });
  return found
    .filter(({ status }) => status !== null && status < 400)
    .map(({ at, actor, operation, reason }) => ({ at: isoOf(at), actor, operation, reason }));
};

/** Who did last what somebody else was about to do: the same path, about the same thing. */
export const whoChanged = async (
  deps: Deps,
  { shopId, operation, subject }: Pick<Attempt, 'shopId' | 'operation' | 'subject'>,
): Promise<ChangedBy | null> => {
  const path = operation.slice(operation.indexOf(' ') + 1);
  const last = await deps.store.read((tx) =>
    first(tx, selectLastDone, { shopId, path, subject: subject ?? '' }),
  );
  return last === undefined
    ? null
    : { at: isoOf(last.at), name: last.actor, byKey: last.userId === null };
};

/** Takes the reasons out of what was done about something of a person who is erased. */
export const forgetReasonsOn = (
  tx: Tx,
  of: { shopId: string; subject: string },
): Promise<unknown> => tx.run(forgetReasons, of);

/** What was done to somebody who is erased stays in the log, and names nobody. */
export const deleteAuditEntriesOn = (
  tx: Tx,
  of: { shopId: string; subject: string },
): Promise<unknown> => tx.run(forgetSubject, of);
