import { describe, expect, it } from 'vitest';
import { insideFault } from './inside-rules.ts';

describe('an address that a merchant names', () => {
  it.each([
    ['https://shop.example', [], true],
    ['https://8.8.8.8', [], true],
    ['https://[2606:4700::1111]', [], true],
    ['http://shop.example', [], false],
    ['http://shop.example', ['10.0.0.5'], true],
    ['https://127.0.0.1', [], false],
    ['https://127.0.0.1', ['127.0.0.1'], true],
    ['http://10.1.2.3:8080', ['10.0.0.0/8'], true],
    ['http://10.1.2.3', ['10.0.0.5'], false],
    ['https://192.168.1.4', [], false],
    ['https://172.32.0.1', [], true],
    ['https://172.31.255.255', [], false],
    ['https://[::1]', [], false],
    ['https://[fd00::1]', ['fd00::/8'], true],
  ])('%s, where %j is allowed, can be called: %s', (address, allowed, isFine) => {
    expect(insideFault(address, allowed) === undefined).toBe(isFine);
  });
});
