import { createMiddleware } from 'hono/factory';
import type { Deps } from '../../deps.ts';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

/**
 * One address reads our public pages so many times a minute, whichever they are. What a page sends is not counted among
 * them: the one click of mail programs comes from few addresses for all their readers, and a no is never refused.
 *
 * @throws ProblemError tooManyRequests
 */
export const limitPageReads = (deps: Pick<Deps, 'rates'>) =>
  createMiddleware(async (c, next) => {
    if (READS.has(c.req.method)) deps.rates.byPageRead(c);
    await next();
  });
