import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainProgram } from '../../testing/acts.ts';
import { behind } from '../../testing/behind.ts';
import { firstOwner, type Browser } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { platformActsOf, type PlatformActs } from '../../testing/platform-acts.ts';
import { orderOf, sampleText } from '../../testing/shopify-payloads.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { MESSAGES_READ_MAX } from './forget-messages.ts';

const SAMPLES = JSON.parse(sampleText('customers')) as Record<string, Record<string, unknown>>;
const ANN = { id: 77, email: 'ann@example.com', first_name: 'Ann' };
const LATER = '2026-11-23T10:00:00Z';

describe.each(ENGINES)('what a platform says of a person who was erased, on $engine', (engine) => {
  let test: TestStore;
  let world: World;
  let acts: PlatformActs;
  let owner: Browser;
  beforeAll(async () => {
    test = await engine.openTestStore();
    world = await openWorld(test.store, plainProgram());
    owner = await firstOwner(world);
    acts = platformActsOf(world);
    await acts.connect({ clientId: null });
    await tellOrder(1, '3.00');
    await acts.tell('customers/update', { ...ANN, updated_at: '2026-11-01T10:00:00Z' });
    // One of them fails: it is not what its topic says.
    await acts.tell('customers/update', { ...ANN, updated_at: 'yesterday' });
    await erase();
  });
  afterAll(() => test.dispose());

  const tellOrder = (id: number, price: string, change: object = {}): Promise<void> =>
    acts.tell('orders/updated', orderOf([{ id: 1, price }], { id, customer: ANN, ...change }));
  const erase = async (): Promise<void> => {
    expect((await owner.send('DELETE', '/v1/shoppers/77')).status).toBe(204);
  };
  const rows = (select: string): Promise<unknown[]> => behind(test.url, `select ${select}`);
  const kept = (): Promise<unknown[]> =>
    rows(
      "topic, subject from inbox where body <> '' or (topic like 'customer%' and subject = '77')",
    );

  it('is taken out of what came before: words, and whom it was about', async () => {
    expect(await kept()).toEqual([]);
    expect(await rows('id from platform_customers')).toEqual([]);
  });

  it('is not written down where it comes later, and is kept by nothing that fails', async () => {
    await tellOrder(1, '3.00', { updated_at: LATER });
    await acts.tell('customers/update', { ...ANN, updated_at: LATER });
    await tellOrder(2, 'x');
    await acts.tell('customers/update', { ...ANN, updated_at: 'tomorrow' });
    const failed = await acts.messages('failed');
    expect(failed.map(({ topic }) => topic)).toContain('orders/updated');
    expect(await kept()).toEqual([]);
    expect(await rows('id from platform_customers')).toEqual([]);
  });

  it('still is kept of others, to be tried again', async () => {
    const other = { id: 78, email: 'joann@example.com' };
    await acts.tell('orders/updated', orderOf([{ id: 1, price: 'x' }], { id: 3, customer: other }));
    expect(await kept()).toHaveLength(1);
  });

  it('is read for one person up to a number of messages: what failed before is emptied', async () => {
    const { shopId } = world.keys;
    // Ids behind all that were given so far: they count as newer.
    const fail = (from: number, to: number): Promise<unknown> =>
      behind(
        test.url,
        `insert into inbox (shop_id, id, platform, topic, body, state, received_at) with recursive n(i) as (select ${from} union all select i + 1 from n where i < ${to}) select '${shopId}', 'z' || cast(i as text), 'shopify', 'orders/updated', '{}', 'failed', 1 from n`,
      );
    const joann = "id from inbox where body like '%joann@example.com%'";
    await fail(1, MESSAGES_READ_MAX - 1);
    await erase();
    expect(await rows(joann)).toHaveLength(1);
    await fail(MESSAGES_READ_MAX, MESSAGES_READ_MAX);
    await erase();
    expect(await rows(joann)).toEqual([]);
    expect(await rows("id from inbox where body = '{}'")).toHaveLength(MESSAGES_READ_MAX);
  });

  it('and the erasing itself are forgotten by erasing once more', async () => {
    await acts.tell('customers/data_request', {
      ...SAMPLES['customers/data_request'],
      customer: ANN,
    });
    await erase();
    expect(await rows("id from privacy_requests where subject = '77'")).toEqual([]);
    expect(await rows("operation from acts where subject = '77'")).toEqual([]);
  });
});
