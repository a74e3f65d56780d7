import { createMiddleware } from 'hono/factory';
import { ProblemError } from './problem.ts';

/** Refuses a path that is no UTF-8: nothing of ours is called so, and no part of it can be read. */
export const requireReadablePath = createMiddleware((c, next) => {
  // Hono has decoded what it could; what is left of percent signs stands for others, or for nothing.
  if (c.req.path.includes('%') && !isReadable(c.req.path))
    throw new ProblemError('invalidRequest', 'The path is not percent-encoded UTF-8.');
  return next();
});

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
