import { describe, expect, it } from 'vitest';
import { clientAddress, networkOf, readProxies } from './client-address.ts';

const NONE = readProxies('');
const ONE = readProxies('10.0.0.1');
const NET = readProxies('10.0.0.0/8, fd00::/8');

describe('where a request comes from', () => {
  it.each([
    ['203.0.113.9', undefined, NONE, '203.0.113.9'],
    ['203.0.113.9', '1.1.1.1', NONE, '203.0.113.9'],
    ['::ffff:203.0.113.9', undefined, NONE, '203.0.113.9'],
    // A proxy that is trusted says who it was.
    ['10.0.0.1', '198.51.100.7', ONE, '198.51.100.7'],
    ['::ffff:10.0.0.1', '198.51.100.7', ONE, '198.51.100.7'],
    // What stands before it is somebody's word.
    ['10.0.0.1', '1.1.1.1, 198.51.100.7', ONE, '198.51.100.7'],
    ['10.0.0.1', '1.1.1.1, 198.51.100.7, 10.2.3.4', NET, '198.51.100.7'],
    ['fd00::1', '2001:db8::9', NET, '2001:db8::9'],
    ['10.0.0.1', undefined, ONE, '10.0.0.1'],
    ['10.0.0.1', 'nonsense', ONE, '10.0.0.1'],
    ['10.0.0.1', '198.51.100.7:4711', ONE, '10.0.0.1'],
    ['10.0.0.1', '6.6.6.6, nonsense, 10.0.0.3', NET, '10.0.0.3'],
    ['10.0.0.2', '198.51.100.7', ONE, '10.0.0.2'],
  ])('%s with %s is %#', (connection, forwarded, trusted, address) => {
    expect(clientAddress(connection, forwarded, trusted)).toBe(address);
  });

  it('says which of the proxies is none', () => {
    expect(() => readProxies('10.0.0.1, proxy.example')).toThrow(/proxy\.example/);
  });
});

describe('what an address is counted by', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
    ['2001:db8::9', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});
