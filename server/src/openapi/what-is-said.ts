import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { Said, StorefrontEnv } from '../access/storefront.ts';
import { isSafe } from '../access/ability-rules.ts';
import type { Operation, Operations } from '../operation.ts';
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

/** Notes what a request counts as, for whoever finds out whose it is. */
export const noteSaid = (operations: Operations) =>
  createMiddleware<StorefrontEnv>(async (c, next) => {
    c.set('countsAs', whatIsSaid(c.req.method, operationOf(operations, c)));
    return next();
  });

function operationOf(operations: Operations, c: Context): Operation | undefined {
  return operations[`${c.req.method} ${documentPath(patternOf(c))}`];
}
