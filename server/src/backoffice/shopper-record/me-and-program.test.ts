import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { MeAndProgram, PublicProgram } from '@okaeri/shared/storefront';
import { plainProgram } from '../../testing/acts.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

describe.each(ENGINES)(
  'what a shopper has, with the programme, on $engine',
  ({ openTestStore }) => {
    let test: TestStore;
    let world: World;
    let token: string;
    beforeAll(async () => {
      test = await openTestStore();
      world = await openWorld(test.store, plainProgram());
      token = await world.token('ada');
    });
    afterAll(() => test.dispose());

    const ask = (known?: string, headers: Record<string, string> = {}): Promise<Response> =>
      world.storefront('GET', known === undefined ? '/me' : `/me?program=${known}`, {
        token,
        headers,
      });
    const me = async (known?: string): Promise<MeAndProgram> =>
      (await (await ask(known)).json()) as MeAndProgram;
    const open = async (): Promise<PublicProgram> =>
      (await (await world.storefront('GET', '/program', {})).json()) as PublicProgram;

    it('has the programme as everybody is told it, where none is known', async () => {
      expect((await me('')).program).toEqual(await open());
    });

    it('leaves it out where it is the one that is known, or is not asked for', async () => {
      const { tag } = await open();
      expect(await me(tag)).not.toHaveProperty('program');
      expect(await me()).not.toHaveProperty('program');
    });

    it('has it again once another was published, or looks another way', async () => {
      const first = await open();
      await world.publish(plainProgram());
      const second = (await me(first.tag)).program;
      expect(second).toMatchObject({ version: first.version + 1 });
      const { headers } = await world.merchant('GET', '/v1/appearance');
      const ifMatch = { 'if-match': headers.get('etag') ?? '' };
      expect((await world.merchant('PUT', '/v1/appearance', {}, ifMatch)).status).toBe(200);
      const third = (await me(second?.tag ?? '')).program;
      expect(third).toMatchObject({ version: second?.version });
      expect(new Set([first.tag, second?.tag, third?.tag]).size).toBe(3);
      expect(await me(third?.tag)).not.toHaveProperty('program');
    });

    it('is answered with 304 to who has it, and is nobody else’s to keep', async () => {
      const answer = await ask('');
      expect(answer.headers.get('cache-control')).toBe('private, no-cache');
      const known = { 'if-none-match': answer.headers.get('etag') ?? '' };
      expect((await ask('', known)).status).toBe(304);
      // The same tag of a view without the programme would hide it from a page that has none.
      expect((await ask((await open()).tag, known)).status).toBe(200);
    });

    it('takes a tag as long as an id may be and refuses a longer one', async () => {
      expect((await ask('x'.repeat(LIMITS.idLengthMax))).status).toBe(200);
      expect((await ask('x'.repeat(LIMITS.idLengthMax + 1))).status).toBe(400);
    });
  },
);
