import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { ShopKeys } from '@okaeri/shared/access';
import { ORIGIN, signToken } from './fixture.ts';
import { okaeri, ROOT, serve, type Served } from './processes.ts';
import { areDaysCounted, forgetDays, seedOrders } from './seed-orders.ts';

/*
 * `node bench/measure-days.ts --shoppers 100000 --orders 1000000 [--database postgres://…/empty]` seeds a shop and says
 * how long its purchase days take to be compared and to be counted anew, with what memory, and how `GET /me` is
 * answered meanwhile.
 */
const { values } = parseArgs({
  options: {
    shoppers: { type: 'string', default: '100000' },
    orders: { type: 'string', default: '1000000' },
    database: { type: 'string' },
  },
});
const size = { shoppers: Number(values.shoppers), orders: Number(values.orders) };
const folder = mkdtempSync(join(tmpdir(), 'okaeri-days-'));
const databaseUrl = values.database ?? `file:${join(folder, 'days.db')}`;
const by = { databaseUrl, secretKey: randomBytes(32).toString('base64'), root: ROOT };
const TICK_MS = 20;
const STATUS_MS = 1000;

const tell = (what: string, since: number): void =>
  console.log(`${what}: ${((performance.now() - since) / 1000).toFixed(1)} s`);

const keys = JSON.parse(
  okaeri(by, 'shop', 'create', '--name', 'Days', '--origin', ORIGIN, '--json'),
) as ShopKeys;
let began = performance.now();
await seedOrders(databaseUrl, keys.shopId, size);
tell(`seeding ${size.shoppers} shoppers and ${size.orders} orders`, began);

began = performance.now();
const checked = okaeri(by, 'insights', 'rebuild', '--shop', keys.shopId, '--check', '--json');
tell(`comparing (${checked.trim()})`, began);

const environment = {
  DATABASE_URL: databaseUrl,
  SECRET_KEY: by.secretKey,
  DEMO: 'off',
  LOG_LEVEL: 'warn',
};
const quiet = await serve('server/src/main.ts', environment);
console.log(`GET /me at rest: ${await askFor(quiet, 300)}`);
await quiet.stop();

await forgetDays(databaseUrl, keys.shopId);
const busy = await serve('server/src/main.ts', environment);
began = performance.now();
const memory = { most: 0 };
const answered = await askWhile(busy, memory);
tell(`counting anew by the server's job, to 15 s more as it begins`, began);
console.log(`GET /me meanwhile: ${answered}; the server took ${memory.most} MB at most`);
await busy.stop();
const after = okaeri(by, 'insights', 'rebuild', '--shop', keys.shopId, '--check', '--json');
console.log(`afterwards: ${after.trim()}`);
rmSync(folder, { recursive: true });

/** Asks one after the other, every `TICK_MS`, until everything is counted. */
async function askWhile(server: Served, memory: { most: number }): Promise<string> {
  const times: number[] = [];
  const counted = new AbortController();
  const watching = (async () => {
    do {
      await wait(STATUS_MS);
      memory.most = Math.max(memory.most, memoryOf(server.pid));
    } while (!(await areDaysCounted(databaseUrl, keys.shopId)));
    counted.abort();
  })();
  for (let n = 0; !counted.signal.aborted; n += 1) times.push(await askOnce(server, n));
  await watching;
  return figures(times);
}

async function askFor(server: Served, many: number): Promise<string> {
  const times: number[] = [];
  for (let n = 0; n < many; n += 1) times.push(await askOnce(server, n));
  return figures(times);
}

async function askOnce(server: Served, n: number): Promise<number> {
  const who = `s${(n * 7919) % size.shoppers}`;
  const at = performance.now();
  const answer = await fetch(`${server.url}/storefront/v1/${keys.publicKey}/me`, {
    headers: { authorization: `Bearer ${signToken(keys, who)}`, origin: ORIGIN },
  });
  await answer.text();
  if (!answer.ok) throw new Error(`GET /me answered ${answer.status}.`);
  const took = performance.now() - at;
  await wait(TICK_MS);
  return took;
}

function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

function figures(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms of ${times.length}`;
}
