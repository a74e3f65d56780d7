import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { earn } from './acts.ts';
import { createFixture, type Fixture } from './fixture.ts';
import { serve, type Served } from './processes.ts';
import type { Line } from './table.ts';

const PASSWORDS = 80;
const FLOOD_CONNECTIONS = 500;
const FLOOD_SECONDS = 15;
const CALM_REQUESTS = 300;
const SCRIPT = '/widget/v1/okaeri.js';

/** What strangers can do to a server, and how those fare meanwhile for whom it is there. */
export const measureAttacks = async (): Promise<Line[]> => {
  const fixture = await createFixture();
  const server = await serve('server/src/main.ts', {
    DATABASE_URL: fixture.databaseUrl,
    SECRET_KEY: fixture.secretKey,
    DEMO: 'off',
    LOG_LEVEL: 'error',
  });
  const lines = [await measureGuesses(server), ...(await measureFlood(server, fixture))];
  await server.stop();
  fixture.remove();
  return lines;
};

const msOf = async (url: string, init?: RequestInit): Promise<{ ms: number; ok: boolean }> => {
  const began = performance.now();
  const answer = await fetch(url, init);
  await answer.arrayBuffer();
  return { ms: performance.now() - began, ok: answer.ok };
};

const medianOf = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Does something again and again until `work` has ended. */
async function repeatDuring<T>(work: Promise<T>, act: () => Promise<void>): Promise<T> {
  const state = { isOver: false };
  const ended = work.finally(() => {
    state.isOver = true;
  });
  while (!state.isOver) await act();
  return ended;
}

/** The widget's script while many wrong passwords are tried at once. */
async function measureGuesses(server: Served): Promise<Line> {
  const calm: number[] = [];
  for (let i = 0; i < CALM_REQUESTS; i += 1) calm.push((await msOf(server.url + SCRIPT)).ms);
  const guesses = Promise.all(
    Array.from({ length: PASSWORDS }, () =>
      msOf(`${server.url}/console/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: server.url },
        body: JSON.stringify({ email: 'owner@example.com', password: 'not-the-password-1' }),
      }),
    ),
  );
  const busy: number[] = [];
  await repeatDuring(guesses, async () => {
    busy.push((await msOf(server.url + SCRIPT)).ms);
  });
  return {
    what: `the widget's script under ${PASSWORDS} wrong passwords, in times of its calm median`,
    value: medianOf(busy) / medianOf(calm),
    unit: '',
    budget: { atMost: 4 },
  };
}

/** Orders of a shop while strangers ask for its programme from origins that are not its own. */
async function measureFlood(server: Served, fixture: Fixture): Promise<Line[]> {
  const url = `${server.url}/storefront/v1/${fixture.keys.publicKey}/program`;
  const flood = join(import.meta.dirname, 'flood.ts');
  // It gives way: what is measured is the server, and not who gets the processor of the measuring machine.
  const floodArguments = [flood, url, String(FLOOD_CONNECTIONS), String(FLOOD_SECONDS)];
  const flooding = promisify(execFile)('nice', ['-n', '10', process.execPath, ...floodArguments]);
  const next = earn(fixture);
  const times: number[] = [];
  let refused = 0;
  const { stdout } = await repeatDuring(flooding, async () => {
    const { path, ...init } = next();
    const { ms, ok } = await msOf(server.url + path, init);
    times.push(ms);
    if (!ok) refused += 1;
  });
  const during = `under ${FLOOD_CONNECTIONS} connections with made-up origins`;
  return [
    { what: `requests ${during}`, value: Number(stdout), unit: '' },
    { what: `orders refused ${during}`, value: refused, unit: '', budget: { atMost: 0 } },
    {
      what: `slowest order of ${times.length} ${during}`,
      value: Math.max(...times),
      unit: 'ms',
      budget: { atMost: 1000 },
    },
  ];
}
