import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetchOutside, OutsideRefusedError } from './fetch-outside.ts';

const LIMITS = { bytesMax: 1000 };

describe('fetching what others name', () => {
  let server: Server;
  let base: string;
  beforeAll(async () => {
    server = createServer((request, answer) => {
      const path = request.url ?? '';
      if (path === '/small') answer.end('x'.repeat(1000));
      else if (path === '/large') answer.end('x'.repeat(1001));
      else if (path === '/endless')
        for (let at = 0; at < 50; at += 1) answer.write('x'.repeat(100));
      else if (path === '/away') answer.writeHead(302, { location: 'http://127.0.0.2/' }).end();
      else if (path === '/here') answer.writeHead(302, { location: '/small' }).end();
      else if (path === '/round') answer.writeHead(302, { location: '/round' }).end();
      else answer.writeHead(path === '/tired' ? 503 : 404).end();
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
  const allowed = createFetchOutside({ allow: ['127.0.0.1'] });

  it.each([
    'https://127.0.0.1/',
    'https://localhost/',
    'https://10.1.2.3/',
    'https://192.168.0.1/',
    'https://169.254.169.254/latest/meta-data/',
    'https://0.0.0.0/',
    'https://100.64.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fe80::1]/',
    'https://[fc00::1]/',
    'http://93.184.215.14/',
    'ftp://93.184.215.14/',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    await expect(createFetchOutside()(url, LIMITS)).rejects.toBeInstanceOf(OutsideRefusedError);
  });

  it('takes what is small enough, to the byte, and is not kept busy by what is not', async () => {
    expect(await allowed(`${base}/small`, LIMITS)).toHaveLength(1000);
    await expect(allowed(`${base}/large`, LIMITS)).rejects.toBeInstanceOf(OutsideRefusedError);
    await expect(allowed(`${base}/endless`, LIMITS)).rejects.toBeInstanceOf(OutsideRefusedError);
  });

  it('follows within a host and to no other, and not for ever', async () => {
    expect(await allowed(`${base}/here`, LIMITS)).toHaveLength(1000);
    await expect(allowed(`${base}/away`, LIMITS)).rejects.toThrow('another host');
    await expect(allowed(`${base}/round`, LIMITS)).rejects.toThrow('on and on');
  });

  it('sets what may be tried again apart from what never comes', async () => {
    await expect(allowed(`${base}/none`, LIMITS)).rejects.toBeInstanceOf(OutsideRefusedError);
    await expect(allowed(`${base}/tired`, LIMITS)).rejects.not.toBeInstanceOf(OutsideRefusedError);
  });
});
