import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts } from './free-ports.ts';

/*
 * The server of this worker. Each worker of a run reads this file anew, and so has a mail
 * server of its own, and for each file of journeys a server and a database, on ports that were free.
 */

const [port = 0, mailPort = 0] = await freePorts(2);

/** Where the server under test is. */
export const ORIGIN = `http://localhost:${port}`;
/** Where e-mail goes: a test that is about e-mail listens there. */
export const MAIL_PORT = mailPort;
/** For what belongs to the database, and goes with it. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'okaeri-e2e-'));
export const DATABASE_URL = `file:${join(FOLDER, 'e2e.db')}`;

let running: { readonly file: string; readonly server: ChildProcess } | null = null;

/**
 * The server for the journeys of this file: with each file a new one, on a new database. What a journey does to a shop
 * or a shopper is so seen by those below it alone, and which files a worker happens to take decides nothing.
 */
export const serveFile = async (file: string): Promise<void> => {
  if (running?.file === file) return;
  await stopServer();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  running = { file, server: await startServer() };
};

/** Stops what `serveFile` started. */
export const stopServer = async (): Promise<void> => {
  if (running === null) return;
  const { server } = running;
  running = null;
  if (server.exitCode !== null) return;
  server.kill();
  await once(server, 'exit');
};

/** Resolves when the server says that it runs: its demo shop has its past by then. */
async function startServer(): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['../server/src/main.ts'], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
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
  // Read to the end, so that what it says never fills the pipe.
  const lines = createInterface({ input: server.stdout });
  const runs = await new Promise<boolean>((resolve) => {
    lines.on('line', (line) => line.startsWith('Okaeri is running') && resolve(true));
    lines.on('close', () => resolve(false));
  });
  if (runs) return server;
  throw new Error('The server under test did not start.');
}
