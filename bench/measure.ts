import type { Fixture, Program } from './fixture.ts';
import { medianOf } from './compare-rules.ts';
import { requestsPerSecond, type Load } from './load.ts';
import { serve, type Served } from './processes.ts';

/** Each measurement is taken this often, in turns, and the middle one counts. */
const ROUNDS = 5;
export const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const WARM_UP_SECONDS = 2;

/** Requests per second of each load, round by round. */
type Rates = Readonly<Record<string, readonly number[]>>;

/** Takes several loads in turns, so that whatever else the machine does falls on all of them. */
export const inTurns = async (loads: Readonly<Record<string, Load>>): Promise<Rates> => {
  for (const load of Object.values(loads))
    await requestsPerSecond({ ...load, seconds: WARM_UP_SECONDS });
  const taken: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, load] of Object.entries(loads))
      (taken[name] ??= []).push(await requestsPerSecond(load));
    const words = Object.entries(taken).map(
      ([name, rates]) => `${name} ${Math.round(rates.at(-1) ?? 0)}`,
    );
    console.log(`  per second: ${words.join(', ')}`);
  }
  return taken;
};

/** The middle of the rounds' ratios: each compares what was measured within the same seconds. */
export const ratioOf = (rates: Rates, one: string, other: string): number =>
  medianOf((rates[one] ?? []).map((rate, round) => rate / (rates[other]?.[round] ?? 1)));

const statementsOf = async (server: Served): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/okaeri_statements_total (\d+)/.exec(text)?.[1] ?? 0);
};

/** Statements the server runs for one request of a kind. */
export const statementsPer = async (server: Served, next: Load['next']): Promise<number> => {
  const before = await statementsOf(server);
  const requests = 100;
  for (let i = 0; i < requests; i += 1) {
    const { path, ...init } = next();
    await fetch(server.url + path, init);
  }
  return ((await statementsOf(server)) - before) / requests;
};

export const openServers = async (
  fixture: Fixture,
  program: Program = 'plain',
): Promise<{ product: Served; byHand: Served }> => {
  const environment = {
    DATABASE_URL: fixture.databaseUrl,
    SECRET_KEY: fixture.secretKey,
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  };
  const product = await serve('server/src/main.ts', environment);
  const { identitySecret, secretKey } = fixture.keys;
  const byHand = await serve('bench/by-hand/server.ts', {
    ...environment,
    PROGRAM: program,
    IDENTITY_SECRET: identitySecret,
    API_KEY: secretKey,
  });
  return { product, byHand };
};
