import { generate } from 'json-schema-faker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { furnish } from '../testing/api-examples.ts';
import { firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { PATH_PARTS, pick, randomOf, spoil, TEXTS, type Random } from '../testing/hostile-input.ts';
import { wideRates } from '../testing/wide-rates.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';
import { OPERATIONS } from '../compose-areas.ts';
import { COMPONENTS } from './make-document.ts';

const IS_LONG = process.env['OKAERI_TEST_LONG'] !== undefined;
/** The long run goes on for ten minutes on each engine, the ordinary one goes over everything a few times on one. */
const LONG_MS = 600_000;
const ROUNDS = 3;
const SEED = 20_261_128;
const RUN_ENGINES = IS_LONG ? ENGINES : [ENGINES[0]];

/** After these there would be nothing left to ask. */
const LAST: ReadonlySet<string> = new Set(['closeShop', 'endKey']);

interface Described {
  readonly operationId: string;
  readonly security: readonly Record<string, unknown>[];
  readonly parameters?: readonly { name: string; in: string }[];
  readonly requestBody?: { content: Record<string, { schema?: Record<string, unknown> }> };
}

describe.each(RUN_ENGINES)('input that is not valid, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  let paths: Record<string, Record<string, Described>>;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram(), null, { rates: wideRates() });
    owner = await firstOwner(world);
    ({ paths } = (await (await world.request('/openapi.json')).json()) as { paths: typeof paths });
    await furnish(world);
  }, 120_000);
  afterAll(() => test.dispose());

  const bodyOf = async (random: Random, of: Described): Promise<string | undefined> => {
    const schema = of.requestBody?.content['application/json']?.schema;
    if (schema === undefined) return random() < 0.5 ? undefined : pick(random, ['{', 'null', '[]']);
    if (random() < 0.05) return pick(random, ['', '{"a":', '\u0000', '[1,]', '{"a":1}{']);
    const whole = { ...schema, components: { schemas: COMPONENTS } };
    const seed = Math.floor(random() * 1e6);
    const valid = await generate(whole, { seed, maxItems: 2, alwaysFakeOptionals: random() < 0.5 });
    return JSON.stringify(random() < 0.1 ? valid : spoil(random, valid));
  };

  const headersOf = async (random: Random, of: Described): Promise<Record<string, string>> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    for (const { name, in: where } of of.parameters ?? [])
      if (where === 'header')
        headers[name.toLowerCase()] = random() < 0.7 ? crypto.randomUUID() : pick(random, TEXTS);
    if (random() < 0.1) headers['content-type'] = pick(random, ['text/plain', 'text/csv', 'x/y;;']);
    const needs = of.security[0] ?? {};
    if ('secretKey' in needs) headers['authorization'] = `Bearer ${world.keys.secretKey}`;
    if ('shopperToken' in needs) headers['authorization'] = `Bearer ${await world.token('ada')}`;
    return headers;
  };

  const placeIn = (random: Random, path: string): string =>
    path
      .replace('{publicKey}', world.keys.publicKey)
      .replaceAll(/\{\w+\}/g, () => pick(random, ['ada', 'o1', 'off5', 'p-a', ...PATH_PARTS]));

  const queryIn = (random: Random, of: Described): string => {
    const names = (of.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
    if (names.length === 0 || random() < 0.5) return '';
    return `?${new URLSearchParams({ [pick(random, names)]: pick(random, TEXTS) }).toString()}`;
  };

  /** Asks once, and says what it was where it must not be so. */
  const ask = async (random: Random, method: string, path: string): Promise<string | undefined> => {
    const of = paths[path]?.[method.toLowerCase()];
    if (of === undefined || LAST.has(of.operationId)) return undefined;
    const where = placeIn(random, path) + queryIn(random, of);
    const body = method === 'GET' ? undefined : await bodyOf(random, of);
    const headers = await headersOf(random, of);
    let answer = await world.request(where, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    if (answer.status === 401 || answer.status === 403) {
      const { authorization: _, ...rest } = headers;
      answer = await owner.send(
        method,
        where,
        body === undefined ? undefined : tolerant(body),
        rest,
      );
    }
    return answer.status === 500 ? `${method} ${where} with ${body?.slice(0, 500)}` : undefined;
  };

  it('is never answered with 500, whatever it is, at any operation', async () => {
    const endsAt = Date.now() + LONG_MS;
    const failures: string[] = [];
    for (let round = 0; IS_LONG ? Date.now() < endsAt : round < ROUNDS; round += 1) {
      const random = randomOf(SEED + round);
      for (const name of Object.keys(OPERATIONS)) {
        const [method = '', path = ''] = name.split(' ');
        const failure = await ask(random, method, path);
        if (failure !== undefined) failures.push(`round ${round}: ${failure}`);
      }
    }
    expect(failures).toEqual([]);
  });
});

/** The console sends JSON; what is none goes as a text. */
function tolerant(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
