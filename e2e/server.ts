import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './free-ports.ts';

/*
 * The server of this worker. Each worker of a run reads this file anew, and so has a server, a database and a
 * mail server of its own, on ports that were free.
 */

const [port = 0, mailPort = 0] = await freePorts(2);

/** Where the server under test is. */
export const ORIGIN = `http://localhost:${port}`;
/** Where e-mail goes: a test that is about e-mail listens there. */
export const MAIL_PORT = mailPort;
/** For what belongs to the database, and goes with it. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'okaeri-e2e-'));
export const DATABASE_URL = `file:${join(FOLDER, 'e2e.db')}`;

const START_MS = 60_000;

/** Starts the server, and resolves when it answers. */
export const startServer = async (): Promise<ChildProcess> => {
  const server = spawn(process.execPath, ['../server/src/main.ts'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      DATABASE_URL,
      PUBLIC_URL: ORIGIN,
      SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
      MAIL_FROM: 'reviews@okaeri.example',
      DEMO: 'on',
      LOG_LEVEL: 'warn',
    },
  });
  const giveUpAt = Date.now() + START_MS;
  while (!(await answers())) {
    if (server.exitCode !== null || Date.now() > giveUpAt)
      throw new Error('The server under test did not start.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return server;
};

const answers = async (): Promise<boolean> => {
  try {
    return (await fetch(`${ORIGIN}/healthz`)).ok;
  } catch {
    return false;
  }
};
