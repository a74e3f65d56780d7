import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Metrics } from '../lib/metrics.ts';

/** The pattern of a request's path, never the path: that names people, and has tokens in it. */
export const patternOf = (c: Context): string =>
  matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none';

/**
 * Counts requests by what was asked and how it went. Of a real connection the answer is looked at
 * once it has left: to look at it here would make a whole `Response` of what is only its parts so
 * far, which took half of what a server can answer.
 */
export const measureRequests = (metrics: Metrics) =>
  createMiddleware<{ Bindings: Partial<HttpBindings> }>(async (c, next) => {
    const began = performance.now();
    const note = (status: number): void => {
      const labels = { route: patternOf(c), method: c.req.method, status: String(status) };
      metrics.request(labels, (performance.now() - began) / 1000);
    };
    const { outgoing } = c.env ?? {};
    if (outgoing === undefined) {
      await next();
      note(c.res.status);
      return;
    }
    outgoing.once('finish', () => note(outgoing.statusCode));
    await next();
  });
