import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Metrics } from '../lib/metrics.ts';

/**
 * Counts requests by the pattern of their path, never by the path: that names people, and would
 * make a series for each.
 */
export const measureRequests = (metrics: Metrics) =>
  createMiddleware(async (c, next) => {
    const began = performance.now();
    await next();
    const route = matchedRoutes(c).findLast(({ method }) => method !== 'ALL')?.path ?? 'none';
    const labels = { route, method: c.req.method, status: String(c.res.status) };
    metrics.request(labels, (performance.now() - began) / 1000);
  });
