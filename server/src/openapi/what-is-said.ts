import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Said, StorefrontEnv } from '../access/storefront.ts';
import { isSafe } from '../access/ability-rules.ts';
import type { Operation, Operations } from '../operation.ts';
import type { Deps } from '../deps.ts';
import { StoreUnavailableError } from '../platform/store/store.ts';
import { patternOf } from '../platform/http/measure-requests.ts';
import { documentPath } from './make-document.ts';

/**
 * What a request of a shopper counts as: a write, unless its operation says what else it is. One that no operation
 * describes is a write too, so that none is forgotten. Taking something back is never too much (E10).
 */
export const whatIsSaid = (method: string, operation: Operation | undefined): Said => {
  if (isSafe(method) || method === 'DELETE') return 'nothing';
  const said = operation?.said;
  return typeof said === 'object' ? 'nothing' : (said ?? 'write');
};

/**
 * Notes what a request counts as, for whoever finds out whose it is. What the server could not do, and answers with 503,
 * was not said: it is to be sent again. Where nobody knows whether it was done, it counts.
 */
export const noteSaid = (deps: Pick<Deps, 'rates'>, operations: Operations) =>
  createMiddleware<StorefrontEnv>(async (c, next) => {
    c.set('countsAs', whatIsSaid(c.req.method, operationOf(operations, c)));
    await next();
    if (c.res.status === UNAVAILABLE && !isOutcomeUnknown(c.error)) deps.rates.unsay(c);
  });

const UNAVAILABLE = 503;

function isOutcomeUnknown(error: Error | undefined): boolean {
  return error instanceof StoreUnavailableError && error.isOutcomeUnknown;
}

function operationOf(operations: Operations, c: Context): Operation | undefined {
  return operations[`${c.req.method} ${documentPath(patternOf(c))}`];
}
