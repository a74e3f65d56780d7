import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../compose-areas.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const withParameters = Object.keys(OPERATIONS).filter((name) => name.includes('{'));

describe.each(ENGINES)('a path that cannot be read, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  it.each(['%00', 'a%00', '%00%2F', '%FF', 'a%C3%28', '%ED%A0%80', '%'])(
    'is answered with 400 at every operation that has a parameter: %s',
    async (part) => {
      const answers: Record<string, number> = {};
      for (const name of withParameters) {
        const [method = '', path = ''] = name.split(' ');
        const answer = await world.request(path.replaceAll(/\{\w+\}/g, part), {
          method,
          headers: { authorization: `Bearer ${world.keys.secretKey}` },
        });
        if (answer.status !== 400) answers[name] = answer.status;
        else expect(await answer.json()).toMatchObject({ code: 'invalidRequest' });
      }
      expect(answers).toEqual({});
    },
  );

  it('is not one that has a percent sign as its text', async () => {
    for (const id of ['%00', '100%', '%', '%ff'])
      expect((await world.merchant('GET', `/v1/shoppers/${encodeURIComponent(id)}`)).status).toBe(
        404,
      );
  });
});
