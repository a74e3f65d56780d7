import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

const [SQLITE] = ENGINES;

describe('forms with a file', () => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  const send = async (body: string): Promise<{ status: number; detail: string }> => {
    const headers = { 'content-type': 'multipart/form-data; boundary="b"' };
    const answer = await world.merchant('POST', '/v1/balances/imports/preview', body, headers);
    const { detail = '' } = (await answer.json()) as { detail?: string };
    return { status: answer.status, detail };
  };
  const part = (name: string, text: string): string =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${name === 'file' ? '; filename="f"' : ''}\r\n\r\n${text}\r\n`;
  const file = part('file', 'email,points\nmika@shop.example,5\n');

  it('are taken apart whatever else is in them: a hundred thousand parts hold nobody up', async () => {
    const others = part('x', '').repeat(100_000);
    const watching = monitorEventLoopDelay({ resolution: 10 });
    watching.enable();
    expect(await send(`${file}${others}--b--\r\n`)).toMatchObject({ status: 200 });
    watching.disable();
    expect(watching.max / 1e6).toBeLessThan(1000);
  });

  it('are refused without a file, without an end, and as something else', async () => {
    for (const body of [`${part('x', '')}--b--\r\n`, file, 'nothing of the kind'])
      expect((await send(body)).status).toBe(400);
  });
});
