import { subscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
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
    const outgoing = c.env?.outgoing;
    if (outgoing !== undefined) noteWhenSent(outgoing, note);
    await next();
    if (outgoing === undefined) note(c.res.status);
  });

/** Has an answer's status noted once it has left; what was to note it before is forgotten. */
export const noteWhenSent = (
  outgoing: ServerResponse & Noted,
  note: (status: number) => void,
): void => {
  outgoing[NOTE] = note;
};

// A listener on each answer costs more than everything that is noted, and a WeakMap more than that:
// Node tells of all answers here, and each carries its own note
// (https://nodejs.org/api/diagnostics_channel.html#event-httpserverresponsefinish).
const NOTE = Symbol('what is noted of an answer that has left');
type Noted = Partial<Record<typeof NOTE, (status: number) => void>>;

subscribe('http.server.response.finish', (message) => {
  const { response } = message as { response: ServerResponse & Noted };
  response[NOTE]?.(response.statusCode);
});
