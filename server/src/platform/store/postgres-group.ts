import { heldByArgs, heldByRows, meet, type Hold } from './footprint-rules.ts';
import { GroupLocks, type Member } from './group-locks.ts';
import {
  ask,
  BEGIN_WRITE,
  commit,
  noteFailure,
  prepareOn,
  rollBack,
  type Prepared,
  type Session,
} from './postgres-session.ts';
import type { Statement } from './statement.ts';
import { AwaitInWriteError, HandleClosedError, tellNobody, type Tx } from './store.ts';

/** What became of one write: its value, or that nothing was kept of it and it is to run alone. */
export type Outcome = { readonly value: unknown } | 'apart';

/** The group came to nothing: its writes are to run apart. `cause` says why. */
class GroupFailedError extends Error {
  override readonly name = 'GroupFailedError';
  constructor(cause: unknown) {
    super('A group of writes came to nothing.', { cause });
  }
}

interface Group {
  readonly session: Session;
  readonly locks: GroupLocks;
  /** What was written, in the order in which it was sent. */
  readonly written: { readonly member: Member; readonly rows: Hold }[];
  readonly count: () => void;
  /** Writes that have not ended. */
  running: number;
  /** Statements whose answers have not come. */
  asked: number;
  /** Rejects where a write awaits something that is no statement: the others cannot wait for that. */
  readonly stuck: PromiseWithResolvers<never>;
  /** Why nothing comes of the group; undefined while something may. */
  failure: GroupFailedError | undefined;
}

/**
 * Runs writes side by side in one transaction of one connection, so that their statements share round trips and all
 * of them one COMMIT. Rows are held by one write at a time, as between transactions. A write that fails before it has
 * written is to run apart; anything else that fails undoes the group.
 *
 * @throws GroupFailedError where nothing was kept and each write is to run by itself
 */
export const runGroup = async (
  session: Session,
  bodies: readonly ((tx: Tx) => Promise<unknown>)[],
  count: () => void,
): Promise<Outcome[]> => {
  const group: Group = {
    session,
    locks: new GroupLocks(),
    written: [],
    count,
    running: bodies.length,
    asked: 0,
    stuck: Promise.withResolvers<never>(),
    failure: undefined,
  };
  try {
    await ask(session, BEGIN_WRITE);
    const all = Promise.all(bodies.map((body) => runMember(group, body)));
    lookWhoIsStuck(group);
    const outcomes = await Promise.race([all, group.stuck.promise]);
    if (group.failure !== undefined) throw group.failure;
    await commit(session);
    return outcomes;
  } catch (error) {
    fail(group, error);
    await rollBack(session);
    throw error;
  }
};

async function runMember(group: Group, body: (tx: Tx) => Promise<unknown>): Promise<Outcome> {
  const end = Promise.withResolvers<void>();
  const member: Member = { ended: end.promise };
  const handle = openMember(group, member);
  try {
    return { value: await body(handle.tx) };
  } catch (error) {
    // What it had written cannot be taken out of the transaction of all.
    if (handle.hasWritten()) fail(group, error);
    // It may have read what another had half done.
    return 'apart';
  } finally {
    handle.close();
    group.locks.release(member);
    group.running -= 1;
    end.resolve();
  }
}

/** A handle that dies with its write, and waits where another write of the group holds what it needs. */
function openMember(group: Group, member: Member) {
  let isOpen = true;
  let hasWritten = false;
  const run = async <Args, Row>(statement: Statement<Args, Row>, args: Args): Promise<Row[]> => {
    if (!isOpen) throw new HandleClosedError();
    const prepared = prepareOn(group.session, statement);
    if (prepared.footprint.kind === 'reads') return execute(group, prepared, args);
    if (prepared.footprint.kind === 'locks') return lock(group, member, { prepared, args });
    const rows = heldByArgs(prepared.footprint, args);
    await hold(group, member, [rows]);
    hasWritten = true;
    group.written.push({ member, rows });
    return execute(group, prepared, args);
  };
  return {
    tx: { emit: tellNobody, run } satisfies Tx,
    hasWritten: () => hasWritten,
    close: () => {
      isOpen = false;
    },
  };
}

/** Reads rows until they are as nobody else changes them, and holds them. */
async function lock<Row>(
  group: Group,
  member: Member,
  { prepared, args }: { prepared: Prepared; args: unknown },
): Promise<Row[]> {
  for (;;) {
    // What is sent later, and by another, is not in what this statement reads. Its answer comes first, but nothing
    // says that whoever waits for it is answered first.
    const sentBefore = group.written.length;
    const found = await execute<Row>(group, prepared, args);
    const rows = heldByRows(prepared.footprint.table, prepared.key, found);
    const isChanged = group.written
      .slice(sentBefore)
      .some((one) => one.member !== member && rows.some((row) => meet(one.rows, row)));
    if (!isChanged && group.locks.tryHold(member, rows)) return found;
    // They are changing: they are read again once they are held.
    await hold(group, member, rows);
  }
}

/** Holds rows, after those that hold them now. */
async function hold(group: Group, member: Member, rows: readonly Hold[]): Promise<void> {
  while (!group.locks.tryHold(member, rows)) await waitFor(group, member, rows);
}

async function waitFor(group: Group, member: Member, rows: readonly Hold[]): Promise<void> {
  try {
    await group.locks.waitFor(member, rows);
  } catch (error) {
    throw fail(group, error);
  }
}

async function execute<Row>(group: Group, prepared: Prepared, args: unknown): Promise<Row[]> {
  if (group.failure !== undefined) throw group.failure;
  group.count();
  group.asked += 1;
  try {
    return await prepared.execute(args);
  } catch (error) {
    // After a statement that failed PostgreSQL keeps nothing of the transaction.
    throw fail(group, noteFailure(group.session, error));
  } finally {
    group.asked -= 1;
    if (group.asked === 0) lookWhoIsStuck(group);
  }
}

/** Where no answer is waited for at the end of a turn, whoever has not ended awaits something else. */
function lookWhoIsStuck(group: Group): void {
  setImmediate(() => {
    if (group.asked === 0 && group.running > 0)
      group.stuck.reject(fail(group, new AwaitInWriteError()));
  });
}

function fail(group: Group, cause: unknown): GroupFailedError {
  group.failure ??= new GroupFailedError(cause);
  return group.failure;
}
