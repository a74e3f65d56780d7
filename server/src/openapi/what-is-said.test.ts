import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../compose-areas.ts';
import type { Operation } from '../operation.ts';
import { RATE_LIMITS } from '../platform/http/rate-policies.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { openWorld, testProgram, type World } from '../testing/world.ts';
import { whatIsSaid } from './what-is-said.ts';

const STOREFRONT = '/storefront/v1/{publicKey}';

/** Everything a shopper may send, by its method and path below the shop's key. */
const SENT = Object.entries(OPERATIONS).flatMap(([name, operation]) => {
  const [method = '', path = ''] = name.split(' ');
  return path.startsWith(STOREFRONT) && method !== 'GET'
    ? [{ method, path: path.slice(STOREFRONT.length), operation }]
    : [];
});
const saidOf = ({ method, operation }: (typeof SENT)[number]): string =>
  whatIsSaid(method, operation);
const idsThatSay = (said: string): string[] =>
  SENT.filter((one) => saidOf(one) === said)
    .map(({ operation }) => operation.id)
    .toSorted();

describe('what a shopper sends', () => {
  it('is a write where nothing else is said, read by people where that is said, and taking back is none', () => {
    const some = { id: 'x', summary: 'x', answers: null } satisfies Operation;
    expect(whatIsSaid('POST', some)).toBe('write');
    expect(whatIsSaid('PUT', undefined)).toBe('write');
    expect(whatIsSaid('PATCH', { ...some, said: 'message' })).toBe('message');
    expect(whatIsSaid('POST', { ...some, said: { nothing: 'It asks.' } })).toBe('nothing');
    expect(whatIsSaid('DELETE', { ...some, said: 'message' })).toBe('nothing');
    expect(whatIsSaid('GET', some)).toBe('nothing');
  });

  it('is counted, or has its reason: here is all that is no write, and all that people read', () => {
    expect(idsThatSay('message')).toEqual([
      'answerProductQuestion',
      'askForHelp',
      'askQuestion',
      'writeInMyCase',
    ]);
    // What may be a no: their routes count them where they say yes.
    expect(idsThatSay('choice')).toEqual(['changeMe', 'chooseConsent']);
    const uncounted = SENT.filter((one) => saidOf(one) === 'nothing');
    for (const { method, operation } of uncounted)
      if (method !== 'DELETE')
        expect(operation.said, operation.id).toEqual({ nothing: expect.stringMatching(/^.+\.$/) });
    expect(idsThatSay('nothing')).toEqual([
      'askContact',
      'dismissContact',
      'dismissTouch',
      'eraseMe',
      'followTouch',
      'nextTouch',
      'noteSeen',
      'openClaim',
      'openReview',
      'openSurvey',
      'quote',
      'quoteCarts',
      'refuseQuotation',
      'removePost',
      'removeReview',
      'showCard',
      'unvotePost',
      'unvoteReview',
      'withdrawSurvey',
    ]);
  });
});

describe.each(ENGINES)('what one shopper says in ten minutes, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, testProgram());
  });

  const send = async (who: string, { method, path }: { method: string; path: string }) => {
    const token = await world.token(who);
    const at = path.replaceAll(/\{(\w+)\}/g, 'none');
    return world.storefront(method, at, { token, ...(method !== 'DELETE' && { body: {} }) });
  };
  /** Says that many things, none of which is refused for being too many. */
  const exhaust = async (what: { method: string; path: string }, times: number): Promise<void> => {
    for (let said = 1; said <= times; said += 1) {
      const { status } = await send('ada', what);
      expect([said, status === 429]).toEqual([said, false]);
    }
  };
  /** Which of all it may send is refused now. What erases them comes last. */
  const refused = async (): Promise<string[]> => {
    const ids: string[] = [];
    for (const one of SENT.toSorted((a) => (a.operation.id === 'eraseMe' ? 1 : -1))) {
      const answer = await send('ada', one);
      if (answer.status !== 429) continue;
      expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
      ids.push(one.operation.id);
    }
    return ids.toSorted();
  };

  it('is sixty writes, whichever they are, and then nothing that is one; others go on', async () => {
    await exhaust({ method: 'PATCH', path: '/me' }, RATE_LIMITS.writes.points - 1);
    await exhaust({ method: 'POST', path: '/redemptions' }, 1);
    const counted = [...idsThatSay('message'), ...idsThatSay('write'), 'changeMe'];
    expect(await refused()).toEqual(counted.toSorted());
    expect((await send('bea', { method: 'PATCH', path: '/me' })).status).not.toBe(429);
  });

  it('never refuses a no: to mail, or to being profiled (L3, E10)', async () => {
    await exhaust({ method: 'PATCH', path: '/me' }, RATE_LIMITS.writes.points);
    const token = await world.token('ada');
    const say = async (method: string, path: string, body: object): Promise<number> =>
      (await world.storefront(method, path, { token, body })).status;
    const about = { purpose: 'surveys', channel: 'page' };
    expect(await say('PUT', '/me/consents', { ...about, state: 'given' })).toBe(429);
    expect(await say('PUT', '/me/consents', { ...about, state: 'withdrawn' })).toBe(200);
    expect(await say('PATCH', '/me', { newsletter: true })).toBe(429);
    expect(await say('PATCH', '/me', { newsletter: false, name: 'Ada' })).toBe(429);
    expect(await say('PATCH', '/me', { newsletter: false, personalised: true })).toBe(429);
    expect(await say('PATCH', '/me', { newsletter: false })).toBe(200);
    expect(await say('PATCH', '/me', { personalised: false })).toBe(200);
  });

  it('counts what is sent again with its key once, however often', async () => {
    const token = await world.token('ada');
    const repeat = (key: string): Promise<Response> =>
      world.storefront('POST', '/redemptions', {
        token,
        body: { rewardId: 'none' },
        headers: { 'idempotency-key': key },
      });
    for (let sent = 0; sent < 2 * RATE_LIMITS.writes.points; sent += 1)
      expect((await repeat('same')).status).toBe(404);
    for (let said = 1; said < RATE_LIMITS.writes.points; said += 1)
      expect((await repeat(`k${said}`)).status).toBe(404);
    expect((await repeat('one more')).status).toBe(429);
    expect((await repeat('same')).status).toBe(404);
  });

  it('of which twenty are read by people, posts and messages together; the rest may be said', async () => {
    await exhaust({ method: 'POST', path: '/me/cases' }, RATE_LIMITS.messages.points - 1);
    await exhaust({ method: 'POST', path: '/products/mug/questions' }, 1);
    expect(await refused()).toEqual(idsThatSay('message'));
  });
});
