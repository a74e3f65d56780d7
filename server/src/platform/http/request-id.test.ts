import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

describe.each(ENGINES)('a request that fails on our side, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  const lines: string[] = [];
  beforeAll(async () => {
    const log = new Writable({
      write(line: Buffer, _, done) {
        lines.push(line.toString());
        done();
      },
    });
    test = await openTestStore();
    world = await openWorld(test.store, testProgram(), null, { logger: pino(log) });
  });
  afterAll(() => test.dispose());

  const fail = async (headers: Record<string, string> = {}): Promise<Response> => {
    // A store that is gone in the middle of it.
    const before = { ...world.deps.store };
    const broken = { read: () => Promise.reject(new Error('the disk is gone')) };
    Object.assign(world.deps.store, broken);
    try {
      return await world.merchant('GET', '/v1/shoppers/ada-lovelace', undefined, headers);
    } finally {
      Object.assign(world.deps.store, before);
    }
  };

  it('says by which name it is found in the log, which names nobody', async () => {
    const answer = await fail();
    expect(answer.status).toBe(500);
    const id = answer.headers.get('x-request-id') ?? '';
    expect(id).toMatch(/^\w{26}$/);
    expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(id) });
    const line = lines.find((one) => one.includes(id)) ?? '';
    expect(JSON.parse(line)).toMatchObject({ requestId: id, method: 'GET' });
    expect(lines.join('')).not.toContain('lovelace');
    expect(lines.join('')).not.toContain(world.keys.secretKey);
  });

  it('keeps the name the proxy in front has given it, unless that could tear a line', async () => {
    const named = await fail({ 'x-request-id': 'edge-0123456789' });
    expect(named.headers.get('x-request-id')).toBe('edge-0123456789');
    const torn = await fail({ 'x-request-id': 'a"b: c d e f g' });
    expect(torn.headers.get('x-request-id')).toMatch(/^\w{26}$/);
  });
});
