import type { BlockList } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { clientAddress, networkOf } from '../lib/client-address.ts';

interface Proxies {
  readonly trustedProxies: BlockList;
}

/** Where requests without a connection come from: those of the process itself. */
const LOCAL = 'local';

/** Where a request comes from, as far as it can be counted: an IPv4 address, or an IPv6 network of 64 bits. */
export const addressOf = (deps: Proxies, c: Context): string => {
  const connection = connectionOf(c);
  if (connection === undefined) return LOCAL;
  return countedAddress(deps, connection, c.req.header('x-forwarded-for'));
};

/** The same of a connection and what a proxy says of it. */
export const countedAddress = (
  { trustedProxies }: Proxies,
  connection: string,
  forwardedFor: string | undefined,
): string => networkOf(clientAddress(connection, forwardedFor, trustedProxies));

/** Whether somebody forwards requests of others whose word is not taken: a proxy nobody has named, perhaps. */
export const isBehindUnknownProxy = (deps: Proxies, c: Context): boolean => {
  const connection = connectionOf(c);
  const forwardedFor = c.req.header('x-forwarded-for');
  if (connection === undefined || forwardedFor === undefined) return false;
  return addressOf(deps, c) === networkOf(connection);
};

function connectionOf(c: Context): string | undefined {
  try {
    return getConnInfo(c).remote.address;
  } catch {
    return undefined;
  }
}
