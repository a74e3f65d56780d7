import type { Context } from 'hono';
import { ProblemError } from './problem.ts';

/**
 * Refuses a path that is no UTF-8 or has U+0000 in it: nothing of ours is called so. The one cannot be
 * read, and PostgreSQL takes the other in no text, not even to look for it.
 *
 * @throws ProblemError invalidRequest
 */
export function requireReadablePath(c: Context): void {
  const path = decoded(c.req.path);
  if (path === undefined || path.includes('\0'))
    throw new ProblemError(
      'invalidRequest',
      'The path is not percent-encoded UTF-8 without U+0000.',
    );
}

/** Hono has decoded what it could; what is left of percent signs stands for others, or for nothing. */
function decoded(path: string): string | undefined {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
