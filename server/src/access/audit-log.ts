import type { ChangedBy } from '@okaeri/shared/errors';
import type { Act } from '@okaeri/shared/team';
import type { Deps } from '../deps.ts';
import { isoOf } from '../platform/lib/clock.ts';
import { newId } from '../platform/lib/ids.ts';
import { first, type Tx } from '../platform/store/store.ts';
import {
  forgetReasons,
  forgetSubject,
  insertAct,
  selectActs,
  selectActsOn,
  selectLastDone,
  settleAct,
} from './team-queries.ts';
import type { AuditEntryRow } from './tables.ts';

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

interface ListedAct {
  readonly act: AuditEntryRow;
  readonly adjustment: Act['adjustment'];
}

/** Acts about one thing that are told. */
const ACTS_ON_MAX = 20;

// Behind every ulid.
const NEWEST = '~';

/** The log, newest first. */
export const listAuditEntries = async (
  deps: Deps,
  of: { shopId: string; cursor?: string | undefined; limit: number },
): Promise<{ items: Act[]; nextCursor: string | null }> => {
  const { shopId, cursor: before = NEWEST, limit } = of;
  const found = await deps.store.read((tx) =>
    tx.run(selectActs, { shopId, before, limit: limit + 1 }),
  );
  const items = found.slice(0, limit).map(viewOf);
  return { items, nextCursor: found.length > limit ? (items.at(-1)?.id ?? null) : null };
};

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

function viewOf({ act: row, adjustment }: ListedAct): Act {
  return {
    id: row.id,
    at: isoOf(row.at),
    actor: row.actor,
    byKey: row.userId === null,
    operation: row.operation,
    subject: row.subject,
    outcome: outcomeOf(row.status),
    adjustment,
    reason: row.reason,
  };
}

function outcomeOf(status: number | null): Act['outcome'] {
  return status === null ? 'cut' : status < 400 ? 'done' : 'refused';
}
