import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';
import { FORM_PARTS_MAX } from './read-form.ts';

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

  it('are taken with as many parts as a form may have, and refused with one more', async () => {
    const others = part('x', '').repeat(FORM_PARTS_MAX - 1);
    expect(await send(`${file}${others}--b--\r\n`)).toMatchObject({ status: 200 });
    const refused = await send(`${file}${others}${part('x', '')}--b--\r\n`);
    expect(refused).toEqual({
      status: 400,
      detail: `A form may have ${FORM_PARTS_MAX} parts at most.`,
    });
  });

  it('are refused without a file, without an end, and as something else', async () => {
    for (const body of [`${part('x', '')}--b--\r\n`, file, 'nothing of the kind'])
      expect((await send(body)).status).toBe(400);
  });
});
