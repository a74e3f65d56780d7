import type { Context } from 'hono';

/**
 * Whether what is asked for is known already by this tag (`If-None-Match`, RFC 9110, 13.1.2): as
 * one of several, as a weak one, or as whatever there is.
 */
export const isKnown = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');
