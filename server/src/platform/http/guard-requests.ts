import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Deps } from '../../deps.ts';
import { limitAddress } from './limit-addresses.ts';
import { limitBody } from './limit-bodies.ts';
import { requireReadablePath } from './readable-path.ts';
import { completeAnswer } from './reply.ts';

/**
 * What every request passes, in and out. It is one middleware, as each takes about one percent of the
 * time of a `GET /me`.
 *
 * @param takesBody whether the operation of a request reads a body
 */
export const guardRequests = (deps: Pick<Deps, 'rates'>, takesBody: (c: Context) => boolean) =>
  createMiddleware<{ Bindings: Partial<HttpBindings> }>(async (c, next) => {
    await limitBody(c, takesBody, () => {
      limitAddress(deps, c);
      requireReadablePath(c);
      return next();
    });
    completeAnswer(c);
  });
