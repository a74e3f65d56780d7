import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import type { Problem } from '@okaeri/shared/errors';
import type { Product, ProductAnswer } from '@okaeri/shared/products';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { openWorld, testProgram, type World } from '../../testing/world.ts';

const {
  careTextMax,
  idLengthMax,
  listMax,
  moneyMinorMax,
  productCurrenciesMax,
  productLanguagesMax,
  quantityMax,
  tagsMax,
  textLengthMax,
  urlLengthMax,
  variantsPerProductMax,
} = LIMITS;
const long = (length: number): string => 'x'.repeat(length);
const many = (count: number): string[] => Array.from({ length: count }, (_, at) => `t${at}`);
const letters = (at: number): string =>
  [26 * 26, 26, 1].map((by) => String.fromCharCode(65 + (Math.floor(at / by) % 26))).join('');
const currencies = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [letters(at), at]));
const languages = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [letters(at).toLowerCase(), 'Beans']),
  );
const variants = (count: number): object[] => many(count).map((id) => ({ id }));
const url = `https://shop.example/${long(urlLengthMax - 21)}`;

describe.each(ENGINES)('a field of a product on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let count = 0;
  beforeAll(async () => {
    test = await openTestStore();
    world = await openWorld(test.store, testProgram());
  });
  afterAll(() => test.dispose());

  const put = async (change: object) => {
    const path = `/v1/products/f${(count += 1)}`;
    const body = { updatedAt: '2026-11-01T00:00:00Z', title: { en: 'Beans' }, ...change };
    const answer = await world.merchant('PUT', path, body);
    const said = (await answer.json()) as ProductAnswer & Problem;
    const kept = (await (await world.merchant('GET', path)).json()) as Product;
    return { status: answer.status, said, kept };
  };

  it.each<[string, object, object]>([
    ['valueLeftOut title.EN', { title: { en: 'Tea', EN: 'Tea' } }, { title: { en: 'Tea' } }],
    ['valueLeftOut title.ja', { title: { en: 'Tea', ja: ' ' } }, { title: { en: 'Tea' } }],
    ['valueLeftOut title.ja', { title: { en: 'Tea', ja: 5 } }, { title: { en: 'Tea' } }],
    [
      'textCut title.en',
      { title: { en: long(textLengthMax + 1) } },
      { title: { en: long(textLengthMax) } },
    ],
    ['valueLeftOut url', { url: 'shop.example/tea' }, { url: null }],
    ['valueLeftOut url', { url: 'javascript:alert(1)' }, { url: null }],
    ['valueLeftOut url', { url: `${url}x` }, { url: null }],
    ['valueLeftOut imageUrl', { imageUrl: 'data:image/png;base64,AA==' }, { imageUrl: null }],
    ['valueLeftOut prices', { prices: 1800 }, { prices: {} }],
    ['valueLeftOut prices.usd', { prices: { usd: 1, EUR: 2 } }, { prices: { EUR: 2 } }],
    ['valueLeftOut prices.USD', { prices: { USD: '18.00' } }, { prices: {} }],
    ['valueLeftOut prices.USD', { prices: { USD: -1 } }, { prices: {} }],
    ['valueLeftOut prices.USD', { prices: { USD: moneyMinorMax + 1 } }, { prices: {} }],
    ['valueLeftOut quantityMax', { quantityMax: 0 }, { quantityMax: null }],
    ['valueLeftOut quantityMax', { quantityMax: quantityMax + 1 }, { quantityMax: null }],
    ['valueLeftOut markets', { markets: many(listMax + 1) }, { markets: many(listMax) }],
    ['textLeftOut tags', { tags: many(tagsMax + 1) }, { tags: many(tagsMax) }],
    ['valueLeftOut collectionIds', { collectionIds: ['a', 5] }, { collectionIds: ['a'] }],
    ['valueLeftOut publishedAt', { publishedAt: 'soon' }, { publishedAt: null }],
    ['valueLeftOut replacedById', { replacedById: long(idLengthMax + 1) }, { replacedById: null }],
    [
      'textCut careText.en',
      { careText: { en: long(careTextMax + 1) } },
      { careText: { en: long(careTextMax) } },
    ],
    [
      'valueLeftOut variants[0].prices.usd',
      { variants: [{ id: 'v', prices: { usd: 1 } }] },
      { variants: [{ id: 'v', available: true, prices: {} }] },
    ],
  ])('that cannot be used is left out and said: %s (%#)', async (expected, change, kept) => {
    const answer = await put(change);
    expect(answer.status).toBe(201);
    expect(answer.said.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([expected]);
    expect(answer.kept).toMatchObject(kept);
  });

  it.each<[string, object]>([
    ['a title as long as may be', { title: { en: long(textLengthMax) } }],
    ['a title in as many languages as may be', { title: languages(productLanguagesMax) }],
    ['an address as long as may be', { url }],
    ['prices in as many currencies as may be', { prices: currencies(productCurrenciesMax) }],
    ['the greatest price', { prices: { USD: moneyMinorMax } }],
    ['the greatest number of pieces', { quantityMax }],
    ['as many markets as may be', { markets: many(listMax) }],
    ['a care text of several lines', { careText: { en: 'Rinse.\n\nDry.' } }],
    ['a care text as long as may be', { careText: { en: long(careTextMax) } }],
  ])('is kept as it came: %s', async (_, change) => {
    const answer = await put(change);
    expect(answer.said.warnings).toEqual([]);
    expect(answer.kept).toMatchObject(change);
  });

  it.each<[string, object, string, number]>([
    ['languages', { title: languages(productLanguagesMax + 1) }, 'title', productLanguagesMax],
    [
      'currencies',
      { prices: currencies(productCurrenciesMax + 1) },
      'prices',
      productCurrenciesMax,
    ],
  ])('has so many %s and no more', async (_, change, field, maximum) => {
    const { said, kept } = await put(change);
    expect(said.warnings.map(({ code }) => code)).toEqual(['valueLeftOut']);
    expect(Object.keys(Reflect.get(kept, field))).toHaveLength(maximum);
  });

  it('takes as many variants as may be, and refuses one more or two of one id', async () => {
    expect((await put({ variants: variants(variantsPerProductMax) })).status).toBe(201);
    expect((await put({ variants: variants(variantsPerProductMax + 1) })).status).toBe(400);
    expect((await put({ variants: [{ id: 'a' }, { id: 'a' }] })).status).toBe(400);
  });

  it.each<[string, object, string]>([
    ['no title in any language', { title: { EN: 'Beans' } }, 'title'],
    ['a title that is no record', { title: 'Beans' }, 'title'],
    ['no time', { updatedAt: null }, 'updatedAt'],
    ['a time that is none', { updatedAt: '2026-11-01' }, 'updatedAt'],
    ['a word where it is said whether it can be bought', { available: 'yes' }, 'available'],
    ['a variant without an id', { variants: [{ available: true }] }, 'variants[0].id'],
    ['a field nobody knows', { colour: 'red' }, ''],
  ])('that must be there is told: %s', async (_, change, path) => {
    const { status, said } = await put(change);
    expect(status).toBe(400);
    expect(said.errors?.map((error) => error.path)).toEqual([path]);
  });
});
