import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, type World } from '../testing/world.ts';
import { insertStaff, insertUser } from './team-queries.ts';

describe.each(ENGINES)('a team on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world);
  });
  afterAll(() => test.dispose());

  const invite = (email: string): Promise<Response> =>
    owner.send('POST', '/v1/team/invitations', { email, role: 'manager' });
  const fill = (people: number): Promise<void> =>
    test.store.write(async (tx) => {
      for (let person = 0; person < people; person += 1) {
        const userId = `u${person}`;
        const at = world.clock.at;
        await tx.run(insertUser, {
          id: userId,
          name: userId,
          email: `${userId}@shop.example`,
          emailVerified: true,
          image: null,
          twoFactorEnabled: false,
          operator: false,
          createdAt: at,
          updatedAt: at,
        });
        const { shopId } = world.keys;
        await tx.run(insertStaff, { shopId, userId, role: 'readOnly', createdAt: at });
      }
    });

  it('of membersMax people, those invited among them, takes nobody more, but an invitation again', async () => {
    await fill(LIMITS.membersMax - 2);
    expect((await invite('last@shop.example')).status).toBe(201);
    const beyond = await invite('beyond@shop.example');
    expect([beyond.status, await beyond.json()]).toMatchObject([409, { code: 'teamFull' }]);
    expect((await invite('last@shop.example')).status).toBe(201);
  });
});
