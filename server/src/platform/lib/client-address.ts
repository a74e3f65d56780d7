import { BlockList, isIP } from 'node:net';

/**
 * Reads addresses and networks: `10.0.0.1, 10.0.0.0/8, fd00::/8`.
 *
 * @throws Error that names what is neither
 */
export const readProxies = (text: string): BlockList => {
  const list = new BlockList();
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [address = '', bits] = part.split('/');
    const kind = isIP(address);
    if (kind === 0) throw new Error(`"${part}" is no address and no network`);
    const family = kind === 4 ? 'ipv4' : 'ipv6';
    if (bits === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(bits), family);
  }
  return list;
};

/**
 * Where a request comes from. A proxy's word is taken only where the proxy is trusted: from the
 * connection backwards, the first address that is none of them. What stands before it in
 * `X-Forwarded-For`, anybody may have written.
 */
export const clientAddress = (
  connection: string,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string => {
  let address = plain(connection);
  if (forwardedFor === undefined) return address;
  const hops = forwardedFor.split(',').map((one) => plain(one.trim()));
  while (isTrusted(trusted, address)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    address = next;
  }
  return address;
};

const IPV6_GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * What an address is counted by: an IPv4 address is one, and of IPv6 the network of 64 bits, as whoever
 * has one address there has all of them (RFC 6177).
 */
export const networkOf = (address: string): string => {
  const one = plain(address);
  if (isIP(one) !== 6) return one;
  const [head = '', tail] = (one.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, IPV6_GROUPS - groups.length - after.length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...after];
  const network = whole.slice(0, NETWORK_GROUPS).map((group) => Number.parseInt(group, 16));
  return `${network.map((group) => group.toString(16)).join(':')}::/64`;
};

// IPv4 as a socket for both kinds writes it (RFC 4291, section 2.5.5.2).
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '');
}

function isTrusted(trusted: BlockList, address: string): boolean {
  const kind = isIP(address);
  return kind !== 0 && trusted.check(address, kind === 4 ? 'ipv4' : 'ipv6');
}
