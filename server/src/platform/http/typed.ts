import type { Outcome } from '../lib/outcome.ts';
import type { Context, Env, MiddlewareHandler, TypedResponse } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { z } from 'zod';
import type { Problem, Refusal } from '@okaeri/shared/errors';
import { replyRefusal } from './problem.ts';
import { check, readBody, readJson, readText } from './read-body.ts';
import { replyJson } from './reply.ts';

/*
 * Routes that are chained and use these say in their types what they take and what they
 * answer, and a client can be typed from them (https://hono.dev/docs/guides/rpc).
 */

type Validated<Target extends 'json' | 'query', Schema extends z.ZodType> = {
  in: { [Name in Target]: z.input<Schema> };
  out: { [Name in Target]: z.output<Schema> };
};

/** What a route takes, for the document that describes the API. */
export interface Takes {
  readonly body?: z.ZodType;
  readonly query?: z.ZodType;
}

const TAKEN = new WeakMap<object, Takes>();

/** What a handler of a route was said to take. */
export const takenBy = (handler: object): Takes => TAKEN.get(handler) ?? {};

const SENT = new WeakMap<Request, unknown>();

/** The body as it came, of a request whose body was checked with `jsonBody`. */
export const sentBody = (c: Context): unknown => SENT.get(c.req.raw);

/** Checks the body; the handler reads it with `c.req.valid('json')`. */
export const jsonBody = <Schema extends z.ZodType<object>, E extends Env, P extends string>(
  schema: Schema,
): MiddlewareHandler<E, P, Validated<'json', Schema>> =>
  describing({ body: schema }, async (c, next) => {
    const { input, body } = await readBody(c, schema);
    SENT.set(c.req.raw, body);
    c.req.addValidatedData('json', input);
    await next();
  });

/** The same where the request may come without a body: then it is as if it were empty. */
export const optionalBody = <Schema extends z.ZodType<object>, E extends Env, P extends string>(
  schema: Schema,
): MiddlewareHandler<E, P, Validated<'json', Schema>> =>
  describing({ body: schema }, async (c, next) => {
    const text = await readText(c);
    const body = text.trim() === '' ? {} : readJson(text);
    SENT.set(c.req.raw, body);
    c.req.addValidatedData('json', check(schema, body));
    await next();
  });

/** Checks the query; the handler reads it with `c.req.valid('query')`. */
export const query = <Schema extends z.ZodType<object>, E extends Env, P extends string>(
  schema: Schema,
): MiddlewareHandler<E, P, Validated<'query', Schema>> =>
  describing({ query: schema }, async (c, next) => {
    c.req.addValidatedData('query', check(schema, c.req.query()));
    await next();
  });

type Answer<Body, Status extends ContentfulStatusCode> = Response &
  TypedResponse<Body, Status, 'json'>;

/** Answers with JSON, and says so in the type. */
export const answer = <const Body, Status extends ContentfulStatusCode = 200>(
  c: Context,
  body: Body,
  more: { status?: Status; headers?: Readonly<Record<string, string>> } = {},
): Answer<Body, Status> =>
  // The members that carry the type exist for the type checker alone.
  replyJson(c, body, more) as Answer<Body, Status>;

/** Answers with a refusal, and says in the type that it is none of the answers above. */
export const refuse = (c: Context, refusal: Refusal): Answer<Problem, 400> =>
  replyRefusal(c, refusal) as Answer<Problem, 400>;

/** Answers with nothing. */
export const done = (): Response & TypedResponse<null, 204, 'body'> =>
  new Response(null, { status: 204 }) as Response & TypedResponse<null, 204, 'body'>;

/** Answers with what a verb gave: its body, or its refusal. */
export const reply = <Body, Status extends ContentfulStatusCode = 200>(
  c: Context,
  outcome: Outcome<Body>,
  status?: Status,
): Answer<Body, Status> | Answer<Problem, 400> => {
  if ('refused' in outcome) return refuse(c, outcome.refused);
  const more: { status?: Status } = status === undefined ? {} : { status };
  return answer<Body, Status>(c, outcome.ok, more);
};

/** Answers with a document and the tag that names this state of it. */
export const replyTagged = <Body>(
  c: Context,
  outcome: Outcome<{ readonly document: Body; readonly etag: string }>,
): Answer<Body, 200> | Answer<Problem, 400> => {
  if ('refused' in outcome) return refuse(c, outcome.refused);
  return answer<Body>(c, outcome.ok.document, { headers: { ETag: outcome.ok.etag } });
};

function describing<Handler extends object>(takes: Takes, handler: Handler): Handler {
  TAKEN.set(handler, takes);
  return handler;
}
