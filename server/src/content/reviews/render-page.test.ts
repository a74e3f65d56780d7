import WebAutoExtractor from '@marbec/web-auto-extractor';
import Validator from '@adobe/structured-data-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';
import { scriptJson } from './json-ld.ts';

/** What could end a script, a comment, an attribute or a document. */
const ATTACK = `</script><script>alert(1)</script><!--"'><img src=x onerror=alert(1)>\u2028&`;

interface Marked {
  readonly '@id': string;
  readonly aggregateRating: Record<string, unknown>;
  readonly review: readonly Record<string, unknown>[];
}

describe.each(ENGINES)('a page of reviews without JavaScript, on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
    await acts.receive('ada', 'o1', ['mug', 'tea']);
    await acts.receive('bea', 'o2', ['mug']);
  });
  afterAll(() => test.dispose());

  const page = async (product: string, query = ''): Promise<string> => {
    const path = `/products/${product}/reviews.html?name=Mug&id=https%3A%2F%2Fshop.example%2Fmug%23p${query}`;
    const answer = await world.storefront('GET', path, {});
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.get('content-security-policy')).toContain('sandbox');
    return answer.text();
  };
  const markedIn = (text: string): Marked =>
    JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] ?? '',
    ) as Marked;

  it('is nothing where nothing is shown', async () => {
    expect(await page('mug')).toBe('');
  });

  it('marks up what it shows, and shows what it marks up', async () => {
    await acts.write('ada', 'mug', {
      rating: 5,
      title: 'Warm',
      body: 'Keeps warm.',
      language: 'en',
      name: 'Ada',
    });
    await acts.write('bea', 'mug', { rating: 2, body: 'Cools down.', name: 'Bea' });
    const text = await page('mug');
    const marked = markedIn(text);
    // https://developers.google.com/search/docs/appearance/structured-data/review-snippet
    expect(marked).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Product',
      '@id': 'https://shop.example/mug#p',
      name: 'Mug',
      aggregateRating: {
        '@type': 'AggregateRating',
        ratingValue: 3.5,
        reviewCount: 2,
        bestRating: 5,
        worstRating: 1,
      },
    });
    expect(marked.review).toHaveLength(2);
    for (const review of marked.review) {
      expect(review).toMatchObject({
        '@type': 'Review',
        author: { '@type': 'Person', name: expect.stringMatching(/^(Ada|Bea)$/) },
        reviewRating: { '@type': 'Rating', bestRating: 5, worstRating: 1 },
        datePublished: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      });
      expect(text).toContain(String(review['reviewBody']));
    }
    expect(text).toContain('3.5 out of 5, from 2 reviews written here');
    expect(text).toContain('Points were offered for this review');
    expect(text).toContain('<okaeri-reviews product-id="mug"');
    expect(await page('mug', '&language=ja')).toContain('ポイント進呈あり');
  });

  it('is what Google’s requirements ask for, by a validator of them', async () => {
    const find = (text: string): unknown =>
      new WebAutoExtractor({ addLocation: true, embedSource: [] }).parse(text);
    const faultsIn = async (text: string): Promise<string[]> =>
      (await new Validator().validate(find(text)))
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ issueMessage }) => issueMessage)
        // A listing with a price is the shop's own markup, to which this is joined by its id.
        .filter((message) => !/"(image|offers)"/.test(message));
    const text = await page('mug');
    expect(await faultsIn(text)).toEqual([]);
    // It finds what is missing.
    expect(await faultsIn(text.replace('"ratingValue":5', '"nothing":5'))).not.toEqual([]);
  });

  it('stays a page, and its JSON stays JSON, whatever is written', async () => {
    const review = { body: ATTACK, title: ATTACK, name: ATTACK.slice(0, 60), language: 'en' };
    const { id, state } = await acts.write('ada', 'tea', review);
    expect(state).toBe('published');
    await world.merchant('PUT', `/v1/reviews/${id}/reply`, { text: ATTACK });
    const text = await page('tea');
    expect(text.match(/<script/g)).toHaveLength(1);
    expect(text).not.toContain('<img');
    expect(text).not.toContain('<!--');
    expect(markedIn(text).review[0]).toMatchObject({ reviewBody: ATTACK });
    expect(JSON.parse(scriptJson({ a: ATTACK }))).toEqual({ a: ATTACK });
  });

  it('takes no name or address that is none', async () => {
    for (const query of [
      '',
      '?name=',
      '?name=x&id=javascript',
      '?name=x&media=javascript:alert(1)',
    ])
      expect((await world.storefront('GET', `/products/mug/reviews.html${query}`, {})).status).toBe(
        400,
      );
  });
});
