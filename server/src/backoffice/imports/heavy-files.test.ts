import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '@okaeri/shared/errors';
import { LIMITS } from '@okaeri/shared/limits';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { serveWorld } from '../../testing/serve-app.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { COMMAND_WORK_LIMITS, SERVER_WORK_LIMITS } from '../../work-limits.ts';

const [{ openTestStore }] = ENGINES;
const MEGA = LIMITS.importBytesMax;
/** Far more than a turn of the event loop takes, and far less than any of these files did on it. */
const DELAY_MAX_MS = 3000;
/** What is refused, not how fast: beside other work a file took more than the minute a server gives it. */
const PATIENT = { ...SERVER_WORK_LIMITS, readFileMs: COMMAND_WORK_LIMITS.readFileMs };
/** What a test process may have more of after a file of twenty megabytes. */
const LEFT_MAX_BYTES = 10_000_000;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** A form as it is on the wire: nothing is made of it while it is sent. */
const formOf = (file: string): { body: Buffer<ArrayBuffer>; type: string } => {
  const head = '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n';
  const body = Buffer.from(`${head}${file}\r\n--edge--\r\n`);
  return { body, type: 'multipart/form-data; boundary=edge' };
};

describe('files made to keep a server busy', () => {
  let test: TestStore;
  let world: World;
  let server: Awaited<ReturnType<typeof serveWorld>>;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, undefined, null, { workLimits: PATIENT });
    server = await serveWorld(world);
  });
  afterAll(async () => {
    await server.close();
    await test.dispose();
  });

  const send = (path: string, form: ReturnType<typeof formOf>): Promise<Response> =>
    fetch(`${server.url}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${world.keys.secretKey}`, 'content-type': form.type },
      body: form.body,
    });

  /** Sends a form, and asks all the while whether the server is well. */
  const watch = async (path: string, form: ReturnType<typeof formOf>) => {
    const delay = monitorEventLoopDelay({ resolution: 10 });
    delay.enable();
    const seen = { isOver: false, healthy: 0 };
    const sent = send(path, form).finally(() => {
      seen.isOver = true;
    });
    while (!seen.isOver) {
      await fetch(`${server.url}/healthz`);
      seen.healthy += 1;
    }
    const answer = await sent;
    delay.disable();
    return { answer, healthy: seen.healthy, delayMs: delay.max / 1e6 };
  };

  it.each([
    ['/v1/balances/imports', 'commas', () => `email,points\n${','.repeat(MEGA - 13)}`],
    ['/v1/reviews/imports', 'names of one letter', () => 'a,'.repeat(MEGA / 2)],
    ['/v1/balances/imports', 'one cell', () => `email,points\n"${'x'.repeat(MEGA - 15)}"`],
    ['/v1/reviews/imports', 'quotes', () => '"'.repeat(MEGA)],
    ['/v1/balances/imports', 'line breaks', () => '\n'.repeat(MEGA)],
    ['/v1/reviews/imports', 'blanks', () => ' '.repeat(MEGA)],
    ['/v1/reviews/imports', 'one name many times', () => 'rating,'.repeat(50_000)],
  ])(
    'are refused by %s/preview while everybody else is answered: %s',
    async (path, _what, make) => {
      const form = formOf(make());
      const { answer, healthy, delayMs } = await watch(`${path}/preview`, form);
      expect(answer.status).toBe(422);
      expect(((await answer.json()) as Problem).code).toBe('importNotReadable');
      expect(healthy).toBeGreaterThan(2);
      expect(delayMs).toBeLessThan(DELAY_MAX_MS);
    },
  );

  it('are taken apart beside everybody else too: a form with a part in each line', async () => {
    const part = '--edge\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
    const body = Buffer.from(`${part.repeat(MEGA / part.length)}--edge--\r\n`);
    const form = { body, type: 'multipart/form-data; boundary=edge' };
    const { answer, delayMs } = await watch('/v1/balances/imports/preview', form);
    expect(answer.status).toBe(400);
    expect(delayMs).toBeLessThan(DELAY_MAX_MS);
  });

  it('leave nothing in memory', async () => {
    const form = formOf(`email,points\n${','.repeat(MEGA - 13)}`);
    collectGarbage();
    const before = process.memoryUsage();
    await (await send('/v1/balances/imports/preview', form)).text();
    const left = (): number => {
      collectGarbage();
      const after = process.memoryUsage();
      return Math.max(after.arrayBuffers - before.arrayBuffers, after.heapUsed - before.heapUsed);
    };
    // Sockets and workers let go of what they had some turns later.
    await expect.poll(left, { timeout: 10_000, interval: 100 }).toBeLessThan(LEFT_MAX_BYTES);
  });
});
