import { createServer, type Server } from 'node:http';
import type { AddressInfo, LookupFunction } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCallOutside } from './call-outside.ts';
import { OutsideRefusedError } from './fetch-outside.ts';

const CALL = { method: 'POST', body: '{}', timeoutMs: 1000, bytesMax: 100 } as const;

describe('calling what others name', () => {
  let server: Server;
  let base: string;
  let heard = 0;
  beforeAll(async () => {
    server = createServer((request, answer) => {
      heard += 1;
      if (request.url === '/away') answer.writeHead(302, { location: '/here' }).end();
      else if (request.url === '/long') answer.end('x'.repeat(1000));
      else if (request.url === '/slow') return;
      else request.on('data', () => undefined).on('end', () => answer.writeHead(201).end('made'));
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const allowed = createCallOutside({ allow: ['127.0.0.1'] });

  it.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://10.1.2.3/',
    'https://172.16.0.1/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0.0.0.0/',
    'https://100.64.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'http://192.0.2.1/',
  ])('refuses %s', async (url) => {
    await expect(createCallOutside()({ ...CALL, url })).rejects.toBeInstanceOf(OutsideRefusedError);
  });

  it('is not led inside by a name that resolves anew (rebinding)', async () => {
    // An address that is let through when it is first asked for, and another of this machine ever after.
    const resolved: string[] = [];
    const lookup: LookupFunction = (_name, options, answer) => {
      const address = resolved.length === 0 ? '127.0.0.2' : '127.0.0.1';
      resolved.push(address);
      if (options.all === true) answer(null, [{ address, family: 4 }]);
      else answer(null, address, 4);
    };
    const before = heard;
    const call = createCallOutside({ allow: ['127.0.0.2'], lookup });
    const { port } = new URL(base);
    const url = `https://rebinding.example:${port}/`;
    for (let time = 0; time < 3; time += 1)
      await expect(call({ ...CALL, url, timeoutMs: 300 })).rejects.toThrow();
    // Each request looks once, and connects to nothing but what it has seen.
    expect(resolved).toEqual(['127.0.0.2', '127.0.0.1', '127.0.0.1']);
    await expect(call({ ...CALL, url })).rejects.toBeInstanceOf(OutsideRefusedError);
    expect(heard).toBe(before);
  });

  it('sends and reads, follows nothing, and reads no further than it should', async () => {
    expect(await allowed({ ...CALL, url: base })).toMatchObject({ status: 201, body: 'made' });
    const before = heard;
    expect((await allowed({ ...CALL, url: `${base}/away` })).status).toBe(302);
    expect(heard).toBe(before + 1);
    expect((await allowed({ ...CALL, url: `${base}/long` })).body).toHaveLength(100);
  });

  it('does not wait for ever', async () => {
    await expect(allowed({ ...CALL, url: `${base}/slow`, timeoutMs: 100 })).rejects.toThrow();
  });
});
