import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { behind } from './behind.ts';
import { makePostgres } from './postgres-server.ts';

const DATABASE = 'okaeri';

/** A PostgreSQL of one test's own, which it may stop, freeze and start again. */
export interface OwnPostgres {
  /** What `DATABASE_URL` would be. */
  readonly url: string;
  start(): Promise<void>;
  /** Ends it at once, as a crash would (`SIGQUIT`): what was committed is found in its log. */
  crash(): Promise<void>;
  /** Stops all its processes where they are; connections stay open, and nobody answers. */
  freeze(): void;
  thaw(): void;
  /** Ends every connection but the one that asks, and says how many. */
  endConnections(): Promise<number>;
  dispose(): Promise<void>;
}

/** Starts a PostgreSQL with one empty database. */
export const startOwnPostgres = async (): Promise<OwnPostgres> => {
  const { server, folder, databaseDir, url } = await makePostgres({ persistent: true });
  await server.start();
  await behind(`${url}/postgres`, `create database ${DATABASE}`);

  const postmaster = (): number =>
    Number(readFileSync(join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const signalAll = (signal: 'SIGSTOP' | 'SIGCONT'): void => {
    const pid = postmaster();
    for (const one of [pid, ...childrenOf(pid)]) send(one, signal);
  };

  return {
    url: `${url}/${DATABASE}`,
    start: () => server.start(),
    async crash() {
      const pid = postmaster();
      send(pid, 'SIGQUIT');
      while (send(pid, 0)) await new Promise((turn) => setTimeout(turn, 20));
    },
    freeze: () => signalAll('SIGSTOP'),
    thaw: () => signalAll('SIGCONT'),
    async endConnections() {
      const ended = await behind(
        `${url}/${DATABASE}`,
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      );
      return ended.length;
    },
    async dispose() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

function childrenOf(parent: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

/** Whether the process was there to take the signal. */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
