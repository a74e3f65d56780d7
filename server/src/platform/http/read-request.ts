import type { Context } from 'hono';
import { z } from 'zod';
import { LIMITS } from '@okaeri/shared/limits';
import { idOfSegment } from '@okaeri/shared/paths';
import { id } from '@okaeri/shared/values';
import { parseListCursor, type ListCursor } from '../lib/list-cursor.ts';
import { ProblemError } from './problem.ts';
import { check } from './read-body.ts';

/** An id in the path. */
export const pathId = (c: Context, name: string): string => {
  const parsed = id.safeParse(idOfSegment(c.req.param(name) ?? ''));
  if (parsed.success) return parsed.data;
  throw new ProblemError('invalidRequest', `The ${name} in the path is not an id.`, {
    errors: [
      {
        path: name,
        message: parsed.error.issues[0]?.message ?? 'is not an id',
        code: 'wrongForm',
      },
    ],
  });
};

/** `?cursor=&limit=` of a list. */
export const pagingQuery = z.object({
  cursor: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(LIMITS.pageMax).default(LIMITS.pageDefault),
});

/** `?cursor=&limit=` of a list. */
export const readPaging = (c: Context): { cursor: string | undefined; limit: number } => {
  const { cursor, limit } = check(pagingQuery, c.req.query());
  return { cursor, limit };
};

/** The place a list goes on from; `first` where no cursor is sent. */
export const readCursor = (cursor: string | undefined, first: ListCursor): ListCursor => {
  const parsed = cursor === undefined ? first : parseListCursor(cursor);
  if (parsed === undefined) throw badCursor();
  return parsed;
};

/** A cursor this server did not give. */
export const badCursor = (): ProblemError =>
  new ProblemError('invalidRequest', 'The cursor is not one of ours.', {
    errors: [
      { path: 'cursor', message: 'must be a nextCursor as it was given', code: 'wrongForm' },
    ],
  });

/** `If-Match`, without which a programme is not written. */
export const readIfMatch = (c: Context): string => {
  const value = c.req.header('if-match');
  if (value !== undefined) return value.replace(/^W\//, '');
  throw new ProblemError('preconditionRequired', 'Send If-Match with the ETag you have read.');
};

/** The `Idempotency-Key`, quoted (as the IETF draft has it) or bare (as most send it). */
export const readIdempotencyKey = (c: Context): string => {
  const value = c.req.header('idempotency-key')?.trim() ?? '';
  const key = /^"(.*)"$/.exec(value)?.[1] ?? value;
  if (key === '')
    throw new ProblemError(
      'idempotencyKeyMissing',
      'Make a key, keep it, and send it with every attempt of this request.',
    );
  if (key.length > LIMITS.idempotencyKeyLengthMax || !/^[\x21-\x7e]+$/.test(key))
    throw new ProblemError(
      'invalidRequest',
      `An Idempotency-Key has 1 to ${LIMITS.idempotencyKeyLengthMax} visible ASCII characters.`,
    );
  return key;
};
