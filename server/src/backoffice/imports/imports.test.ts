import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ImportAnswer, ImportPreview } from '@okaeri/shared/imports';
import { ENGINES, type TestStore } from '../../testing/engines.ts';
import { reviewActsOf, reviewProgram, type ReviewActs } from '../../testing/review-acts.ts';
import { openWorld, type World } from '../../testing/world.ts';

/*
 * Files in the shapes the tools export (reference "reviews and surveys", section 1.2), with
 * what goes wrong in them in practice.
 */
const JUDGE_ME = `title,body,rating,review_date,source,curated,reviewer_name,reviewer_email,product_id,product_handle,reply,reply_date,picture_urls,ip_address,location
Lovely,"Holds the heat.
Even outdoors, ""really"".",5,2024-03-05 10:11:12 UTC,web,ok,Jean D.,jean@example.com,8101,blue-mug,Thank you!,2024-03-06 08:00:00 UTC,"http://cdn.example/a.jpg,https://cdn.example/b.jpg",203.0.113.9,"Paris, France"
,Chipped on arrival,1,2024-03-07,email,spam,jean@example.com,jean@example.com,8101,blue-mug,,,,,
`;
const LOOX = `\uFEFFid,status,rating,email,nickname,full_name,review,date,productId,handle,img,variant,verified_purchase
lx1,Active,4,mia@example.com,,Mia Tan,Good &amp; sturdy<br>Would buy again,2023-11-02T09:00:00.000Z,8102,tea-tin,https://images.example/x.webp,Red,true
lx2,Hidden,2,tom@example.com,Tom,,It leaks,2023-11-03T09:00:00.000Z,8102,tea-tin,,,true
`;
const OKENDO = `Review ID;Product ID;Rating;Title;Body;Reviewer Name;Is Verified Buyer;Date Created;Status
ok-1;gid://shopify/Product/555;5;Très bien;Solide et léger;Chloé;TRUE;05/03/2024;published
ok-2;gid://shopify/Product/555;3;;Correct;Marc;TRUE;23/03/2024;published
`;
const YOTPO = `Review Title\tReview Content\tReview Score\tDate\tProduct ID\tProduct Title\tProduct URL\tDisplay Name\tEmail\tVerified Purchase
Fine\tAs described\t4,0\t2024-02-29\t\tWool hat\thttps://shop.example/products/wool-hat?variant=1\tAnna\tanna@example.com\ttrue
`;
const SHOPIFY = `product_handle,state,rating,title,author,email,location,body,reply,created_at,replied_at
blue-mug,published,5,Great,Kim,kim@example.com,Seoul,Love the colour,,2022-01-05 11:22:33 +0900,
blue-mug,unpublished,1,No,Lee,lee@example.com,Busan,Broke,,2022-01-06 11:22:33 +0900,
`;

describe.each(ENGINES)('importing reviews on $engine', ({ openTestStore }) => {
  let test: TestStore;
  let world: World;
  let acts: ReviewActs;
  beforeAll(async () => {
    test = await openTestStore();
  });
  afterAll(() => test.dispose());
  beforeEach(async () => {
    world = await openWorld(test.store, reviewProgram());
    acts = reviewActsOf(world);
  });

  const send = (
    path: string,
    file: string | Uint8Array<ArrayBuffer>,
    options?: object,
  ): Promise<Response> => {
    const body = new FormData();
    body.set('file', new File([file], 'reviews.csv', { type: 'text/csv' }));
    if (options !== undefined) body.set('options', JSON.stringify(options));
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    return world.request(`/v1/reviews/imports${path}`, { method: 'POST', headers, body });
  };
  const preview = async (
    file: string | Uint8Array<ArrayBuffer>,
    options?: object,
  ): Promise<ImportPreview> =>
    (await (await send('/preview', file, options)).json()) as ImportPreview;
  const bring = async (
    file: string | Uint8Array<ArrayBuffer>,
    options?: object,
  ): Promise<ImportAnswer> => (await (await send('', file, options)).json()) as ImportAnswer;
  const lines = (...rows: string[]): string =>
    ['product_id,rating,title,body,name,date,photos', ...rows].join('\n');
  const faultsOf = async (...rows: string[]): Promise<unknown[]> =>
    (await preview(lines(...rows))).faults.map(({ line, code }) => [line, code]);

  it('knows a file of Judge.me, and what is in it', async () => {
    const seen = await preview(JUDGE_ME);
    expect(seen).toMatchObject({ format: 'judgeMe', rows: 2, ready: 2, refused: 0, photos: 2 });
    expect(seen.unused).toEqual(['source', 'ip_address', 'location']);
    expect(seen.sample[0]).toEqual({
      line: 3,
      productId: '8101',
      rating: 5,
      title: 'Lovely',
      body: 'Holds the heat.\nEven outdoors, "really".',
      name: 'Jean D.',
      createdAt: '2024-03-05T10:11:12.000Z',
      wasHidden: false,
      reply: { text: 'Thank you!', at: '2024-03-06T08:00:00.000Z' },
      photoUrls: ['https://cdn.example/a.jpg', 'https://cdn.example/b.jpg'],
    });
    // An address is no name, and what was hidden there is not shown here before a person has looked.
    expect(seen.sample[1]).toMatchObject({ name: '', title: null, wasHidden: true });
    expect((await acts.list('8101')).items).toEqual([]);
  });

  it('brings them as reviews of elsewhere: nobody’s, not verified, not marked up', async () => {
    expect(await bring(JUDGE_ME)).toMatchObject({ imported: 2, waiting: 1, source: 'Judge.me' });
    const { items } = await acts.list('8101');
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ importedFrom: 'Judge.me', verified: false, offer: null });
    expect(await acts.waiting()).toMatchObject([{ signals: ['hiddenElsewhere'], rating: null }]);
    const path = `/products/8101/reviews.html?name=Mug`;
    const page = await (await world.storefront('GET', path, {})).text();
    expect(page).toContain('Holds the heat.');
    expect(page).not.toContain('ld+json');
  });

  it('brings those of Loox, Okendo, Yotpo and Shopify', async () => {
    expect(await bring(LOOX)).toMatchObject({ source: 'Loox', imported: 2, waiting: 1 });
    const [loox] = (await acts.list('8102')).items;
    expect(loox).toMatchObject({ name: 'Mia Tan', body: 'Good & sturdy\nWould buy again' });
    expect(await preview(OKENDO)).toMatchObject({
      format: 'okendo',
      delimiter: ';',
      dateOrder: 'dmy',
    });
    await bring(OKENDO);
    const okendo = (await acts.list('555')).items;
    expect(okendo.map(({ createdAt }) => createdAt.slice(0, 10))).toEqual([
      '2024-03-23',
      '2024-03-05',
    ]);
    expect(await bring(YOTPO)).toMatchObject({ source: 'Yotpo', imported: 1 });
    expect((await acts.list('wool-hat')).items).toMatchObject([{ rating: 4, name: 'Anna' }]);
    expect(await bring(SHOPIFY)).toMatchObject({ source: 'Shopify', imported: 2, waiting: 1 });
    const [shopify] = (await acts.list('blue-mug')).items;
    expect(shopify).toMatchObject({ createdAt: '2022-01-05T02:22:33.000Z' });
  });

  it('refuses lines with their number and the reason, and brings the others', async () => {
    const long = 'x'.repeat(5001);
    expect(
      await faultsOf(
        'mug,5,,Fine,Ada,2024-03-01,',
        'mug,0,,Zero,Ada,2024-03-01,',
        'mug,12,,Twelve,Ada,2024-03-01,',
        'mug,"4,6",,Comma,Ada,2024-03-01,',
        'mug,99999999999999999999,,Long,Ada,2024-03-01,',
        'mug,5,,When,Ada,05/03/2024,',
        'mug,5,,When,Ada,31/02/2024,',
        'mug,5,,Later,Ada,2027-01-01,',
        ',5,,What,Ada,2024-03-01,',
        `mug,5,,${long},Ada,2024-03-01,`,
        'mug,5,,Fine,Ada,2024-03-01,',
        'mug,5,,Photo,Ada,2024-03-01,javascript:alert(1)',
        'mug,5,short',
      ),
    ).toEqual([
      [3, 'ratingInvalid'],
      [4, 'ratingInvalid'],
      [5, 'ratingInvalid'],
      [6, 'ratingInvalid'],
      [8, 'dateInvalid'],
      [9, 'dateInFuture'],
      [10, 'productMissing'],
      [11, 'textTooLong'],
      [12, 'duplicate'],
      [13, 'photoAddressInvalid'],
      [14, 'wrongColumnCount'],
    ]);
  });

  it('refuses to guess which number is the day', async () => {
    const row = 'mug,5,,When,Ada,05/03/2024,';
    expect(await faultsOf(row)).toEqual([[2, 'dateAmbiguous']]);
    const said = await preview(lines(row), { dateOrder: 'mdy' });
    expect(said.sample[0]?.createdAt).toBe('2024-05-03T00:00:00.000Z');
    const both = lines('a,5,,A,A,25/03/2024,', 'b,5,,B,B,03/25/2024,');
    expect(await (await send('/preview', both)).json()).toMatchObject({
      code: 'importNotReadable',
    });
  });

  it('refuses a file whose columns are not understood, and takes them when they are named', async () => {
    const file = 'artikel,sterne,wann,wort\nmug,5,2024-03-01,Gut\n';
    const refused = await send('/preview', file);
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: 'importNotReadable' });
    const columns = { productId: 'artikel', rating: 'sterne', date: 'wann', body: 'wort' };
    expect(await preview(file, { columns })).toMatchObject({ format: 'csv', ready: 1 });
    const missing = await send('/preview', file, { columns: { ...columns, body: 'nirgends' } });
    expect(await missing.json()).toMatchObject({ detail: 'There is no column "nirgends".' });
  });

  it('reads Unicode of every kind, and other encodings when they are said', async () => {
    const text = lines('mug,5,,Très bon ♥,Ada,2024-03-01,');
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    expect((await preview(utf16)).sample[0]?.body).toBe('Très bon ♥');
    const latin = Buffer.from(lines('mug,5,,Tr\u00e8s bon,Ada,2024-03-01,'), 'latin1');
    expect(await (await send('/preview', latin)).json()).toMatchObject({
      code: 'importNotReadable',
    });
    const said = await preview(latin, { encoding: 'windows-1252' });
    expect(said.sample[0]?.body).toBe('Très bon');
    expect((await send('/preview', latin, { encoding: 'no-such' })).status).toBe(422);
    const broken = await send('/preview', 'product_id,rating,body,date\nmug,5,"open,2024-01-01\n');
    expect(await broken.json()).toMatchObject({ code: 'importNotReadable' });
    expect((await send('/preview', '')).status).toBe(422);
  });

  it('names products as the shop does, where it says how', async () => {
    const file = lines('old-1,5,,One,Ada,2024-03-01,', 'old-2,5,,Two,Ada,2024-03-01,');
    const options = { products: { 'old-1': 'mug' }, otherProducts: 'refuse' };
    const seen = await preview(file, options);
    expect(seen.sample).toMatchObject([{ productId: 'mug' }]);
    expect(seen.faults).toMatchObject([{ line: 3, code: 'productUnknown' }]);
  });

  it('brings nothing twice, and takes a whole file back', async () => {
    const before = await acts.list('8101');
    const first = await bring(JUDGE_ME);
    const again = await bring(JUDGE_ME);
    expect(again).toMatchObject({ imported: 0, refused: 2 });
    expect(again.faults.map(({ code }) => code)).toEqual(['duplicate', 'duplicate']);
    const undone = await world.merchant('DELETE', `/v1/reviews/imports/${first.id}`);
    expect(((await undone.json()) as ImportAnswer).undoneAt).not.toBeNull();
    expect(await acts.list('8101')).toEqual(before);
    expect(await acts.waiting()).toEqual([]);
    expect((await world.merchant('DELETE', `/v1/reviews/imports/${first.id}`)).status).toBe(200);
    expect((await world.merchant('DELETE', '/v1/reviews/imports/none')).status).toBe(404);
    // What was taken back can come again.
    expect(await bring(JUDGE_ME)).toMatchObject({ imported: 2 });
    const list = await (await world.merchant('GET', '/v1/reviews/imports')).json();
    expect(list).toMatchObject({ items: [{ imported: 2 }, { imported: 0 }, { imported: 2 }] });
  });

  it('shows one of many the same, whatever its stars', async () => {
    const rows = [1, 2, 3, 4, 5].map((rating) => `mug,${rating},,Words ${rating},A,2024-03-01,`);
    expect(await bring(lines(...rows))).toMatchObject({ imported: 5, waiting: 0 });
    expect((await acts.list('mug')).summary.stars).toEqual([1, 1, 1, 1, 1]);
  });

  it('wants a form with a file', async () => {
    const headers = { authorization: `Bearer ${world.keys.secretKey}` };
    const path = '/v1/reviews/imports/preview';
    const plain = await world.request(path, { method: 'POST', headers, body: 'a,b' });
    expect(plain.status).toBe(400);
    expect((await send('/preview', 'x', { unknown: 1 })).status).toBe(400);
  });
});
