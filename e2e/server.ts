import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePorts } from './free-ports.ts';
import { startMailServer } from './mail-server.ts';

/*
 * The server of this worker. Each worker of a run reads this file anew, and so has a server, databases and a
 * mail server of its own, on ports that were free.
 */

const [port = 0, mailPort = 0] = await freePorts(2);

/** Where the server under test is. */
export const ORIGIN = `http://localhost:${port}`;
/** For what belongs to the database, and goes with it. */
export const FOLDER = mkdtempSync(join(tmpdir(), 'okaeri-e2e-'));
export const DATABASE_URL = `file:${join(FOLDER, 'e2e.db')}`;

interface Running {
  readonly server: ChildProcess;
  /** The link by which its first person comes in, as it said when it began. */
  readonly firstPersonUrl: string;
  /** The file it serves. */
  file: string;
  /** Whether somebody has bought, or read, in the demo shop. */
  isDemoUsed: boolean;
}
let running: Running | null = null;
let mail: Promise<void> | undefined;

/** How a file of journeys that goes to the demo shop, or is one of its shoppers, is known. */
const OF_DEMO = /\/demo|\/examples|signIn\(|become\(|gotoOwnPage\(/;

/**
 * The server for the journeys of this file. What they do to the demo shop and its shoppers is seen by nobody else:
 * the next file that goes there has a new server, on a new database, and which files a worker happens to take decides
 * nothing. Files that open shops of their own share one.
 */
export const serveFile = async (file: string): Promise<void> => {
  if (running?.file === file) return;
  const usesDemo = OF_DEMO.test(readFileSync(file, 'utf8'));
  if (running !== null && !(usesDemo && running.isDemoUsed)) {
    running.file = file;
    running.isDemoUsed ||= usesDemo;
    return;
  }
  await stopServer();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  running = { ...(await startServer()), file, isDemoUsed: usesDemo };
};

/** The link that the server has printed for its first person. */
export const firstPersonUrl = (): string => {
  if (running === null) throw new Error('No server runs.');
  return running.firstPersonUrl;
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

/** Resolves when the server says that it runs, and where the first person comes in: its demo shop has its past by then. */
async function startServer(): Promise<Pick<Running, 'server' | 'firstPersonUrl'>> {
  mail ??= startMailServer(mailPort);
  await mail;
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
  const firstPersonUrl = await new Promise<string | undefined>((resolve) => {
    lines.on('line', (line) => {
      const console = /^ *Console +(\S+)$/.exec(line);
      if (console !== null) resolve(console[1]);
    });
    lines.on('close', () => resolve(undefined));
  });
  if (firstPersonUrl !== undefined) return { server, firstPersonUrl };
  throw new Error('The server under test did not start.');
}
