import type { Context } from 'hono';
import { isSafe } from './ability-rules.ts';
import type { Deps } from '../deps.ts';
import { ProblemError } from '../platform/http/problem.ts';

/**
 * Refuses what a page of somebody else made a browser send: anyone who comes with a cookie
 * and wants to change something must come from this house's own pages. Browsers say so
 * themselves with every such request
 * (https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html).
 *
 * @throws ProblemError originNotAllowed
 */
export const requireOwnOrigin = (deps: Pick<Deps, 'publicUrl'>, c: Context): void => {
  if (isSafe(c.req.method)) return;
  const origin = c.req.header('origin');
  const own = new URL(deps.publicUrl).origin;
  if (origin === own) return;
  const detail = `Open the console at ${own}; this came from ${origin ?? 'nowhere'}.`;
  throw new ProblemError('originNotAllowed', detail);
};
