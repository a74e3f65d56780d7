import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, type World } from '../../testing/world.ts';

/** A script that stands in a page itself; data for search engines is none. */
const INLINE = /<script(?![^>]*\b(?:src|type="application\/ld\+json"))[^>]*>([\s\S]*?)<\/script>/g;

describe('a page behind a link of an e-mail', () => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await ENGINES[0].openTestStore();
    world = await openWorld(test.store);
  });
  afterAll(() => test.dispose());

  it.each([
    ['consent', 1],
    ['case', 1],
    ['survey', 0],
    ['review', 0],
  ])(
    '/%s/… may run each of its %i own scripts: its policy has the hash of what stands there',
    async (page, count) => {
      const answer = await world.request(`/${page}/${world.keys.publicKey}`);
      expect(answer.status).toBe(200);
      const policy = answer.headers.get('content-security-policy');
      const scripts = [...(await answer.text()).matchAll(INLINE)].map(([, text = '']) => text);
      expect(scripts).toHaveLength(count);
      for (const text of scripts)
        expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
    },
  );
});
