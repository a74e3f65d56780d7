import { setTimeout as wait } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { encrypt } from '../access/encrypt.ts';
import { addToOutbox } from '../platform/outbox/add-row.ts';
import { LANE_WIDTH } from '../platform/outbox/lane-rules.ts';
import { findExisting } from '../loyalty/shoppers/lock-shopper.ts';
import { rows, textArg } from '../platform/store/statement.ts';
import { actsOf } from '../testing/acts.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { startMailServer, type MailServer } from '../testing/mail-server.ts';
import { anOrder } from '../testing/order-states.ts';
import { freePort } from '../testing/postgres-server.ts';
import { startServer, type ServerProcess } from '../testing/server-process.ts';
import { openWorld, type World } from '../testing/world.ts';

/** More codes than leave at once: some are under way when the server is stopped, and some are not begun. */
const BEGUN = LANE_WIDTH.awaited;
const CODES = BEGUN + 2;
/** Above the ten seconds a server may take to end, and what a busy machine takes beside. */
const ENDED_WITHIN_MS = 30_000;

const selectAll = rows<{ shopId: string }>()('testOutbox', (db, t) =>
  db
    .select()
    .from(t.outbox)
    .where(eq(t.outbox.shopId, textArg('shopId'))),
);

describe.each(ENGINES)('a server that is stopped while a job runs, on $engine', (engine) => {
  let test: TestStore;
  let world: World;
  let mail: MailServer;
  let server: ServerProcess;
  let answer: () => void;

  beforeAll(async () => {
    test = await engine.openTestStore();
  });
  afterAll(() => test.dispose());

  beforeEach(async () => {
    mail = await startMailServer();
    world = await openWorld(test.store);
    const { deps } = world;
    await actsOf(world).put('1', anOrder({ shopper: { id: 'ada', email: 'ada@shop.example' } }));
    const ada = { shopId: world.keys.shopId, externalId: 'ada' };
    const shopper = await deps.store.read((tx) => findExisting(tx, ada));
    const shopperId = shopper?.id ?? '';
    const sealedCode = encrypt(deps.secretKey, '123456', shopperId);
    const shop = await world.shop();
    await deps.store.write(async (tx) => {
      for (let code = 0; code < CODES; code += 1)
        await addToOutbox(deps, tx, {
          shop,
          id: `code ${code}`,
          payload: { kind: 'addressCode', shopperId, sealedCode },
          dueAt: code + 1,
        });
    });
    answer = mail.hold();
    server = await startServer({
      databaseUrl: test.url,
      port: await freePort(),
      secretKey: deps.secretKey,
      env: { SMTP_URL: mail.url, MAIL_FROM: 'okaeri@shop.example' },
    });
    while (mail.mails.length < BEGUN) await wait(20);
  });

  afterEach(async () => {
    answer();
    await server.kill();
    await mail.stop();
  });

  const states = async (): Promise<string[]> => {
    const { shopId } = world.keys;
    const found = await test.store.read((tx) => tx.run(selectAll, { shopId }));
    return found.map(({ state }) => state).toSorted();
  };

  it('ends in order: what was begun is written, and what was not begun waits', async () => {
    const ended = server.stop();
    // It must wait for the mail server's answer; what it does not wait for would be lost by now.
    await wait(200);
    answer();
    expect(await ended).toBe(0);
    const sent = Array.from({ length: BEGUN }, () => 'sent');
    expect(await states()).toEqual([...sent, 'waiting', 'waiting']);
  });

  it('does not wait longer than it may for one that hangs, and loses nothing', async () => {
    const began = performance.now();
    expect(await server.stop()).toBe(1);
    expect(performance.now() - began).toBeLessThan(ENDED_WITHIN_MS);
    expect(await states()).toEqual(Array.from({ length: CODES }, () => 'waiting'));
  });
});
