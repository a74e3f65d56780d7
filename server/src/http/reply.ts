import type { Context } from 'hono';

/** Headers that a middleware wants in every answer of the request; it sets them as `headers`. */
export const saidByMiddleware = (c: Context): Readonly<Record<string, string>> =>
  (c.get('headers') as Readonly<Record<string, string>> | undefined) ?? {};

/**
 * Answers with JSON. The headers go out as one plain record, which the Node
 * adapter writes as it is; through `c.header` each answer would build a Headers
 * object first, a tenth of the time of a `GET /me`.
 */
export const replyJson = (
  c: Context,
  body: unknown,
  more: { status?: number; headers?: Readonly<Record<string, string>> } = {},
): Response =>
  new Response(JSON.stringify(body), {
    status: more.status ?? 200,
    headers: { 'Content-Type': 'application/json', ...saidByMiddleware(c), ...more.headers },
  });
