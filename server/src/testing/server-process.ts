import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, '../main.ts');
/** It takes two seconds where nobody else wants the processor; a machine with ten others is no fault of its. */
const READY_WITHIN_MS = 120_000;

/** A server in a process of its own, as a host would run it. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** `kill -9`: no handler runs, nothing is flushed. */
  kill(): Promise<void>;
  /** Asks it to end, and gives the code it ended with. */
  stop(): Promise<number | null>;
}

/** Those that run. */
const running = new Set<ChildProcess>();

/** Ends those that still run: a test that fails before it stops its own leaves none behind (`end-servers.ts`). */
export const endServers = (): void => {
  for (const child of running) child.kill('SIGKILL');
};

/** Starts a server on a database and waits until it answers. */
export const startServer = async (options: {
  databaseUrl: string;
  port: number;
  secretKey: Buffer;
  /** Where its log goes, by the number of an open file; else to the test's own. */
  log?: number;
  /** Further settings. */
  env?: Readonly<Record<string, string>>;
}): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [MAIN], {
    stdio: ['ignore', 'ignore', options.log ?? 'inherit'],
    env: {
      ...process.env,
      DATABASE_URL: options.databaseUrl,
      PORT: String(options.port),
      SECRET_KEY: options.secretKey.toString('base64'),
      DEMO: 'off',
      LOG_LEVEL: 'warn',
      ...options.env,
    },
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  const url = `http://127.0.0.1:${options.port}`;
  const giveUpAt = Date.now() + READY_WITHIN_MS;
  for (;;) {
    const ready = await fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || Date.now() > giveUpAt)
      throw new Error('The server process did not come up.');
    await new Promise((turn) => setTimeout(turn, 25));
  }
  return {
    url,
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended(child);
    },
    async stop() {
      child.kill('SIGTERM');
      return ended(child);
    },
  };
};

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', (code) => resolve(code));
  });
}
