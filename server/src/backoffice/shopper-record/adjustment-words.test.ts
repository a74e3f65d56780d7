import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MerchantTransaction, Page, Transaction } from '@okaeri/shared/ledger';
import type { Act } from '@okaeri/shared/team';
import { actsOf, plainProgram } from '../../testing/acts.ts';
import { firstOwner, type Browser } from '../../testing/console.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

const WORDS = { reason: 'Sorry for the delay', note: 'Called on Monday' };

describe.each(ENGINES)('the words of an adjustment, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    await actsOf(world).me('ada');
    owner = await firstOwner(world);
    const key = { 'idempotency-key': 'by-hand' };
    const body = { points: 500, ...WORDS };
    const done = await owner.send('POST', '/v1/shoppers/ada/adjustments', body, key);
    expect(done.status).toBe(201);
    await world.merchant(
      'POST',
      '/v1/shoppers/ada/adjustments',
      { points: -20, reason: 'Counted twice' },
      { 'idempotency-key': 'by-backend' },
    );
  });
  afterAll(() => test.dispose());

  const asked = async <T>(sent: Promise<Response>): Promise<T> => (await sent).json() as Promise<T>;

  it('show the merchant why, what was noted, and who did it', async () => {
    const path = '/v1/shoppers/ada/transactions';
    const { items } = await asked<Page<MerchantTransaction>>(world.merchant('GET', path));
    expect(items).toMatchObject([
      { points: -20, label: 'Counted twice', reason: 'Counted twice', note: null, by: null },
      { points: 500, label: WORDS.reason, ...WORDS, by: 'owner' },
    ]);
  });

  it('show the shopper why, in their history and in what they take along, and no more', async () => {
    const token = await world.token('ada');
    const history = await asked<Page<Transaction>>(
      world.storefront('GET', '/me/transactions', { token }),
    );
    const mine = await asked<{ transactions: Transaction[] }>(
      world.storefront('GET', '/me/export', { token }),
    );
    const theirs = await asked<{ transactions: Transaction[] }>(
      world.merchant('GET', '/v1/shoppers/ada/export'),
    );
    for (const rows of [history.items, mine.transactions, theirs.transactions]) {
      expect(rows.at(-1)).toMatchObject({ label: WORDS.reason, reason: WORDS.reason });
      expect(JSON.stringify(rows)).not.toContain(WORDS.note);
      expect(rows.at(-1)).not.toHaveProperty('by');
    }
  });

  it('stand in the log with the points, and nowhere once the shopper is erased', async () => {
    const line = async (): Promise<Act | undefined> => {
      const { items } = await asked<Page<Act>>(owner.send('GET', '/v1/acts'));
      return items.find(({ operation }) => operation.endsWith('/adjustments'));
    };
    expect(await line()).toMatchObject({
      subject: 'ada',
      adjustment: { points: 500, note: WORDS.note },
    });
    await world.merchant('DELETE', '/v1/shoppers/ada');
    expect(await line()).toMatchObject({ subject: null, adjustment: { points: 500, note: null } });
    const file = await owner.send('GET', '/v1/shop/export');
    const text = await file.text();
    expect(text).toContain('"adjustments"');
    for (const words of [WORDS.reason, WORDS.note, 'Counted twice'])
      expect(text).not.toContain(words);
  });
});
