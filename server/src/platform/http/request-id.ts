import type { Context } from 'hono';
import { newId } from '../lib/ids.ts';

/** What a proxy in front may call a request: nothing that could tear a line of the log. */
const ID = /^[\w-]{8,64}$/;

/** The header by which a request is found again in the log. */
export const REQUEST_ID_HEADER = 'X-Request-Id';

/** What a request is called: as the proxy in front has called it, else by a name of our own. */
export const requestIdOf = (c: Context): string => {
  const given = c.req.header(REQUEST_ID_HEADER) ?? '';
  return ID.test(given) ? given : newId();
};
