import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from '@okaeri/shared/ledger';
import type { Act } from '@okaeri/shared/team';
import { actsOf, plainProgram } from '../testing/acts.ts';
import { firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';

describe.each(ENGINES)('the log, of looks, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, plainProgram());
    owner = await firstOwner(world);
    await actsOf(world).me('export');
  });
  afterAll(() => test.dispose());

  it('has the taking along of a person’s data, and no look at one whose id is the word for it', async () => {
    expect((await owner.send('GET', '/v1/shoppers/export')).status).toBe(200);
    expect((await owner.send('GET', '/v1/shoppers/export/export')).status).toBe(200);
    const log = (await (await owner.send('GET', '/v1/acts')).json()) as Page<Act>;
    const looks = log.items.filter(({ operation }) => operation.startsWith('GET '));
    expect(looks.map(({ operation, subject }) => [operation, subject])).toEqual([
      ['GET /v1/shoppers/:shopperId/export', 'export'],
    ]);
  });
});
