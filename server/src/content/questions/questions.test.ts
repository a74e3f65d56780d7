import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { ModeratedPost, OwnPost, QuestionPage } from '@okaeri/shared/questions';
import type { Overview } from '@okaeri/shared/setup';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { startMailServer, type MailServer } from '../../testing/mail-server.ts';
import { openRequests, type RequestActs } from '../../testing/request-acts.ts';
import { A_REVIEW } from '../../testing/review-acts.ts';
import { PROOF_LIFE_MS } from '../../access/proof-of-work-rules.ts';
import { REPORTS_TO_QUEUE } from '../moderation/answer-words.ts';
import { POSTS_PER_DAY } from './post-rules.ts';

const PATH = '/products/mug/questions';

describe.each(ENGINES)('questions and answers on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let server: MailServer;
  let acts: RequestActs;
  beforeAll(async () => {
    test = await openTestStore();
    server = await startMailServer();
  });
  afterAll(async () => {
    await server.stop();
    await test.dispose();
  });
  beforeEach(async () => {
    acts = await openRequests(test.store, server);
    await acts.settle({ productUrl: 'https://shop.example/p/{productId}' });
  });
  afterEach(async () => {
    // What one test leaves to be sent is no business of the next.
    await acts.post();
    acts.close();
  });

  const by = async (
    who: string,
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Response> => {
    const token = await acts.world.token(who, {
      email: `${who}@example.com`,
      name: `${who} Smith`,
    });
    return acts.world.storefront(method, path, { token, body });
  };
  const ask = async (who: string, body: string): Promise<OwnPost> =>
    (await (await by(who, 'POST', PATH, { body, proof: await acts.prove() })).json()) as OwnPost;
  const answer = (who: string, questionId: string, body: string): Promise<Response> =>
    by(who, 'POST', `/questions/${questionId}/answers`, { body });
  const shown = async (query = ''): Promise<QuestionPage> =>
    (await (await acts.world.storefront('GET', `${PATH}${query}`, {})).json()) as QuestionPage;
  const waiting = async (state = 'waiting'): Promise<ModeratedPost[]> => {
    const list = await acts.world.merchant('GET', `/v1/questions?state=${state}`);
    return ((await list.json()) as { items: ModeratedPost[] }).items;
  };
  const decide = (id: string, decision: object): Promise<Response> =>
    acts.world.merchant('POST', `/v1/questions/${id}/decision`, decision);

  it('are counted as unanswered from when they are shown until somebody answers, and not while they wait', async () => {
    const counted = async () =>
      ((await (await acts.world.merchant('GET', '/v1/overview')).json()) as Overview).waiting;
    const { id } = await ask('ada', 'Is it heavy?');
    await ask('ben', 'Does it break?');
    expect(await counted()).toMatchObject({ questions: 0, unanswered: 2 });
    await ask('cy', 'Is it like https://other.example/mug ?');
    expect(await counted()).toMatchObject({ questions: 1, unanswered: 2 });
    const said = { body: 'Quite heavy.', replaces: null };
    await acts.world.merchant('POST', `/v1/questions/${id}/answers`, said);
    expect(await counted()).toMatchObject({ questions: 1, unanswered: 1 });
  });

  it('come with the reviews of the product in one answer, as both are told by themselves, kept by caches', async () => {
    await acts.settle({ from: 'members' });
    await ask('ada', 'Is it heavy?');
    const { id } = await acts.write('ada', 'mug', { rating: 4, body: 'Heavy, and good for it.' });
    const publish = { decision: 'publish' };
    await acts.world.merchant('POST', `/v1/reviews/${id}/decision`, publish);
    await acts.write('ada', 'hat', A_REVIEW);
    const get = (path: string) => acts.world.storefront('GET', path, {});
    const [reviews, questions, both] = await Promise.all(
      ['reviews', 'questions', 'posts'].map((name) => get(`/products/mug/${name}`)),
    );
    const posts = await both?.json();
    expect(posts).toEqual({ reviews: await reviews?.json(), questions: await questions?.json() });
    expect(posts).toMatchObject({
      reviews: { summary: { count: 1 }, items: [{ rating: 4 }] },
      questions: { items: [{ body: 'Is it heavy?' }] },
    });
    expect(both?.headers.get('cache-control')).toBe(reviews?.headers.get('cache-control'));
  });

  it('are asked by signed-in shoppers, and answered by the shop and by buyers', async () => {
    const question = await ask('ada', 'Does it go into the oven?');
    expect(question.state).toBe('published');
    expect(await waiting('unanswered')).toMatchObject([{ id: question.id, kind: 'question' }]);
    await acts.receive('bea', 'o1', ['mug']);
    const stranger = await answer('cleo', question.id, 'Surely.');
    expect(await stranger.json()).toMatchObject({ code: 'notABuyer' });
    expect((await answer('bea', question.id, 'Up to 180 degrees.')).status).toBe(201);
    const path = `/v1/questions/${question.id}/answers`;
    await acts.world.merchant('POST', path, { body: 'Yes, without its lid.' });
    await acts.world.merchant('POST', path, { body: 'Yes, without its lid.' });
    expect(await shown()).toMatchObject({
      items: [
        {
          body: 'Does it go into the oven?',
          name: 'ada',
          answerCount: 2,
          answers: [
            { from: 'shop', body: 'Yes, without its lid.' },
            { from: 'buyer', name: 'bea', body: 'Up to 180 degrees.' },
          ],
        },
      ],
      nextCursor: null,
    });
    expect(await waiting('unanswered')).toEqual([]);
    expect(JSON.stringify(await shown())).not.toContain('example.com');
    const guest = await acts.world.storefront('POST', PATH, { body: { body: 'And I?' } });
    expect(guest.status).toBe(401);
  });

  it('come with as many answers as answersShown, and say how many there are', async () => {
    const { id } = await ask('ada', 'Which colours are there?');
    for (let count = 1; count <= LIMITS.answersShown + 1; count += 1) {
      await acts.world.merchant('POST', `/v1/questions/${id}/answers`, { body: `Colour ${count}` });
      const { items } = await shown();
      const answers = Math.min(count, LIMITS.answersShown);
      expect(items).toMatchObject([{ answerCount: count }]);
      expect(items[0]?.answers).toHaveLength(answers);
    }
  });

  it('wait for a person where no work was done for them, or a trap was stepped into', async () => {
    const send = async (change: object): Promise<string> => {
      const sent = await by('ada', 'POST', PATH, { body: 'Is it dear?', ...change });
      const { id } = (await sent.json()) as OwnPost;
      const [post] = (await waiting()).filter((item) => item.id === id);
      await by('ada', 'DELETE', `/questions/${id}`);
      return post?.signals.join() ?? '';
    };
    expect(await send({})).toBe('noProof');
    const proof = await acts.prove();
    expect(await send({ proof: { ...proof, solution: proof.solution + 1 } })).toBe('noProof');
    expect(await send({ proof })).toBe('');
    // Good once, and not for ever.
    expect(await send({ proof })).toBe('noProof');
    const old = await acts.prove();
    acts.world.clock.at += PROOF_LIFE_MS;
    expect(await send({ proof: old })).toBe('noProof');
    const [, mac = ''] = old.challenge.split('.');
    expect(await send({ proof: { challenge: `zzzzzzzzz.${mac}.x`, solution: 1 } })).toBe('noProof');
    expect(await send({ proof: await acts.prove(), website: 'https://x.example' })).toBe('trapped');
    // Who has bought something is no program.
    await acts.receive('ada', 'o1', ['tea']);
    expect(await send({})).toBe('');
  });

  it('wait for a person in letters none of the shop’s languages has', async () => {
    await acts.settle({ languages: ['en', 'ja'] });
    expect((await ask('ada', 'Купите дешевле у нас')).state).toBe('queued');
    expect(await waiting()).toMatchObject([{ signals: ['otherLanguage'] }]);
    expect((await ask('bea', '電子レンジで使えますか。')).state).toBe('published');
  });

  it('are decided many at once, each by itself', async () => {
    const ids: string[] = ['nothing'];
    for (const number of [1, 2, 3]) ids.push((await ask('ada', `www.spam.example/${number}`)).id);
    const decision = { decision: 'withhold', reason: 'spam' };
    const answer = await acts.world.merchant('POST', '/v1/questions/decisions', { ids, decision });
    expect(await answer.json()).toEqual({
      items: ids.map((id) => ({ id, code: id === 'nothing' ? 'unknownPost' : null })),
    });
    expect(await waiting()).toEqual([]);
    const many = Array.from({ length: 101 }, (_, number) => `n${number}`);
    const body = { ids: many, decision };
    expect((await acts.world.merchant('POST', '/v1/questions/decisions', body)).status).toBe(400);
  });

  it('say so where somebody belongs to the shop', async () => {
    await acts.world.merchant('PUT', '/v1/shoppers/sam', { tags: ['staff'] });
    const { id } = await ask('ada', 'Who makes it?');
    await answer('sam', id, 'We do.');
    expect((await acts.post())[0]?.text).toContain('sam, who belongs to Test, answers:');
    expect((await shown()).items[0]?.answers).toMatchObject([{ from: 'insider' }]);
  });

  it('are sent to the person who asked, by e-mail, once they are shown', async () => {
    const { id } = await ask('ada', 'Is it heavy?');
    await acts.receive('bea', 'o1', ['mug']);
    await answer('bea', id, 'Call me at bea@example.com');
    expect(await acts.post()).toEqual([]);
    const [waits] = await waiting();
    await decide(waits?.id ?? '', { decision: 'publish' });
    await acts.world.merchant('POST', `/v1/questions/${id}/answers`, {
      body: 'It weighs <b>300</b> g.',
    });
    const mails = await acts.post();
    expect(mails.map((mail) => mail.subject)).toEqual([
      'An answer to your question at Test',
      'An answer to your question at Test',
    ]);
    const shops = mails.find(({ text }) => text?.includes('Test answers:'));
    expect(shops?.text).toContain('It weighs <b>300</b> g.');
    expect(shops?.text).toContain('https://shop.example/p/mug');
    expect(shops?.html).toContain('&lt;b&gt;300');
    // One's own answer is no news.
    await acts.receive('ada', 'o2', ['mug']);
    await answer('ada', id, 'I have weighed it now.');
    expect(await acts.post()).toEqual([]);
  });

  it('wait for a person when something is odd, and are withheld for a reason only', async () => {
    const { id, state } = await ask('ada', 'Cheaper at www.elsewhere.example?');
    expect(state).toBe('queued');
    expect((await shown()).items).toEqual([]);
    expect(await waiting()).toMatchObject([{ id, signals: ['link'] }]);
    expect((await decide(id, { decision: 'withhold' })).status).toBe(400);
    await decide(id, { decision: 'withhold', reason: 'spam', note: 'An advertisement.' });
    expect(await waiting('withheld')).toMatchObject([
      { id, reason: 'spam', decision: { note: 'An advertisement.' } },
    ]);
    expect(await waiting()).toEqual([]);
    await decide(id, { decision: 'publish' });
    expect((await shown()).items).toHaveLength(1);
    expect((await decide('nothing', { decision: 'publish' })).status).toBe(404);
  });

  it('are the same when they are sent again, and looked at when they are many', async () => {
    const first = await ask('ada', 'Is it blue?');
    expect((await ask('ada', 'Is  it BLUE?')).id).toBe(first.id);
    for (let asked = 1; asked < POSTS_PER_DAY; asked += 1)
      expect((await ask('ada', `Is it of colour ${asked}?`)).state).toBe('published');
    expect((await ask('ada', 'Is it of any colour?')).state).toBe('queued');
    acts.days(1);
    expect((await ask('ada', 'Is it red today?')).state).toBe('published');
  });

  it('are voted for once, and reported', async () => {
    const { id } = await ask('ada', 'Does it chip?');
    await acts.receive('bea', 'o1', ['mug']);
    const { id: answerId } = (await (await answer('bea', id, 'Not mine.')).json()) as OwnPost;
    const vote = `/questions/${answerId}/vote`;
    expect(await (await by('cleo', 'PUT', vote)).json()).toEqual({ helpful: 1 });
    expect(await (await by('cleo', 'PUT', vote)).json()).toEqual({ helpful: 1 });
    expect((await by('bea', 'PUT', vote)).status).toBe(409);
    expect(await (await by('cleo', 'DELETE', vote)).json()).toEqual({ helpful: 0 });
    for (let reader = 0; reader < REPORTS_TO_QUEUE; reader += 1) {
      expect(await waiting()).toEqual([]);
      await by(`r${reader}`, 'PUT', `/questions/${answerId}/report`, { reason: 'fake' });
    }
    // It is looked at, and stays meanwhile.
    expect(await waiting()).toMatchObject([{ id: answerId, signals: ['reported'] }]);
    expect((await shown()).items[0]?.answers).toHaveLength(1);
  });

  it('are taken back by their author alone', async () => {
    const { id } = await ask('ada', 'Forget it?');
    expect((await by('bea', 'DELETE', `/questions/${id}`)).status).toBe(404);
    expect((await by('ada', 'DELETE', `/questions/${id}`)).status).toBe(200);
    expect((await shown()).items).toEqual([]);
    expect((await answer('ada', id, 'Nothing.')).status).toBe(404);
  });

  it('go with a shopper who is erased, and move with one who is merged', async () => {
    const { id } = await ask('ada', 'Where is it made?');
    await acts.receive('bea', 'o1', ['mug']);
    await answer('bea', id, 'In Mino.');
    await acts.world.merchant('DELETE', '/v1/shoppers/bea');
    expect(await shown()).toMatchObject({ items: [{ answerCount: 0, answers: [] }] });
    await by('ann', 'GET', '/me');
    await acts.world.merchant('POST', '/v1/shoppers/ann/merge', { from: 'ada' });
    expect((await by('ann', 'DELETE', `/questions/${id}`)).status).toBe(200);
  });

  it('come in pages, the newest first', async () => {
    for (let number = 0; number < 25; number += 1) {
      await ask(`s${number}`, `Question number ${number} about it?`);
      acts.world.clock.at += 1000;
    }
    const first = await shown();
    expect(first.items).toHaveLength(20);
    expect(first.items[0]?.body).toContain('24');
    const second = await shown(`?cursor=${first.nextCursor}`);
    expect(second.items.map(({ body }) => body)).toHaveLength(5);
    expect(second.nextCursor).toBeNull();
    expect((await acts.world.storefront('GET', `${PATH}?cursor=x`, {})).status).toBe(400);
  });
});
