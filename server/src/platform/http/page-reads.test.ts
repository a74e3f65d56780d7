import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { mountsOf, OPERATIONS } from '../../compose-areas.ts';
import { responsesOf } from '../../openapi/make-document.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const [SQLITE] = ENGINES;
const { publicPageReadsPerMinute } = LIMITS;

describe('public pages', () => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await SQLITE.openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  /** Every page of ours, at this shop. */
  const pages = (): string[] =>
    mountsOf((all) => all.pages).map(([path]) =>
      path === '/unsubscribe'
        ? `${path}/${world.keys.publicKey}/no-token`
        : `${path}/${world.keys.publicKey}`,
    );

  it('are those that links of e-mails lead to', () => {
    expect(
      mountsOf(({ pages: ours }) => ours)
        .map(([path]) => path)
        .toSorted(),
    ).toEqual(['/case', '/consent', '/review', '/survey', '/unsubscribe']);
  });

  it('say so in the document of the API', () => {
    for (const [path] of mountsOf((all) => all.pages)) {
      const [name = ''] = Object.keys(OPERATIONS).filter((one) => one.startsWith(`GET ${path}/`));
      const operation = OPERATIONS[name];
      if (operation === undefined) throw new Error(`${path} is not described.`);
      expect(Object.keys(responsesOf(operation))).toContain('429');
    }
    const pages = Object.values(OPERATIONS).filter(({ isPage }) => isPage);
    expect(pages).toHaveLength(mountsOf((all) => all.pages).length);
  });

  it('are read 300 times a minute from one address, all together, and not once more', async () => {
    expect(publicPageReadsPerMinute).toBe(300);
    const all = pages();
    for (let read = 1; read <= publicPageReadsPerMinute; read += 1) {
      const answer = await world.request(all[read % all.length] ?? '');
      expect(answer.status).not.toBe(429);
    }
    for (const page of all) {
      const refused = await world.request(page);
      expect(refused.status).toBe(429);
      expect(await refused.json()).toMatchObject({ code: 'tooManyRequests' });
      expect(refused.headers.get('ratelimit')).toMatch(/^"pages";r=0;t=\d+$/);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('take what is sent from them all the same: the one click of a mail program is never refused (L3)', async () => {
    const path = `/unsubscribe/${world.keys.publicKey}/no-token`;
    const body = 'List-Unsubscribe=One-Click';
    expect((await world.request(path, { method: 'POST', body })).status).toBe(404);
  });

  it('are counted apart: what the widget asks is answered from the same address', async () => {
    const { publicKey } = world.keys;
    expect((await world.request(`/storefront/v1/${publicKey}/program`)).status).toBe(200);
    expect((await world.request('/healthz')).status).toBe(200);
  });
});
