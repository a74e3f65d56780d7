import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Act } from '@okaeri/shared/team';
import { firstOwner, openBrowser, PASSWORD, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { DAY_MS } from '../platform/lib/clock.ts';
import { openWorld, type World } from '../testing/world.ts';
import { FAILED_NOTED_PER_DAY, noteFailedSignIn } from './note-sign-in.ts';

describe.each(ENGINES)('the log of who signs in, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world, 'owner@shop.example');
  });
  afterAll(() => test.dispose());

  const signIn = (email: string, password: string): Promise<Response> =>
    openBrowser(world).send('POST', '/console/auth/sign-in/email', { email, password });
  const signIns = async (): Promise<Act['outcome'][]> => {
    // Failures are noted after the answer.
    await world.deps.background.settled();
    const { items } = (await (await owner.send('GET', '/v1/acts')).json()) as { items: Act[] };
    return items
      .filter(({ operation }) => operation === 'POST /console/auth/sign-in')
      .map(({ outcome }) => outcome);
  };

  it('has the person who came in, and the person who tried to come in as them', async () => {
    const before = (await signIns()).length;
    expect((await signIn('owner@shop.example', PASSWORD)).status).toBe(200);
    expect((await signIn('Owner@shop.example', 'not this one at all')).status).toBe(401);
    expect((await signIns()).slice(0, (await signIns()).length - before)).toEqual([
      'refused',
      'done',
    ]);
  });

  it('has nothing of an address nobody has', async () => {
    const before = (await signIns()).length;
    await signIn('nobody@shop.example', PASSWORD);
    expect(await signIns()).toHaveLength(before);
  });

  it('has so many failures of one account in a day, and those of the next day again', async () => {
    world.clock.at += 2 * DAY_MS;
    const failed = async (): Promise<number> =>
      (await signIns()).filter((outcome) => outcome === 'refused').length;
    const before = await failed();
    for (let index = 0; index <= FAILED_NOTED_PER_DAY; index += 1)
      await noteFailedSignIn(world.deps, 'owner@shop.example');
    expect(await failed()).toBe(before + FAILED_NOTED_PER_DAY);
    world.clock.at += DAY_MS + 1;
    await noteFailedSignIn(world.deps, 'owner@shop.example');
    expect(await failed()).toBe(before + FAILED_NOTED_PER_DAY + 1);
  });
});
