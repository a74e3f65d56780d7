import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RATE_LIMITS } from '../platform/http/rate-policies.ts';
import { StoreBusyError, StoreUnavailableError, type Store } from '../platform/store/store.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';

const { writes, messages } = RATE_LIMITS;

describe.each(ENGINES)(
  'what a shopper sends on $engine, answered with 503,',
  ({ openTestStore }) => {
    let test: TestStore;
    let world: World;
    let fault: Error | undefined;
    beforeAll(async () => {
      test = await openTestStore();
    });
    afterAll(() => test.dispose());
    beforeEach(async () => {
      fault = undefined;
      const real = test.store;
      const store: Store = {
        ...real,
        write: (work, lane) =>
          fault === undefined ? real.write(work, lane) : Promise.reject(fault),
      };
      world = await openWorld(store, testProgram());
    });

    const say = async (path: string, key?: string): Promise<Response> =>
      world.storefront('POST', path, {
        token: await world.token('ada'),
        body: path === '/redemptions' ? { rewardId: 'none' } : { text: 'Where is it?' },
        headers: key === undefined ? {} : { 'idempotency-key': key },
      });
    const sayOften = async (path: string, times: number, status: number): Promise<void> => {
      for (let said = 1; said <= times; said += 1)
        expect([said, (await say(path, `k${said}-${status}`)).status]).toEqual([said, status]);
    };

    it.each([
      ['could not be written', new StoreUnavailableError('No room is left.')],
      ['had too much to do', new StoreBusyError('Too much waits.')],
    ])('as the store %s, was not said: as much may be said as before', async (_why, error) => {
      fault = error;
      await sayOften('/redemptions', writes.points + 5, 503);
      fault = undefined;
      await sayOften('/redemptions', writes.points, 404);
      expect((await say('/redemptions', 'one-more')).status).toBe(429);
    });

    it('is no message either, and the answer says that nothing is used', async () => {
      fault = new StoreUnavailableError('No room is left.');
      await sayOften('/me/cases', messages.points + 5, 503);
      const answer = await say('/me/cases', 'once-more');
      expect(answer.headers.get('ratelimit')).toMatch(`"messages";r=${messages.points};t=`);
      fault = undefined;
      await sayOften('/me/cases', 1, 201);
    });

    it('sent again with its key it is counted once it is done', async () => {
      fault = new StoreUnavailableError('No room is left.');
      expect((await say('/redemptions', 'mine')).status).toBe(503);
      fault = undefined;
      expect((await say('/redemptions', 'mine')).status).toBe(404);
      await sayOften('/redemptions', writes.points - 1, 404);
      expect((await say('/redemptions', 'one-more')).status).toBe(429);
    });

    it('but where nobody knows whether it was done, it counts', async () => {
      fault = new StoreUnavailableError('It went away.', { isOutcomeUnknown: true });
      await sayOften('/redemptions', writes.points, 503);
      fault = undefined;
      expect((await say('/redemptions', 'one-more')).status).toBe(429);
    });
  },
);
