import type { Context } from 'hono';

/**
 * Whether what is asked for is known already by this tag (`If-None-Match`, RFC 9110, 13.1.2): as
 * one of several, as a weak one, or as whatever there is.
 */
export const isKnown = (c: Context, etag: string): boolean =>
  isAmong(c.req.header('if-none-match'), etag);

/** The same of the header itself. Tags are compared by what they are of, weak or not. */
export const isAmong = (ifNoneMatch: string | undefined, etag: string): boolean =>
  ifNoneMatch !== undefined &&
  ifNoneMatch
    .split(',')
    .map(plain)
    .some((tag) => tag === plain(etag) || tag === '*');

function plain(tag: string): string {
  return tag.trim().replace(/^W\//, '');
}
