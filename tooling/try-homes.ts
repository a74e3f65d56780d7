import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePorts } from '../e2e/free-ports.ts';

/*
 * Runs the README's two commands as a newcomer would: in a fresh clone, in homes of several kinds, the tests a
 * second time in the same clone. `node tooling/try-homes.ts [area]` runs the tests of one area only, such as
 * `store`, which opens both engines. As root it tries a home that is closed to others (mode 0700, as root's is)
 * and an ordinary user, who is made and removed. Other programs listen on the usual ports meanwhile.
 */

const ROOT = join(import.meta.dirname, '..');
const USER = 'okaeri-try';
const START_MS = 600_000;
/** Of this server, and of PostgreSQL. */
const USUAL_PORTS = [4100, 5432];
const [area] = process.argv.slice(2);

interface Home {
  readonly what: string;
  readonly folder: string;
  /** Who the commands are run as; the caller where it is left out. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  remove(): void;
}

const isRoot = process.getuid?.() === 0;
const homes: readonly (() => Home)[] = [
  ...(isRoot ? [closedHome, ordinaryUser] : []),
  () => homeAt('a path with a space and letters beyond ASCII', 'hôme 家 1', 0o755),
];
occupyUsualPorts();
if (!isRoot) console.log('Not root: only the home of whoever runs this is tried.');
const failed: string[] = [];
for (const make of homes) {
  const home = make();
  try {
    if (!(await bothCommands(home))) failed.push(home.what);
  } finally {
    home.remove();
  }
}
console.log(failed.length === 0 ? '\nEvery home is green.' : `\nRed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;

function closedHome(): Home {
  return homeAt('root, in a home that is closed to others', 'closed', 0o700);
}

function homeAt(what: string, name: string, mode: number): Home {
  const above = mkdtempSync(join(tmpdir(), 'okaeri-home-'));
  const folder = join(above, name);
  mkdirSync(folder);
  chmodSync(above, 0o755);
  chmodSync(folder, mode);
  return { what, folder, remove: () => rmSync(above, { recursive: true, force: true }) };
}

function ordinaryUser(): Home {
  const home = homeAt('an ordinary user', 'user', 0o700);
  execFileSync('useradd', ['--no-create-home', '--home-dir', home.folder, USER]);
  const idOf = (flag: string): number =>
    Number(execFileSync('id', [flag, USER], { encoding: 'utf8' }));
  const owner = { uid: idOf('-u'), gid: idOf('-g') };
  chownSync(home.folder, owner.uid, owner.gid);
  return {
    ...home,
    owner,
    remove() {
      spawnSync('pkill', ['-KILL', '-u', String(owner.uid)]);
      execFileSync('userdel', [USER]);
      home.remove();
    },
  };
}

async function bothCommands(home: Home): Promise<boolean> {
  console.log(`\n── ${home.what}`);
  const clone = join(home.folder, 'okaeri');
  execFileSync('git', ['clone', '--quiet', '--no-hardlinks', ROOT, clone]);
  if (home.owner !== undefined)
    execFileSync('chown', ['-R', `${home.owner.uid}:${home.owner.gid}`, clone]);
  const started = await starts(home, clone);
  console.log(`${started ? '✓' : '✗'} start`);
  const parameters = area === undefined ? ['test'] : ['test', area];
  const tests = ['test', 'test, a second time'].map((what) => {
    const { status } = spawnSync('npx', ['-y', 'pnpm', ...parameters], {
      ...asIn(home, clone),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    console.log(`${status === 0 ? '✓' : '✗'} ${what}`);
    return status === 0;
  });
  return started && tests.every(Boolean);
}

/** Whether `pnpm start` comes as far as a demo shop. */
async function starts(home: Home, clone: string): Promise<boolean> {
  const [port] = await freePorts(1);
  const options = asIn(home, clone);
  const server = spawn('npx', ['-y', 'pnpm', 'start'], {
    ...options,
    env: { ...options.env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  });
  try {
    return await answers(server, `http://localhost:${port}/demo`);
  } finally {
    if (server.pid !== undefined && server.exitCode === null) process.kill(-server.pid, 'SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  const giveUpAt = Date.now() + START_MS;
  while (Date.now() < giveUpAt && server.exitCode === null) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}

/** What a newcomer's shell has: nothing of this tree, and a home of their own. */
function asIn({ folder, owner }: Home, clone: string) {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_|OKAERI_|PNPM_)/.test(name)),
  );
  return {
    cwd: clone,
    ...owner,
    env: {
      ...env,
      HOME: folder,
      XDG_CACHE_HOME: join(folder, '.cache'),
      PATH: path.filter((one) => !one.includes('node_modules')).join(delimiter),
    },
  };
}

/** Other programs on the ports one would use oneself. They end with this one. */
function occupyUsualPorts(): void {
  for (const port of USUAL_PORTS)
    createServer()
      // It may be another already.
      .on('error', () => undefined)
      .listen(port)
      .unref();
}
