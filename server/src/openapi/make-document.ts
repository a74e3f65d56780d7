import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { NAMED_SCHEMAS, schemaOf } from './named-schemas.ts';
import type { Operation, Operations } from '../operation.ts';
import { securitySchemes, problem } from './shared-parts.ts';

/** The version of the API, which is the first part of its paths; it grows by what is added. */
const API_VERSION = '1.0.0';

type Json = Record<string, unknown>;

/** A route as it is served, and what it was said to take. */
export interface ServedRoute {
  readonly method: string;
  readonly path: string;
  readonly takes: { readonly body?: z.ZodType; readonly query?: z.ZodType };
}

/** What areas say of their routes. */
export interface Described {
  readonly operations: Operations;
  readonly tags: readonly Tag[];
}

interface Tag {
  readonly name: string;
  readonly description: string;
}

/** What somebody who is new to the API needs first; the rest follows in the order of the areas. */
const FIRST = ['orders', 'shoppers', 'guests', 'redemptions', 'vouchers', 'till'];

/** Types of answers as schemas, and what they point to. */
const ANSWERS = z
  .object({
    answers: z.record(z.string(), z.unknown()),
    schemas: z.record(z.string(), z.unknown()),
  })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, 'answers.json'), 'utf8')));

/** `/v1/orders/:orderId` as the document writes it. */
export const documentPath = (path: string): string =>
  path.replaceAll(/:(\w+)(\{(?:[^{}]|\{[^{}]*\})*\})?/g, '{$1}').replace(/(.)\/$/, '$1');

const problemRef = { $ref: '#/components/responses/Problem' };

const problemAnswer = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const PAGE_READS = `Read more than ${LIMITS.publicPageReadsPerMinute} times a minute from one address, all such pages together`;

/** What an operation answers, by status. */
export const responsesOf = (operation: Operation): Json => {
  const { answers, lines, statuses = [answers === null ? 204 : 200] } = operation;
  const description = operation.summary;
  const content = { ...(answers && contentOf(answers)), ...(lines && { [lines]: {} }) };
  const one = answers === null ? { description } : { description, content };
  return {
    ...Object.fromEntries(statuses.map((status) => [String(status), one])),
    ...(operation.isPage && { 429: { ...problemAnswer, description: PAGE_READS } }),
    ...(operation.revalidated && { 304: { description: 'It is still as it was' } }),
    default: problemRef,
  };
};

// `shared/src/paths.ts` writes them, and says why.
const SEGMENT =
  'One segment, percent-encoded with its slashes. The ids `.` and `..`, which are no names in a URL, are written `~.` and `~..`; ids that look like these have one tilde more.';

/** What schemas of the document point to. */
export const COMPONENTS: Json = { ...ANSWERS.schemas, ...NAMED_SCHEMAS, Problem: problem };

/**
 * The API as an OpenAPI 3.1 document: what routes take from their own schemas, what they answer from
 * the types of `shared`, and names and sentences from what is written down of each.
 */
export const makeDocument = (
  routes: readonly ServedRoute[],
  { operations, tags }: Described,
  publicUrl: string,
): Json => {
  const paths: Record<string, Json> = {};
  for (const [name, operation] of Object.entries(operations)) {
    const [method = '', path = ''] = name.split(' ');
    const served = routes.find(
      (route) => route.method === method && documentPath(route.path) === path,
    );
    const body = operation.body ?? served?.takes.body;
    const query = operation.query ?? served?.takes.query;
    const parameters = parametersOf(path, operation, query);
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        operationId: operation.id,
        summary: operation.summary,
        tags: [tagOf(path)],
        security: securityOf(path, operation),
        ...(parameters.length > 0 && { parameters }),
        ...(body !== undefined && { requestBody: bodyOf(body) }),
        responses: responsesOf(operation),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Okaeri',
      version: API_VERSION,
      summary: 'Points, rewards and reviews of a shop',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: publicUrl }],
    tags: tags.toSorted((a, b) => placeOf(a) - placeOf(b)),
    paths,
    components: {
      securitySchemes,
      schemas: COMPONENTS,
      responses: { Problem: { description: 'It was not done', ...problemAnswer } },
    },
  };
};

function contentOf(answers: NonNullable<Operation['answers']>): Json {
  if (typeof answers === 'string')
    return { 'application/json': { schema: ANSWERS.answers[answers] } };
  if ('media' in answers) return { [answers.media]: {} };
  return { 'application/json': { schema: schemaOf(answers, 'output') } };
}

/** What of the schema of a query becomes parameters. */
const queryShape = z.object({
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.unknown()).default({}),
});

function parametersOf(path: string, operation: Operation, query?: z.ZodType): Json[] {
  const asked = queryShape.parse(query === undefined ? {} : schemaOf(query, 'input'));
  const required = new Set(asked.required);
  return [
    ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      ...(/Id$|^code$/.test(name ?? '') && { description: SEGMENT }),
      schema: { type: 'string', minLength: 1 },
    })),
    ...Object.entries(asked.properties).map(([name, schema]) => ({
      name,
      in: 'query',
      required: required.has(name),
      schema,
    })),
    ...(operation.keyed
      ? [header('Idempotency-Key', 'A repeat with the same key has the first answer.')]
      : []),
    ...(operation.tagged ? [header('If-Match', 'The ETag of what was read.')] : []),
    ...(operation.revalidated ? [header('If-None-Match', 'ETags of what is known.', false)] : []),
  ];
}

/** The first part of a path that says what it is about. */
function tagOf(path: string): string {
  const [, first = '', second = '', , fourth = ''] = path.split('/');
  if (first === 'storefront') return fourth.startsWith('me') ? 'storefront: me' : 'storefront';
  return first === 'v1' ? second : 'server';
}

/** Who may ask: a key or somebody who is signed in, somebody signed in alone, a shopper, anybody. */
function securityOf(path: string, operation: Operation): Json[] {
  if (operation.open) return [];
  if (path.startsWith('/v1/account')) return [{ session: [] }];
  return path.startsWith('/v1/') ? [{ secretKey: [] }, { session: [] }] : [{ shopperToken: [] }];
}

function bodyOf(body: NonNullable<Operation['body']>): Json {
  return 'media' in body
    ? { required: true, content: { [body.media]: {} } }
    : { required: true, content: { 'application/json': { schema: schemaOf(body, 'input') } } };
}

function placeOf({ name }: Tag): number {
  const place = FIRST.indexOf(name);
  return place < 0 ? FIRST.length : place;
}

function header(name: string, description: string, required = true): Json {
  return {
    name,
    in: 'header',
    required,
    description,
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  };
}
