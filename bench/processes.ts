import { execFileSync, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The tree that is measured where no other is named. */
export const ROOT = join(import.meta.dirname, '..');
const READY_WITHIN_MS = 60_000;

/** A server in a process of its own. */
export interface Served {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process to its first 200. */
  readonly startMs: number;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Starts a script of a tree as a server and waits for its first answer. */
export const serve = async (
  script: string,
  environment: Record<string, string>,
  root = ROOT,
): Promise<Served> => {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(root, script)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      ...environment,
      PORT: String(port),
      NODE_ENV: 'development',
      // One address asks more than any office: it is counted as always, and not refused.
      RATE_LIMIT_SCALE: '1000',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    const ready = await fetch(`${url}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ready) break;
    if (child.exitCode !== null || performance.now() - startedAt > READY_WITHIN_MS)
      throw new Error(`${script} did not come up.`);
    await new Promise((turn) => setTimeout(turn, 5));
  }
  return {
    url,
    pid: child.pid ?? 0,
    startMs: performance.now() - startedAt,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.kill('SIGTERM');
      }),
  };
};

/** Runs `okaeri …` of a tree on a database and gives what it prints. */
export const okaeri = (
  { databaseUrl, secretKey, root }: { databaseUrl: string; secretKey: string; root: string },
  ...parameters: string[]
): string =>
  execFileSync(process.execPath, [join(root, 'server/src/cli.ts'), ...parameters], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, DATABASE_URL: databaseUrl, SECRET_KEY: secretKey },
  });
