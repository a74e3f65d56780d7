import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { FieldError } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { faultOf, strictest } from './field-fault-rules.ts';
import { ProblemError } from './problem.ts';
import { readIncoming } from './read-incoming.ts';

/** What is wrong with a value. */
export interface InvalidRequest {
  readonly code: 'invalidRequest';
  readonly detail: string;
  readonly extra: { readonly errors: readonly FieldError[] };
}

/** Faults named in one answer; more help nobody. */
const FAULTS_MAX = 20;

/** Checks a value against a schema, or ends the request with every fault by its path. */
export const check = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> => {
  const checked = checkOne(schema, value);
  if ('ok' in checked) return checked.ok;
  const { code, detail, extra } = checked.refused;
  throw new ProblemError(code, detail, extra);
};

/** The same of one value among many: what is wrong with it keeps no other out. */
export const checkOne = <Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): { readonly ok: z.output<Schema> } | { readonly refused: InvalidRequest } => {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: parsed.data };
  const errors = faultsOf(parsed.error);
  const where = errors[0] ? ` First: ${errors[0].path || 'the body'} ${errors[0].message}.` : '';
  const detail = `The request is not valid.${where}`;
  return { refused: { code: 'invalidRequest', detail, extra: { errors } } };
};

/** The body as text, refused as soon as it is too large: no more than that is ever read. */
export const readText = async (c: Context, bytesMax = bytesMaxOf(c)): Promise<string> => {
  const length = c.req.header('content-length');
  if (length === undefined) return new TextDecoder().decode(await readBytes(c, bytesMax));
  // Node's parser holds a body to the length it was said to have.
  if (Number(length) > bytesMax) throw tooLarge(bytesMax);
  return c.req.text();
};

/** The body as bytes, cut off as soon as it is too large: no more than that is ever held. */
export const readBytes = async (c: Context, bytesMax: number): Promise<Uint8Array> => {
  if (Number(c.req.header('content-length') ?? 0) > bytesMax) throw tooLarge(bytesMax);
  // A request within the process comes without.
  const bindings: Partial<HttpBindings> | undefined = c.env;
  const incoming = bindings?.incoming;
  const bytes = await (incoming === undefined
    ? readStream(c.req.raw.body, bytesMax)
    : readIncoming(incoming, bytesMax, true));
  if (bytes === undefined) throw tooLarge(bytesMax);
  return bytes;
};

/** The body as JSON that fits the schema, and as it came. */
export const readBody = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<{ input: z.output<Schema>; body: unknown }> => {
  const body = readJson(await readText(c));
  return { input: check(schema, body), body };
};

/** A body's text as JSON. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError('malformedJson', 'Send a JSON document as the body.');
  }
};

function faultsOf(error: z.ZodError): FieldError[] {
  return strictest(error.issues)
    .slice(0, FAULTS_MAX)
    .map((issue) => ({
      path: pathText(issue.path),
      message:
        issue.code === 'unrecognized_keys'
          ? `has unknown fields: ${issue.keys.join(', ')}`
          : issue.message,
      ...faultOf(issue),
    }));
}

/** How many bytes the body of this request may have: what visitors send is small. */
function bytesMaxOf(c: Context<{ Variables: { bodyBytesMax?: number } }>): number {
  return c.get('bodyBytesMax') ?? LIMITS.bodyBytesMax;
}

function tooLarge(bytesMax: number): ProblemError {
  return new ProblemError('bodyTooLarge', `A body may have ${bytesMax} bytes at most.`);
}

/** The same of a request within the process, which has no connection. */
async function readStream(
  body: ReadableStream<Uint8Array> | null,
  bytesMax: number,
): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.byteLength;
    if (length > bytesMax) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A path as people write it: `lines[0].priceMinor`. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? String(part) : `${text}.${String(part)}`;
  }, '');
}
