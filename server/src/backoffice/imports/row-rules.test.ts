import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import { gatherArrivals } from './import-rules.ts';
import { readLine, type Reading } from './row-rules.ts';

const reading: Reading = {
  columns: { productId: 'p', rating: 'r', body: 'b', date: 'd', photos: 'f' },
  dates: null,
  options: { products: {}, otherProducts: 'asNamed' },
  now: Date.parse('2026-11-22T00:00:00Z'),
};
const good = { p: 'mug', r: '5', b: 'Fine', d: '2024-03-01' };

describe('a line of a file of reviews', () => {
  it('reports no more wrong photos than could have come, and repeats no long cell', () => {
    const { faults } = readLine({ ...good, f: 'x|'.repeat(30_000) }, 2, reading);
    expect(faults).toHaveLength(LIMITS.reviewPhotosMax);
    const long = 'y'.repeat(60_000);
    const wrong = readLine({ ...good, r: long, d: long, f: long }, 2, reading);
    expect(wrong.faults).toHaveLength(3);
    for (const { detail } of wrong.faults) expect(detail.length).toBeLessThan(200);
  });
});

describe('a review of a line', () => {
  const reviewOf = (line: Record<string, string>, change: Partial<Reading> = {}) =>
    readLine({ ...good, ...line }, 2, { ...reading, ...change });

  it('does not come where anything of it is wrong that it cannot do without', () => {
    expect(reviewOf({}).review).toMatchObject({ productId: 'mug', rating: 5 });
    const wrongs: readonly Record<string, string>[] = [
      { p: '' },
      { p: 'x'.repeat(LIMITS.idLengthMax + 1) },
      { r: '6' },
      { d: 'soon' },
      { b: 'x'.repeat(LIMITS.reviewBodyMax + 1) },
    ];
    for (const wrong of wrongs) expect(reviewOf(wrong)).toMatchObject({ review: null });
  });

  it('comes with a text, and a product’s name, as long as they may be', () => {
    const long = { p: 'x'.repeat(LIMITS.idLengthMax), b: 'x'.repeat(LIMITS.reviewBodyMax) };
    expect(reviewOf(long).review).toMatchObject({ productId: long.p, body: long.b });
  });

  it('is of a product that was named, where others are refused', () => {
    const options = { products: { mug: 'p1' }, otherProducts: 'refuse' } as const;
    expect(reviewOf({}, { options }).review?.productId).toBe('p1');
    expect(reviewOf({ p: 'cup' }, { options })).toMatchObject({
      review: null,
      faults: [{ code: 'productUnknown' }],
    });
    expect(reviewOf({ p: '' }, { options }).faults.map(({ code }) => code)).toEqual([
      'productMissing',
    ]);
  });

  it('has the name of its author, else the other that the file has, and never an address', () => {
    const columns = { ...reading.columns, name: 'n', fallbackName: 'o' };
    const nameOf = (n: string, o: string) => reviewOf({ n, o }, { columns }).review?.name;
    expect(nameOf('Ada', 'A. L.')).toBe('Ada');
    expect(nameOf('', 'A. L.')).toBe('A. L.');
    expect(nameOf('ada@example.com', '')).toBe('');
  });
});

describe('what else a line of a review says', () => {
  const columns = {
    ...reading.columns,
    reviewId: 'i',
    email: 'e',
    name: 'n',
    title: 't',
    handle: 'h',
    sku: 's',
    productUrl: 'u',
    status: 'o',
    hidden: 'x',
    reply: 'a',
    replyDate: 'ad',
  };
  const read = (line: Record<string, string>) =>
    readLine({ ...good, ...line }, 2, { ...reading, columns });

  it('is the same review by its id alone, else by its product, person, day and words', () => {
    expect(read({ i: 'r1', e: 'a@b.example' }).key).toEqual(['r1']);
    const words = ['2024-03-01', 'Good', 'Fine'];
    expect(read({ e: 'A@b.example', n: 'Ada', t: 'Good' }).key).toEqual([
      'mug',
      'a@b.example',
      ...words,
    ]);
    expect(read({ n: 'Ada', t: 'Good' }).key).toEqual(['mug', 'Ada', ...words]);
  });

  it.each([
    [{ p: 'mug', h: 'cup', s: 'S1', u: 'https://x.example/products/pot' }, 'mug'],
    [{ p: '', h: 'cup', s: 'S1', u: 'https://x.example/products/pot' }, 'cup'],
    [{ p: '', s: 'S1', u: 'https://x.example/products/pot' }, 'S1'],
    [{ p: '', u: 'https://x.example/products/pot?variant=1' }, 'pot'],
    [{ p: 'gid://shopify/Product/42' }, '42'],
  ])('with %j is about the product "%s"', (line, productId) => {
    expect(read(line).review?.productId).toBe(productId);
  });

  it.each([
    [{}, false],
    [{ o: 'published' }, false],
    [{ o: 'spam' }, true],
    [{ x: 'no' }, false],
    [{ x: 'yes' }, true],
    [{ o: 'published', x: 'true' }, true],
  ])('with %j was hidden there: %s', (line, hidden) => {
    expect(read(line).review?.wasHidden).toBe(hidden);
  });

  it.each([
    ['2024-03-05', '2024-03-05', []],
    ['', '2024-03-01', []],
    ['soon', '2024-03-01', ['replyDateInvalid']],
  ])('has a reply of the day "%s", else of the review’s: %s', (ad, day, codes) => {
    const { review, faults } = read({ a: 'Thanks', ad });
    expect(review?.reply).toEqual({ text: 'Thanks', at: `${day}T00:00:00.000Z` });
    expect(faults.map(({ code }) => code)).toEqual(codes);
  });

  it('has the first photos, as many as a review may have', () => {
    const urls = Array.from({ length: 7 }, (_, index) => `https://x.example/${index}.jpg`);
    const most = read({ f: urls.slice(0, LIMITS.reviewPhotosMax).join('|') });
    expect(most).toMatchObject({ review: { photoUrls: urls.slice(0, 6) }, faults: [] });
    const more = read({ f: urls.join('|') });
    expect(more.review?.photoUrls).toEqual(urls.slice(0, 6));
    expect(more.faults.map(({ code }) => code)).toEqual(['tooManyPhotos']);
  });
});

describe('the lines of a file of reviews', () => {
  it('are counted all, and as many faults are kept as are reported', () => {
    const gathered = gatherArrivals('a tool');
    const most = LIMITS.importFaultsMax;
    for (let line = 2; line < most + 12; line += 1)
      gathered.add(readLine({ ...good, r: '9', f: 'x' }, line, reading));
    gathered.add(readLine(good, most + 12, reading));
    gathered.add(readLine(good, most + 13, reading));
    const { arrivals, refused, faults } = gathered.read();
    expect([arrivals.length, refused, faults.length]).toEqual([1, most + 11, most]);
  });
});
