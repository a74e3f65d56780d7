import { isIP } from 'node:net';
import { readProxies } from './client-address.ts';

// https://www.iana.org/assignments/iana-ipv4-special-registry and the registry of IPv6: what people have at home and at work.
const INSIDE = readProxies(
  '127.0.0.0/8, 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 169.254.0.0/16, 100.64.0.0/10, ::1, fc00::/7, fe80::/10',
);

/**
 * Why an address that a merchant names cannot be called, as far as its text shows: it is no https, or an
 * address inside, and the operator has not allowed it. Names are resolved, and looked at, when they are called.
 */
export const insideFault = (address: string, allowed: readonly string[]): string | undefined => {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && allowed.length === 0)
    return 'It must begin with https://, unless the operator of the server allows addresses inside (ALLOWED_ADDRESSES).';
  const host = hostname.replace(/^\[|\]$/g, '');
  const kind = isIP(host);
  if (kind === 0) return undefined;
  const family = kind === 4 ? 'ipv4' : 'ipv6';
  if (!INSIDE.check(host, family)) return undefined;
  if (readProxies(allowed.join(',')).check(host, family)) return undefined;
  return `${host} is an address inside, and the operator of the server has not allowed it (ALLOWED_ADDRESSES).`;
};
