import { Validator } from '@seriousme/openapi-schema-validator';
import { generate } from 'json-schema-faker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../app.ts';
import { examplesOf, furnish, type Example, type Furnished } from '../testing/api-examples.ts';
import { firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { wideRates } from '../testing/wide-rates.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';
import { NAMED } from './named-schemas.ts';
import { EXAMPLES } from './schema-examples.ts';
import { OPERATIONS } from '../compose-areas.ts';
import { COMPONENTS, documentPath } from './make-document.ts';
import { SHOWN_ELSEWHERE } from '../testing/shown-elsewhere.ts';

type Json = Record<string, unknown>;

interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly security: readonly Json[];
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: Json }[];
  readonly requestBody?: { content: Record<string, { schema?: Json }> };
  readonly responses: Record<string, { content?: Record<string, { schema?: Json }> }>;
}

interface Document {
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Record<string, Record<string, Described>>;
}

/** Served, and no part of the API: files of the widget and the console, signing in, and this page’s own. */
const OUTSIDE = /^\/(widget|console|docs\/|demo)|^\/v1\/\*|\/console\/auth/;

/** What stands in the places of a path, so that some of it is there. */
const PLACES: Readonly<Record<string, string>> = {
  shopperId: 'ada',
  orderId: 'o1',
  rewardId: 'off5',
  version: '1',
  productId: 'p-a',
  file: 'x',
  token: 'x',
};

const VALID_TRIES = 4;

/** Something a schema allows; lists are short, as a thousand lines say no more than two. */
const make = (schema: Json, seed: number): Promise<unknown> =>
  generate(
    { ...schema, components: { schemas: COMPONENTS } },
    { seed, maxItems: 2, alwaysFakeOptionals: seed % 2 === 0 },
  );

describe('the OpenAPI document', () => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  let document: Document;
  let there: Furnished;
  const succeeded = new Set<string>();
  beforeAll(async () => {
    test = await ENGINES[0].openTestStore();
    world = await openWorld(test.store, testProgram(), null, { rates: wideRates() });
    owner = await firstOwner(world);
    document = (await (await world.request('/openapi.json')).json()) as Document;
    there = await furnish(world);
  }, 120_000);
  afterAll(() => test.dispose());

  const operations = Object.entries(OPERATIONS).map(([name, { id }]) => {
    const [method = '', path = ''] = name.split(' ');
    return { id, method, path };
  });
  // What takes things away comes last.
  const inOrder = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'].flatMap((method) =>
    operations.filter((operation) => operation.method === method),
  );

  const described = (method: string, path: string): Described => {
    const found = document.paths[path]?.[method.toLowerCase()];
    if (found === undefined) throw new Error(`${method} ${path} is not in the document.`);
    return found;
  };

  it('is one, says somebody who did not write it', async () => {
    const validator = new Validator();
    const result = await validator.validate(
      structuredClone(document) as unknown as Record<string, object>,
    );
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('names every route there is, and none there is not', () => {
    const routes = createApp(world.deps)
      .routes.filter(({ method, path }) => method !== 'ALL' && !OUTSIDE.test(path))
      .map(({ method, path }) => `${method} ${documentPath(path)}`);
    expect([...new Set(routes)].toSorted()).toEqual(Object.keys(OPERATIONS).toSorted());
    const ids = operations.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('says what each part is about, and shows what its schemas look like', () => {
    const used = Object.values(document.paths).flatMap((path) =>
      Object.values(path).flatMap(({ tags }) => tags),
    );
    expect(new Set(document.tags.map(({ name }) => name))).toEqual(new Set(used));
    for (const [name, example] of Object.entries(EXAMPLES)) {
      const read = NAMED[name]?.safeParse(example);
      expect([name, read?.success, read?.error?.issues]).toEqual([name, true, undefined]);
    }
  });

  /** What If-Match is to say: the tag of what would be read there. */
  const tagOf = async (path: string): Promise<string> => {
    const read = await owner.send('GET', path.replace('/publish', '/draft'));
    return read.headers.get('etag') ?? '"nothing"';
  };

  const headersOf = async (of: Described, path: string): Promise<Record<string, string>> => {
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    for (const { name, in: where } of of.parameters ?? [])
      if (where === 'header')
        headers[name.toLowerCase()] = name === 'If-Match' ? await tagOf(path) : crypto.randomUUID();
    const needs = of.security[0] ?? {};
    if ('secretKey' in needs) headers['authorization'] = `Bearer ${world.keys.secretKey}`;
    if ('shopperToken' in needs) headers['authorization'] = `Bearer ${await world.token('ada')}`;
    return headers;
  };

  const send = async (
    operation: { method: string; path: string },
    of: Described,
    body: string | undefined,
    { query = '', places: own = {} }: Pick<Example, 'query' | 'places'> = {},
  ): Promise<Response> => {
    const { method } = operation;
    const { endpointId, redemptionId } = there;
    const { publicKey } = world.keys;
    const places = { ...PLACES, publicKey, endpointId, redemptionId, ...own } as Record<
      string,
      string
    >;
    const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => places[name] ?? '7');
    const headers = await headersOf(of, path);
    const asked = { method, headers, ...(body !== undefined && { body }) };
    const byKey = await world.request(path + query, asked);
    // What is a person's to do, an owner does.
    if (byKey.status !== 403 && byKey.status !== 401) return byKey;
    const { authorization: _, ...rest } = headers;
    let said: unknown;
    try {
      said = body === undefined ? undefined : JSON.parse(body);
    } catch {
      return byKey;
    }
    return owner.send(method, path + query, said, rest);
  };

  /** Asks; the world holds each answer against the document. */
  const ask = async (
    operation: { id: string; method: string; path: string },
    of: Described,
    body: string | undefined,
    how?: Pick<Example, 'query' | 'places'>,
  ): Promise<void> => {
    const answer = await send(operation, of, body, how);
    if (of.responses[String(answer.status)] !== undefined) succeeded.add(operation.id);
  };

  const bodySchema = (of: Described): Json | undefined =>
    of.requestBody?.content['application/json']?.schema;

  it.each(inOrder)('$id answers as it says, to what is valid', async (operation) => {
    const of = described(operation.method, operation.path);
    const schema = bodySchema(of);
    const example = examplesOf(there)[operation.id];
    if (example !== undefined) {
      const sent = example.body === undefined ? undefined : JSON.stringify(example.body);
      await ask(operation, of, sent, example);
    }
    for (let seed = 1; seed <= (schema === undefined ? 1 : VALID_TRIES); seed += 1) {
      const body = schema === undefined ? undefined : JSON.stringify(await make(schema, seed));
      await ask(operation, of, body);
    }
    for (const { name, in: where, schema: asked } of of.parameters ?? []) {
      if (where !== 'query') continue;
      const value = String(await make(asked, 7));
      const query = `?${new URLSearchParams({ [name]: value }).toString()}`;
      await ask(operation, of, schema && '{}', { query });
    }
  });

  it.each(
    inOrder.filter(
      ({ method, path }) => OPERATIONS[`${method} ${path}`]?.body !== undefined || method !== 'GET',
    ),
  )('$id answers as it says, to what is not valid', async (operation) => {
    const of = described(operation.method, operation.path);
    const schema = bodySchema(of);
    if (schema === undefined) return;
    const valid = (await make(schema, 1)) as Json;
    const wrong = [
      [],
      null,
      'text',
      7,
      { ...valid, nonsense: true },
      Object.fromEntries(Object.keys(valid).map((key) => [key, { wrong: key }])),
    ];
    for (const body of wrong) {
      await ask(operation, of, JSON.stringify(body));
    }
    if (of.security.length === 0 || 'session' in (of.security[0] ?? {})) return;
    await ask(operation, of, '{"half":');
  });

  it('was not answered with refusals alone', () => {
    const never = operations.filter(({ id }) => !succeeded.has(id)).map(({ id }) => id);
    expect(never.toSorted()).toEqual([...SHOWN_ELSEWHERE].toSorted());
  });
});
