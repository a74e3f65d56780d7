import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ModeratedPost, OwnPost, PostList, PostPage } from '@okaeri/shared/questions';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

const ASKED = 12;

describe.each(ENGINES)('lists of questions on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  const ids: string[] = [];
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    const product = { title: { en: 'Everyday mug' }, updatedAt: new Date().toISOString() };
    await world.merchant('PUT', '/v1/products/mug', product);
    for (let i = 0; i < ASKED; i += 1) {
      world.clock.at += 60_000;
      ids.push((await ask(`asker-${i}`, i % 3 === 0 ? 'hat' : 'mug', `Is it number ${i}?`)).id);
    }
    for (const i of [1, 2, 3]) await answer(ids[i] ?? '', { body: `Yes, ${i} it is.` });
    const withhold = { decision: 'withhold', reason: 'unrelated' };
    await world.merchant('POST', `/v1/questions/${ids[5]}/decision`, withhold);
  });
  afterAll(() => test.dispose());

  const ask = async (who: string, productId: string, body: string): Promise<OwnPost> => {
    const asked = await world.storefront('POST', `/products/${productId}/questions`, {
      token: await world.token(who, { name: who }),
      body: { body, proof: await acts.prove() },
    });
    return (await asked.json()) as OwnPost;
  };
  const answer = (id: string, body: object): Promise<Response> =>
    world.merchant('POST', `/v1/questions/${id}/answers`, body);
  const list = async (query: string): Promise<PostList> => {
    const found = await world.merchant('GET', `/v1/questions?${query}`);
    expect(found.status).toBe(200);
    return (await found.json()) as PostList;
  };
  const all = async (query: string): Promise<readonly ModeratedPost[]> => {
    const items: ModeratedPost[] = [];
    for (let cursor = ''; ;) {
      const page = await list(`${query}&limit=2${cursor}`);
      items.push(...page.items);
      if (page.nextCursor === null) return items;
      cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
  };
  const numbers = async (query: string): Promise<number[]> =>
    (await all(query)).map(({ id }) => ids.indexOf(id)).filter((i) => i >= 0);

  it.each([
    ['state=all&kind=question', [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]],
    ['state=answered', [1, 2, 3]],
    ['state=answered&order=desc', [3, 2, 1]],
    ['state=unanswered', [0, 4, 6, 7, 8, 9, 10, 11]],
    ['state=withheld', [5]],
    ['state=all&productId=hat&kind=question&order=desc', [9, 6, 3, 0]],
    ['state=answered&productId=hat', [3]],
    ['state=all&search=NUMBER%201&kind=question', [1, 10, 11]],
  ])('a list asked for %s has those alone, page by page', async (query, expected) => {
    expect(await numbers(query)).toEqual(expected);
    expect((await list(`${query}&counted=true`)).total).toEqual({
      count: expected.length,
      isMore: false,
    });
  });

  it('a list of a span of time has what was written in it', async () => {
    const [third, fifth] = await Promise.all(
      [ids[3], ids[5]].map(async (id) => (await read(id ?? '')).post.createdAt),
    );
    const span = `state=all&kind=question&from=${third}&until=${fifth}`;
    expect(await numbers(span)).toEqual([3, 4]);
  });

  const read = async (id: string): Promise<PostPage> =>
    (await (await world.merchant('GET', `/v1/questions/${id}/page`)).json()) as PostPage;

  it('a question has its answers and what its product is called, an answer its question', async () => {
    const page = await read(ids[1] ?? '');
    expect(page.post.product?.title).toEqual({ en: 'Everyday mug' });
    expect(page.question).toBeNull();
    expect(page.answers.map(({ body }) => body)).toEqual(['Yes, 1 it is.']);
    const of = await read(page.answers[0]?.id ?? '');
    expect(of.question?.id).toBe(ids[1]);
    expect((await world.merchant('GET', '/v1/questions/none/page')).status).toBe(404);
  });

  it('leaves as a table in the columns that are asked for, with its formulas made harmless', async () => {
    await answer(ids[4] ?? '', { body: '=1+1' });
    const path = '/v1/exports/questions?state=all&order=asc&columns=kind,text,answers';
    const lines = (await (await world.merchant('GET', path)).text()).trim().split('\n');
    expect(lines[0]).toBe('kind,text,answers');
    expect(lines).toContain('question,Is it number 1?,1');
    expect(lines).toContain("answer,'=1+1,");
    expect(lines).toHaveLength(1 + ASKED + 4);
  });
});

describe.each(ENGINES)('an answer of the shop on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let question: OwnPost;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
  });
  afterAll(() => test.dispose());

  const ask = async (body: string): Promise<void> => {
    const asked = await world.storefront('POST', '/products/mug/questions', {
      token: await world.token('ada', { name: 'Ada' }),
      body: { body, proof: await reviewActsOf(world).prove() },
    });
    question = (await asked.json()) as OwnPost;
  };
  const answer = (body: object): Promise<Response> =>
    world.merchant('POST', `/v1/questions/${question.id}/answers`, body);
  const mend = (answerId: string, body: object): Promise<Response> =>
    world.merchant('PUT', `/v1/questions/${question.id}/answers/${answerId}`, body);
  const shown = async (): Promise<unknown> => {
    const page = await world.storefront('GET', '/products/mug/questions', {});
    return page.json();
  };

  it('is mended in place: readers see the new words, and it says when', async () => {
    await ask('Does it go into the oven?');
    const given = (await (await answer({ body: 'Yes.' })).json()) as ModeratedPost;
    world.clock.at += 1000;
    const mended = await mend(given.id, { body: 'No!', replaces: given.createdAt });
    expect(await mended.json()).toMatchObject({
      id: given.id,
      body: 'No!',
      editedAt: new Date(world.clock.at).toISOString(),
    });
    expect(await shown()).toMatchObject({
      items: [{ answerCount: 1, answers: [{ body: 'No!' }] }],
    });
    // The same words as before it was mended are another answer.
    expect((await answer({ body: 'Yes.' })).status).toBe(201);
  });

  it('is not replaced by whoever has not seen it, unless they say the same', async () => {
    await ask('Is it blue?');
    const given = (await (await answer({ body: 'Blue.' })).json()) as ModeratedPost;
    world.clock.at += 1000;
    const first = await mend(given.id, { body: 'Dark blue.', replaces: given.createdAt });
    const { editedAt } = (await first.json()) as ModeratedPost;
    world.clock.at += 1000;
    const late = await mend(given.id, { body: 'Navy.', replaces: given.createdAt });
    expect([late.status, await late.json()]).toMatchObject([412, { code: 'preconditionFailed' }]);
    const same = await mend(given.id, { body: 'Dark blue.', replaces: given.createdAt });
    expect(await same.json()).toMatchObject({ body: 'Dark blue.', editedAt });
    expect((await mend(given.id, { body: 'Navy.', replaces: editedAt })).status).toBe(200);
    expect((await mend(given.id, { body: 'Indigo.' })).status).toBe(200);
  });

  it('of two who answer first at once is given by one, and the other is told', async () => {
    await ask('Is it heavy?');
    const both = await Promise.all(
      ['No.', 'Not at all.'].map((body) => answer({ body, replaces: null })),
    );
    const statuses = both.map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([201, 412]);
    expect((await answer({ body: 'Besides, it floats.' })).status).toBe(201);
  });

  it('is the only one that can be mended, and only below its question', async () => {
    await ask('Is it round?');
    const { id } = (await (await answer({ body: 'Round.' })).json()) as ModeratedPost;
    expect((await mend(question.id, { body: 'Is it square?' })).status).toBe(404);
    const elsewhere = `/v1/questions/other/answers/${id}`;
    expect((await world.merchant('PUT', elsewhere, { body: 'Square.' })).status).toBe(404);
    expect((await mend(id, { body: '' })).status).toBe(400);
  });
});
