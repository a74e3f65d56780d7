import { Client, Pool } from 'pg';
import { createFloodGate } from '../lib/flood-gate.ts';
import type { Logger } from '../lib/logger.ts';
import { migratePostgres } from './migrate.ts';
import {
  connectFailure,
  isLocked,
  isRetryable,
  postgresFailure,
  postgresOpenFailure,
} from './postgres-errors.ts';
import { openSessions } from './postgres-sessions.ts';
import { createGroupWriter } from './postgres-writer.ts';
import { createProbe, PROBE } from './probe.ts';
import { STORE_LIMITS, type Store, type StoreLimits, type Tx, type WriteLane } from './store.ts';
import type { Tables } from './tables.ts';
import { createWriteCounter } from './write-counter.ts';
import { createWriteGate } from './write-gate.ts';

/**
 * Opens (and migrates) the PostgreSQL store at `url`.
 *
 * @throws StoreUnavailableError with a sentence for the person who starts it, where it cannot be reached
 */
export const openPostgresStore = async (
  url: string,
  { logger, tables }: { logger: Logger; tables: Tables },
  limits: StoreLimits = STORE_LIMITS,
): Promise<Store> => {
  await migrate(url, limits);
  const gate = createFloodGate();
  const hearLost = (error: Error): void =>
    gate('lost', (leftOut) => logger.warn({ error, leftOut }, 'a database connection was lost'));
  const readers = openSessions({
    url,
    tables,
    limits,
    hearLost,
    max: limits.readersMax,
    // Reads wait only for tables that are being changed.
    lockMs: limits.connectMs,
  });
  const writers = openSessions({
    url,
    tables,
    limits,
    hearLost,
    max: limits.writersMax,
    lockMs: limits.lockTryMs,
  });
  const groups = openSessions({
    url,
    tables,
    limits,
    hearLost,
    max: 1,
    lockMs: limits.groupLockMs,
    pipeline: true,
  });
  const probe = openProbe(url, limits);
  const turns = createWriteGate(limits);
  const alone = <T>(work: (tx: Tx) => Promise<T>, lane: WriteLane): Promise<T> =>
    withRetries(() => turns.run(lane, () => writers.run(work, 'write')), limits);
  const writer = createGroupWriter(
    { together: (bodies) => groups.together(bodies), alone },
    limits,
  );
  const counter = createWriteCounter(limits);

  return {
    engine: 'postgres',
    url,
    read: (work) => readers.run(work, 'read'),
    snapshot: (work) => readers.run(work, 'snapshot'),
    write: (work, lane = 'merchant') => counter.run(lane, () => writer.write(work, lane)),
    writeAlone: (work, lane = 'merchant') => counter.run(lane, () => alone(work, lane)),
    probe: probe.ask,
    statementCount: () =>
      readers.statementCount() + writers.statementCount() + groups.statementCount(),
    writes: () => ({ ...counter.counts(), groups: writer.groups() }),
    async close() {
      await Promise.all([readers.close(), writers.close(), groups.close(), probe.close()]);
    },
  };
};

/** Runs a write again where it met another one, as often and for as long as the limits say. */
async function withRetries<T>(once: () => Promise<T>, limits: StoreLimits): Promise<T> {
  const giveUpAt = performance.now() + limits.lockWaitMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once();
    } catch (error) {
      const mayTry = isLocked(error)
        ? performance.now() < giveUpAt
        : isRetryable(error) && attempt < limits.attemptsMax;
      if (!mayTry) throw error;
      await pauseAfter(error, attempt);
    }
  }
}

/** On a connection of its own, whose statements may take as long as they need. */
async function migrate(url: string, limits: StoreLimits): Promise<void> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: limits.connectMs,
    keepAlive: true,
  });
  let isLost = false;
  client.on('error', () => {
    isLost = true;
  });
  try {
    await client.connect();
  } catch (error) {
    throw postgresOpenFailure(error);
  }
  try {
    await migratePostgres(client);
  } catch (error) {
    throw postgresFailure(error, isLost);
  } finally {
    await client.end();
  }
}

/** A connection that only `/readyz` uses: it never waits behind anybody, and is there when no other is to be had. */
function openProbe(url: string, { probeMs }: StoreLimits) {
  const pool = new Pool({
    connectionString: url,
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: probeMs,
    query_timeout: probeMs,
    keepAlive: true,
  });
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', () => undefined);
  const ask = async (): Promise<void> => {
    try {
      await pool.query(PROBE);
    } catch (error) {
      throw connectFailure(error);
    }
  };
  return { ask: createProbe(ask, probeMs), close: () => pool.end() };
}

/** Two writes that met head-on part again at different times; what waits for a lock waits longer each time. */
function pauseAfter(error: unknown, attempt: number): Promise<void> {
  const pauseMs = isLocked(error) ? Math.min(25 * 2 ** attempt, 1000) : attempt * 5;
  return new Promise((turn) => setTimeout(turn, pauseMs * (1 + Math.random())));
}
