import type { Context } from 'hono';
import { isSafe } from '../access/ability-rules.ts';
import { patternOf } from '../platform/http/measure-requests.ts';
import { takenBy } from '../platform/http/typed.ts';
import type { Operations } from '../operation.ts';
import { documentPath } from './make-document.ts';

interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: object;
}

/**
 * Whether the operation of a request takes a body, as the API's document says. What is not written down
 * there (pages, signing in) is taken to.
 *
 * @param routes all routes of the app, asked for once the first request comes
 */
export const bodyTaking = (
  operations: Operations,
  routes: () => readonly ListedRoute[],
): ((c: Context) => boolean) => {
  let without: ReadonlySet<string> | undefined;
  return (c) => {
    without ??= operationsWithoutBody(operations, routes());
    const pattern = patternOf(c);
    const { method } = c.req;
    return !isSafe(method) && !without.has(`${method} ${documentPath(pattern)}`);
  };
};

function operationsWithoutBody(
  operations: Operations,
  routes: readonly ListedRoute[],
): ReadonlySet<string> {
  const taking = new Set(
    routes
      .filter(({ handler }) => takenBy(handler).body !== undefined)
      .map(({ method, path }) => `${method} ${documentPath(path)}`),
  );
  return new Set(
    Object.entries(operations)
      .filter(([name, operation]) => operation.body === undefined && !taking.has(name))
      .map(([name]) => name),
  );
}
