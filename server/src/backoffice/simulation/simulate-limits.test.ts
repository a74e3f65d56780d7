import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulationInput } from '@okaeri/shared/simulation';
import { QueueFullError } from '../../platform/lib/turns.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';
import { SERVER_WORK_LIMITS } from '../../work-limits.ts';
import { simulateProgram, SIMULATIONS } from './simulate.ts';

const [{ openTestStore }] = ENGINES;
const PERIOD = { from: '2026-01-01T00:00:00Z', until: '2026-11-01T00:00:00Z' };

describe('simulations', () => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  const ask = (of: World, more: { signal?: AbortSignal; lines?: boolean } = {}) =>
    of.request('/v1/program/simulate', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${of.keys.secretKey}`,
        ...(more.lines === true && { accept: 'application/x-ndjson' }),
      },
      body: JSON.stringify({ ...PERIOD, document: testProgram() }),
      ...(more.signal && { signal: more.signal }),
    });

  it('run one at a time for each shop: others are refused, and taken after it', async () => {
    const asked = [ask(world), ask(world), ask(world, { lines: true })];
    const answers = await Promise.all(asked);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 503, 503]);
    for (const answer of answers.filter(({ status }) => status === 503))
      expect(await answer.json()).toMatchObject({
        code: 'busy',
        detail: expect.stringContaining('of this shop runs or waits already'),
      });
    expect((await ask(world)).status).toBe(200);
  });

  it('wait for their turn where a few shops ask, and one more is refused', async () => {
    const request = simulationInput.parse(PERIOD);
    const shop = await world.shop();
    const most = SIMULATIONS.atOnce + SIMULATIONS.waitingMax;
    const asked = Array.from({ length: most + 1 }, (_, i) =>
      simulateProgram(world.deps, { shop: { ...shop, id: `${i}` }, request }, () => undefined),
    );
    const ended = await Promise.allSettled(asked);
    // None of these shops exists: a request that had a turn failed for that.
    const wasRefused = ended.map((one) => 'reason' in one && one.reason instanceof QueueFullError);
    expect(wasRefused).toEqual([...Array.from({ length: most }, () => false), true]);
  });

  it('are ended when they take too long, which is said with what to do, and the next is taken', async () => {
    const workLimits = { ...SERVER_WORK_LIMITS, simulateMs: 1 };
    const hasty = await openWorld(test.store, testProgram(), null, { workLimits });
    for (const lines of [false, true]) {
      const answer = await ask(hasty, { lines });
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({
        code: 'tookTooLong',
        detail: 'It took longer than 0.001 seconds: choose a shorter period. Nothing was changed.',
      });
    }
    expect((await ask(world)).status).toBe(200);
  });

  it('are ended when the client has gone, or the server stops', async () => {
    const client = new AbortController();
    const running = ask(world, { signal: client.signal });
    client.abort();
    expect((await running).status).toBe(503);
    const stopping = await openWorld(test.store, testProgram());
    const waiting = ask(stopping);
    const stopped = stopping.deps.underWay.stop();
    expect(await (await waiting).json()).toMatchObject({ code: 'busy' });
    await stopped;
    expect((await ask(world)).status).toBe(200);
  });
});
