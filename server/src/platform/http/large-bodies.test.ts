import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SIGN_IN_STEPS } from '../../access/auth-routes.ts';
import { AUTH_PATH } from '../../access/sign-in.ts';
import { LIMITS } from '@okaeri/shared/limits';
import { OPERATIONS } from '../../compose-areas.ts';
import { sendEndlessBody, type EndlessAnswer } from '../../testing/endless-body.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { serveWorld } from '../../testing/serve-app.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

/** What is sent at most: it must never be taken. */
const SENT_BYTES = 600_000_000;
/** What may be read of it: the largest body of any kind aside, one body and what lingers. */
const READ_BYTES_MAX = 2 * 1_048_576;

/** Operations that take files of people who are known, whose limits are their own. */
const LARGER: Readonly<Record<string, number>> = {
  'POST /v1/reviews/imports': LIMITS.importBytesMax,
  'POST /v1/reviews/imports/preview': LIMITS.importBytesMax,
  'POST /v1/balances/imports': LIMITS.importBytesMax,
  'POST /v1/balances/imports/preview': LIMITS.importBytesMax,
  'POST /v1/surveys/{surveyId}/imports': LIMITS.importBytesMax,
  'POST /v1/surveys/{surveyId}/imports/preview': LIMITS.importBytesMax,
  'POST /v1/pictures': LIMITS.photoBytesMax,
  'POST /storefront/v1/{publicKey}/me/reviews/photos': LIMITS.photoBytesMax,
};

const [SQLITE] = ENGINES;

describe('bodies of 600 MB sent in chunks', () => {
  let test: TestStore;
  let world: World;
  let server: Server;
  let url: string;
  let close: () => Promise<void>;
  let token: string;
  const sockets: Socket[] = [];
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
    world = await openWorld(test.store, testProgram());
    ({ url, server, close } = await serveWorld(world));
    server.on('connection', (socket: Socket) => sockets.push(socket));
    token = await world.token('flooding');
  });
  afterAll(async () => {
    await close();
    await test.dispose();
  });

  const send = async (
    name: string,
    headers: Record<string, string> = {},
  ): Promise<EndlessAnswer & { readBytes: number }> => {
    const [method = '', pattern = ''] = name.split(' ');
    const path = pattern.replace('{publicKey}', world.keys.publicKey).replaceAll(/\{\w+\}/g, 'x');
    sockets.length = 0;
    const bytesMax = SENT_BYTES;
    const answer = await sendEndlessBody(url + path, { method, headers, bytesMax });
    return { ...answer, readBytes: Math.max(...sockets.map(({ bytesRead }) => bytesRead)) };
  };

  const keyed = (name: string): Record<string, string> => {
    const common = {
      'Content-Type': 'application/json',
      'Idempotency-Key': 'k',
      'If-Match': '"1"',
    };
    if (name.includes(' /storefront/')) return { ...common, Authorization: `Bearer ${token}` };
    return { ...common, Authorization: `Bearer ${world.keys.secretKey}` };
  };

  it.each(Object.keys(OPERATIONS))('are refused by %s after its limit', async (name) => {
    const answer = await send(name, keyed(name));
    const [, path = ''] = name.split(' ');
    // Not a key's to do: it is refused before anything is read.
    const isRefusedBefore = [401, 403, 404].includes(answer.status) && path.startsWith('/v1/');
    expect(isRefusedBefore ? 413 : answer.status, `${answer.code}`).toBe(413);
    expect(answer.readBytes).toBeLessThan((LARGER[name] ?? 0) + READ_BYTES_MAX);
  });

  it('are refused to callers without credentials, with no more read', async () => {
    const open = Object.keys(OPERATIONS).filter((name) => OPERATIONS[name]?.open === true);
    expect(open.length).toBeGreaterThan(10);
    for (const name of open) {
      const answer = await send(name, { Origin: new URL(world.deps.publicUrl).origin });
      expect([name, answer.status]).toEqual([name, 413]);
      expect(answer.readBytes).toBeLessThan((LARGER[name] ?? 0) + READ_BYTES_MAX);
    }
  });

  it('are refused at every step of signing in', async () => {
    const steps = [...SIGN_IN_STEPS].filter((step) => step.startsWith('POST '));
    expect(steps.length).toBeGreaterThan(10);
    for (const step of steps) {
      const name = step.replace(' ', ` ${AUTH_PATH}`);
      const answer = await send(name, { Origin: new URL(world.deps.publicUrl).origin });
      expect([name, answer.status]).toEqual([name, 413]);
      expect(answer.readBytes).toBeLessThan(READ_BYTES_MAX);
    }
  });
});
