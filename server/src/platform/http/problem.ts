import type { Context } from 'hono';
import {
  PROBLEMS,
  type FieldError,
  type Problem,
  type ProblemCode,
  type Refusal,
} from '@okaeri/shared/errors';
import { saidInAnswer } from './reply.ts';
import { STORE_LIMITS } from '../store/store.ts';

/** A request that ends in a problem; thrown by whatever stands before the verb. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly headers: Readonly<Record<string, string>>;
  constructor(
    code: ProblemCode,
    detail: string,
    more: { errors?: readonly FieldError[]; headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail);
    this.code = code;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

/** Answers with a rule's refusal. */
export const replyRefusal = (c: Context, refusal: Refusal): Response =>
  reply(c, problemOf(refusal.code, refusal.detail, refusal.extra ?? {}));

/** The document of a problem that was thrown. */
export const problemDocument = ({ code, message, errors }: ProblemError): Problem =>
  problemOf(code, message, errors.length > 0 ? { errors } : {});

/** Answers with a problem that was thrown. */
export const replyProblem = (c: Context, error: ProblemError): Response =>
  reply(c, problemDocument(error), error.headers);

function reply(
  c: Context,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Response {
  for (const [name, value] of Object.entries({ ...saidInAnswer(c), ...headers }))
    c.header(name, value);
  if (problem.status === 503 || problem.status === 429)
    c.header('Retry-After', headers['Retry-After'] ?? String(STORE_LIMITS.retryAfterSeconds));
  if (problem.status === 401) c.header('WWW-Authenticate', 'Bearer');
  c.header('Content-Type', 'application/problem+json');
  return c.body(JSON.stringify(problem), problem.status as 400);
}

function problemOf(
  code: ProblemCode,
  detail: string,
  more: Readonly<Record<string, unknown>>,
): Problem {
  const { status, title } = PROBLEMS[code];
  return { type: `https://okaeri.dev/problems/${code}`, title, status, code, detail, ...more };
}
