import { describe, expect, it } from 'vitest';
import { LIMITS } from '@okaeri/shared/limits';
import {
  duplicateOf,
  gatherArrivals,
  importedId,
  importedRow,
  sourceOf,
  toAnswer,
  type Arrival,
} from './import-rules.ts';

type Line = Parameters<ReturnType<typeof gatherArrivals>['add']>[0];
type Review = Arrival['review'];
type Row = Parameters<typeof toAnswer>[0];
type Fault = Line['faults'][number];

const NOW = Date.parse('2026-11-22T10:00:00Z');

const reviewOf = (change: Partial<Review> = {}): Review => ({
  line: 2,
  productId: 'mug',
  rating: 5,
  title: 'Fine',
  body: 'A good mug for a cold morning.',
  name: 'Ada',
  createdAt: '2024-03-01T00:00:00.000Z',
  wasHidden: false,
  reply: null,
  photoUrls: [],
  ...change,
});
const fault = (line: number): Fault => ({
  line,
  code: 'ratingInvalid',
  detail: 'It is none.',
  photo: false,
  comes: false,
});
const good = (key: string, line = 2): Line => ({
  key: [key],
  review: reviewOf({ line }),
  faults: [],
});
const wrong = (key: string, faults: readonly Fault[]): Line => ({
  key: [key],
  review: null,
  faults,
});

it('reviews are said to come from where the merchant says, else from the tool of the file', () => {
  const options = { products: {}, otherProducts: 'asNamed', columns: {} } as const;
  expect(sourceOf({ ...options, source: 'Our shop' }, 'loox')).toBe('Our shop');
  expect(sourceOf(options, 'judgeMe')).toBe('Judge.me');
  expect(sourceOf(options, 'csv')).toBe('elsewhere');
});

describe('the id of an imported review', () => {
  it('is the same for the same source and line, to the letter and for ever', () => {
    expect(importedId('Loox', ['a', 'b'])).toBe(importedId('Loox', ['a', 'b']));
    // Known by it are reviews that were imported long ago.
    expect(importedId('Loox', ['a', 'b'])).toBe('imp_50BXciQB49bFCXBf8GK1_qYkfx');
    expect(importedId('Loox', ['a', 'b'])).toMatch(/^imp_[\w-]{26}$/);
  });

  it('is another for another source, another order, and other parts of the same letters', () => {
    const ids = [
      importedId('Loox', ['a', 'b']),
      importedId('Yotpo', ['a', 'b']),
      importedId('Loox', ['b', 'a']),
      importedId('Loox', ['ab']),
      importedId('Loox', ['a', 'b', '']),
      importedId('Loox', []),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('what the lines of a file of reviews come to', () => {
  it('is nothing for a file without lines', () => {
    expect(gatherArrivals('Loox').read()).toEqual({ arrivals: [], refused: 0, faults: [] });
  });

  it('is each review once, and a line that says the same again is refused by its own number', () => {
    const gathered = gatherArrivals('Loox');
    for (const line of [good('a', 2), good('b', 3), good('a', 4)]) gathered.add(line);
    const { arrivals, refused, faults } = gathered.read();
    expect(arrivals.map(({ id, review }) => [id, review.line])).toEqual([
      [importedId('Loox', ['a']), 2],
      [importedId('Loox', ['b']), 3],
    ]);
    expect([refused, faults]).toEqual([1, [duplicateOf(4)]]);
  });

  it('takes a line whose first copy could not come', () => {
    const gathered = gatherArrivals('Loox');
    gathered.add(wrong('a', [fault(2)]));
    gathered.add(good('a', 3));
    gathered.add(wrong('a', [fault(4)]));
    const { arrivals, refused, faults } = gathered.read();
    expect([arrivals.length, refused, faults]).toEqual([1, 2, [fault(2), fault(4)]]);
  });

  it('reports what is wrong with a review that comes all the same', () => {
    const gathered = gatherArrivals('Loox');
    gathered.add({ ...good('a'), faults: [fault(2)] });
    expect(gathered.read()).toMatchObject({ refused: 0, faults: [fault(2)] });
    expect(gathered.read().arrivals).toHaveLength(1);
  });

  it.each([
    [LIMITS.importFaultsMax - 1, LIMITS.importFaultsMax - 1],
    [LIMITS.importFaultsMax, LIMITS.importFaultsMax],
    [LIMITS.importFaultsMax + 1, LIMITS.importFaultsMax],
  ])('of %i lines that cannot come reports the faults of %i, and counts all', (lines, reported) => {
    const gathered = gatherArrivals('Loox');
    for (let line = 0; line < lines; line += 1) gathered.add(wrong(`${line}`, [fault(line)]));
    const { refused, faults } = gathered.read();
    expect([refused, faults.length, faults[0]?.line]).toEqual([lines, reported, 0]);
  });

  it('reports as many faults of one line as there is room for, and no duplicate beyond it', () => {
    const gathered = gatherArrivals('Loox');
    gathered.add(
      wrong(
        'a',
        Array.from({ length: LIMITS.importFaultsMax + 5 }, () => fault(2)),
      ),
    );
    gathered.add(good('b', 3));
    gathered.add(good('b', 4));
    const { refused, faults } = gathered.read();
    expect([refused, faults.length]).toEqual([2, LIMITS.importFaultsMax]);
    expect(faults.every(({ line }) => line === 2)).toBe(true);
  });
});

it('a line that is there already is reported as one that does not come', () => {
  expect(duplicateOf(7)).toEqual({
    line: 7,
    code: 'duplicate',
    detail: 'The same review is there already.',
    photo: false,
    comes: false,
  });
});

describe('an imported review, as it is kept', () => {
  const of = { shopId: 'shop', importId: 'import', source: 'Loox', now: NOW };
  const row = (change: Partial<Review> = {}) =>
    importedRow({ id: 'imp_1', review: reviewOf(change) }, of);

  it('is published, nobody’s here, and verified by nobody here', () => {
    expect(row()).toEqual({
      shopId: 'shop',
      id: 'imp_1',
      productId: 'mug',
      shopperId: null,
      orderId: null,
      rating: 5,
      title: 'Fine',
      body: 'A good mug for a cold morning.',
      language: null,
      name: 'Ada',
      attributes: {},
      folded: 'fine\na good mug for a cold morning.',
      textDigest: expect.stringMatching(/^[\w-]{43}$/),
      state: 'published',
      waitingSince: null,
      signals: [],
      offer: null,
      insider: false,
      importedFrom: 'Loox',
      importId: 'import',
      photos: 0,
      helpful: 0,
      reports: 0,
      reply: null,
      pointsGivenAt: null,
      decisions: [],
      reason: null,
      history: [],
      createdAt: Date.parse('2024-03-01'),
      editedAt: null,
      removedAt: null,
      version: 1,
    });
  });

  it('waits for a person from now on where it was hidden, whatever it says', () => {
    const waiting = { state: 'queued', waitingSince: NOW, signals: ['hiddenElsewhere'] };
    expect(row({ wasHidden: true })).toMatchObject(waiting);
    const signals = ['hiddenElsewhere', 'link'];
    expect(row({ wasHidden: true, body: 'see https://x.example' })).toMatchObject({ signals });
  });

  it.each([
    [{ body: 'see https://x.example' }, 'link'],
    [{ title: 'write to a@x.example' }, 'contactData'],
    [{ name: 'AAAAAAAAAAAAAAAAAAAAAAAA' }, 'shouting'],
  ])('waits with %j for what it shows: %s', (change, signal) => {
    const kept = row(change);
    expect([kept.state, kept.waitingSince]).toEqual(['queued', NOW]);
    expect(kept.signals).toContain(signal);
  });

  it.each([1, 2, 3, 4, 5])('is published with %i stars as with any other number', (rating) => {
    expect(row({ rating })).toMatchObject({ rating, state: 'published', signals: [] });
  });

  it('does not wait for its language, or for a proof that nobody could give', () => {
    expect(row({ title: null, body: 'とても良いマグカップです。' }).state).toBe('published');
  });

  it('is searched by its body alone where it has no title', () => {
    expect(row({ title: null }).folded).toBe('a good mug for a cold morning.');
    expect(row({ title: null, body: '' }).folded).toBe('');
    expect(row({ title: 'Fine', body: '' }).folded).toBe('fine');
  });

  it('an imported review’s reply is kept, and counts as never edited', () => {
    const reply = { text: 'Thank you', at: '2024-03-02T00:00:00.000Z' };
    expect(row({ reply }).reply).toEqual({ ...reply, editedAt: null });
  });
});

describe('an import of reviews, as the API answers it', () => {
  const ROW: Row = {
    shopId: 'shop',
    id: 'import',
    source: 'Loox',
    rows: 9,
    imported: 4,
    waiting: 1,
    refused: 5,
    photos: 3,
    createdAt: NOW,
    undoneAt: null,
  };

  it('has its figures and its time, and nothing of what it is kept with', () => {
    expect(toAnswer(ROW, [fault(2)])).toEqual({
      id: 'import',
      source: 'Loox',
      rows: 9,
      imported: 4,
      waiting: 1,
      refused: 5,
      photos: 3,
      faults: [fault(2)],
      createdAt: '2026-11-22T10:00:00.000Z',
      undoneAt: null,
    });
    expect(toAnswer({ ...ROW, undoneAt: 0 }, []).undoneAt).toBe('1970-01-01T00:00:00.000Z');
  });

  it('has as many faults as are listed at most, the first ones', () => {
    const all = Array.from({ length: LIMITS.importFaultsMax + 1 }, (_, index) => fault(index));
    expect(toAnswer(ROW, all).faults).toEqual(all.slice(0, -1));
  });
});
