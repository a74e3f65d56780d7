import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrderAnswer } from '@okaeri/shared/orders';
import { LEFT_OUT_TOLD_MAX } from '../lib/left-out.ts';
import { exportShop } from '../../connect/portability/export-shop.ts';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { aLine, anOrder } from '../../testing/order-states.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

/** Controls, noncharacters and half of a pair: what XML, PostgreSQL or UTF-8 does not take. */
const BAD = '\u0000\u0001\t\n\u001F\u007F\u0085\uFDD0\uFFFE\uFFFF\u{1FFFF}\uD800';
const dirty = (words: string): string => `${words}${BAD} in${BAD} rain`;
const UNCARRIED = /[^\P{Cc}\n]|\p{Noncharacter_Code_Point}|\p{Surrogate}/u;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [key, ...textsIn(one)]);
};

describe.each(ENGINES)('texts that are sent, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    await acts.receive('ada', 'o1', ['mug', 'tea']);
  });
  afterAll(() => test.dispose());

  const put = async (id: string, body: unknown): Promise<OrderAnswer & { status: number }> => {
    const answer = await world.merchant('PUT', `/v1/orders/${id}`, body);
    return { ...((await answer.json()) as OrderAnswer), status: answer.status };
  };

  it('never keep an order out: what says nothing is left out of it, and said', async () => {
    const state = anOrder({ shopper: { id: 'ada', name: '' } });
    const lines = [
      { ...aLine('a', 1000), title: BAD, tags: ['tea', '', BAD] },
      { ...aLine('b', 500), title: dirty('Mug'), tags: [dirty('cup')] },
    ];
    const first = await put('w1', { ...state, market: '', channel: BAD, lines });
    expect(first.status).toBe(201);
    expect(first.warnings.map(({ code, path }) => `${code} ${path}`).toSorted()).toEqual([
      'textLeftOut channel',
      'textLeftOut lines[0].tags',
      'textLeftOut lines[0].title',
      'textLeftOut market',
      'textLeftOut shopper.name',
    ]);
    const clean = { ...state, lines: [aLine('a', 1000), aLine('b', 500)] };
    expect(first.points).toEqual((await put('w2', clean)).points);
  });

  it('are one state however often the order comes, with the same warnings', async () => {
    const body = { ...anOrder({ shopper: { id: 'ada', name: BAD } }), market: dirty('eu') };
    const first = await put('w3', body);
    const again = await put('w3', body);
    expect(again).toEqual({ ...first, status: 200 });
    expect(again.stale).toBe(false);
  });

  it('are reported up to a limit', async () => {
    const lines = Array.from({ length: LEFT_OUT_TOLD_MAX + 1 }, (_, at) => ({
      ...aLine(String(at), 100),
      title: '',
    }));
    const edge = await put('w4', { ...anOrder(), lines: lines.slice(1) });
    expect(edge.warnings).toHaveLength(LEFT_OUT_TOLD_MAX);
    const over = await put('w5', { ...anOrder(), lines });
    expect(over.warnings).toHaveLength(LEFT_OUT_TOLD_MAX);
  });

  it('are refused where they are ids, by the field', async () => {
    for (const sign of ['\uFFFF', '\uFFFE', '\uFDD0', '\u0001']) {
      const body = { ...anOrder(), lines: [aLine('a', 1, { productId: `p${sign}` })] };
      const answer = await world.merchant('PUT', '/v1/orders/w6', body);
      expect(answer.status).toBe(400);
      const { errors } = (await answer.json()) as { errors: { path: string }[] };
      expect(errors.map(({ path }) => path)).toEqual(['lines[0].productId']);
    }
  });

  it('are refused where something must be said and nothing of it is left', async () => {
    const reviewed = await acts.own('ada', 'PUT', '/tea', { rating: 4, body: BAD });
    expect(reviewed.status).toBe(400);
    const adjusted = await world.merchant(
      'POST',
      '/v1/shoppers/ada/adjustments',
      { points: 1, reason: BAD },
      { 'idempotency-key': 'r1' },
    );
    expect(adjusted.status).toBe(400);
  });

  it('leave nothing in the whole shop that XML or a database cannot carry', async () => {
    const key = { 'idempotency-key': 'k1' };
    const token = await world.token('ada', { name: dirty('Ada') });
    const { id } = await acts.write('ada', 'mug', {
      title: dirty('Warm'),
      body: dirty('A good tea'),
      name: dirty('Mika'),
    });
    const appearance = await world.merchant('GET', '/v1/appearance');
    const other = await world.token('cleo');
    const words = dirty('Well');
    const question = { body: words, name: words };
    const sent: [string, () => Promise<Response>][] = [
      ['reply', () => world.merchant('PUT', `/v1/reviews/${id}/reply`, { text: words })],
      [
        'profile',
        () => world.merchant('PUT', '/v1/shoppers/bea', { name: words, tags: [words, BAD] }),
      ],
      [
        'adjustment',
        () =>
          world.merchant(
            'POST',
            '/v1/shoppers/bea/adjustments',
            { points: 1, reason: words, note: words },
            key,
          ),
      ],
      ['own name', () => world.storefront('PATCH', '/me', { token, body: { name: words } })],
      [
        'question',
        () => world.storefront('POST', '/products/mug/questions', { token, body: question }),
      ],
      [
        'seen',
        () =>
          world.storefront('POST', '/me/events', {
            token,
            body: { consent: true, seen: [{ productId: 'p', tags: [words, BAD] }] },
          }),
      ],
      [
        'activity',
        () =>
          world.merchant('POST', '/v1/activities', {
            dedupeKey: 'd1',
            kind: 'survey',
            shopper: { id: 'ada', name: words },
            channel: words,
            market: BAD,
          }),
      ],
      [
        'report',
        () =>
          world.storefront('PUT', `/reviews/${id}/report`, { token: other, body: { note: words } }),
      ],
      ['withheld', () => acts.decide(id, { decision: 'withhold', reason: 'spam', note: words })],
      ['appeal', () => acts.own('ada', 'POST', '/mug/appeal', { text: words })],
      [
        'appearance',
        () =>
          world.merchant(
            'PUT',
            '/v1/appearance',
            { texts: { en: { redeem: words } } },
            { 'if-match': appearance.headers.get('etag') ?? '' },
          ),
      ],
    ];
    for (const [what, answer] of sent) {
      const { status } = await answer();
      expect([what, status < 300], `${what}: ${status}`).toEqual([what, true]);
    }
    let texts = 0;
    for await (const row of exportShop(world.deps, await world.shop()))
      for (const text of textsIn(JSON.parse(row))) {
        expect(text).not.toMatch(UNCARRIED);
        texts += text.includes('rain') ? 1 : 0;
      }
    expect(texts).toBeGreaterThan(12);
  });
});
