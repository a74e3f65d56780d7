import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPerson, firstOwner, type Browser } from '../testing/console.ts';
import { ENGINES, type TestStore } from '../testing/engines.ts';
import { A_REVIEW, reviewActsOf } from '../testing/review-acts.ts';
import { openWorld, type World } from '../testing/world.ts';

describe.each(ENGINES)('two people who change the same on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let owner: Browser;
  let other: Browser;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store);
    owner = await firstOwner(world);
    const person = { email: 'mei@shop.example', role: 'owner' } as const;
    ({ browser: other } = await addPerson(owner, world, person));
  });
  afterAll(() => test.dispose());

  const problemOf = async (response: Response): Promise<unknown> => [
    response.status,
    await response.json(),
  ];
  const OF_OTHER = {
    code: 'preconditionFailed',
    changedBy: { at: expect.any(String), name: expect.any(String), byKey: false },
  };

  it('of settings: the second is told who was first and when, and a key is told no name', async () => {
    const path = '/v1/contacts/settings';
    const read = await owner.send('GET', path);
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    const document = (await read.json()) as object;
    const first = await other.send('PUT', path, { ...document, perMonth: 2 }, headers);
    expect(first.status).toBe(200);
    const second = await owner.send('PUT', path, { ...document, perMonth: 3 }, headers);
    expect(await problemOf(second)).toMatchObject([412, OF_OTHER]);
    const byKey = await world.merchant('PUT', path, document, headers);
    const [status, problem] = (await problemOf(byKey)) as [number, object];
    expect(status).toBe(412);
    expect(problem).not.toHaveProperty('changedBy');
  });

  it('of a reply: the second is told, and neither text is lost', async () => {
    const acts = reviewActsOf(world);
    await acts.receive('ada', 'o1', ['mug']);
    const { id } = await acts.write('ada', 'mug', A_REVIEW);
    const path = `/v1/reviews/${id}/reply`;
    const put = (by: Browser, text: string, replaces?: string | null): Promise<Response> =>
      by.send('PUT', path, { text, ...(replaces === undefined ? {} : { replaces }) });
    expect((await put(other, 'Thank you!', null)).status).toBe(200);
    expect(await problemOf(await put(owner, 'Thanks, Ada.', null))).toMatchObject([412, OF_OTHER]);
    const standing = async () => (await acts.list('mug')).items[0]?.reply;
    const reply = await standing();
    expect(reply).toMatchObject({ text: 'Thank you!', editedAt: null });
    world.clock.at += 1000;
    expect((await put(owner, 'Thanks, Ada.', reply?.at)).status).toBe(200);
    expect(await problemOf(await put(other, 'Late', reply?.at))).toMatchObject([412, OF_OTHER]);
    expect(await standing()).toMatchObject({ text: 'Thanks, Ada.' });
    // Who says nothing of what stands means to replace it.
    expect((await put(other, 'Thank you, Ada!')).status).toBe(200);
  });
});
