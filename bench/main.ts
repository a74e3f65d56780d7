import { measureSizes } from '../tooling/sizes.ts';
import { earn, emptyGet, emptyPost, readMe, submitReview } from './acts.ts';
import { createFixture, growFixture, type Fixture, type Program } from './fixture.ts';
import { requestsPerSecond, type Load } from './load.ts';
import { fillReviews, readReviews, readStars } from './review-fixture.ts';
import { serve, type Served } from './processes.ts';
import { report, type Line } from './table.ts';

/** Each measurement is taken this often, in turns, and the middle one counts. */
const ROUNDS = 5;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const WARM_UP_SECONDS = 2;
/** From ten thousand entries to a million. */
const GROWTH = 100;
/** Products of a small shop that has ten thousand reviews. */
const PRODUCTS = 100;

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Requests per second of each load, round by round. */
type Rates = Readonly<Record<string, readonly number[]>>;

/** Takes several loads in turns, so that whatever else the machine does falls on all of them. */
const inTurns = async (loads: Readonly<Record<string, Load>>): Promise<Rates> => {
  for (const load of Object.values(loads))
    await requestsPerSecond({ ...load, seconds: WARM_UP_SECONDS });
  const taken: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, load] of Object.entries(loads))
      (taken[name] ??= []).push(await requestsPerSecond(load));
    const words = Object.entries(taken).map(
      ([name, rates]) => `${name} ${Math.round(rates.at(-1) ?? 0)}`,
    );
    console.log(`  per second: ${words.join(', ')}`);
  }
  return taken;
};

/** The middle of the rounds' ratios: each compares what was measured within the same seconds. */
const ratioOf = (rates: Rates, one: string, other: string): number =>
  median((rates[one] ?? []).map((rate, round) => rate / (rates[other]?.[round] ?? 1)));

const statementsOf = async (server: Served): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(/okaeri_statements_total (\d+)/.exec(text)?.[1] ?? 0);
};

/** Statements the server runs for one request of a kind. */
const statementsPer = async (server: Served, next: Load['next']): Promise<number> => {
  const before = await statementsOf(server);
  const requests = 100;
  for (let i = 0; i < requests; i += 1) {
    const { path, ...init } = next();
    await fetch(server.url + path, init);
  }
  return ((await statementsOf(server)) - before) / requests;
};

const openServers = async (
  fixture: Fixture,
  program: Program = 'plain',
): Promise<{ product: Served; byHand: Served }> => {
  const environment = {
    DATABASE_URL: fixture.databaseUrl,
    SECRET_KEY: fixture.secretKey,
    DEMO: 'off',
    LOG_LEVEL: 'warn',
  };
  const product = await serve('server/src/main.ts', environment);
  const byHand = await serve('bench/by-hand/server.ts', { ...environment, PROGRAM: program });
  return { product, byHand };
};

/** Earning and reading against what one would write by hand, under a plain programme or one with every kind of rule. */
const measureSpeed = async (fixture: Fixture, program: Program): Promise<Line[]> => {
  const { product, byHand } = await openServers(fixture, program);
  const under = program === 'rich' ? ', with every kind of rule' : '';
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const rates = await inTurns({
    'earn, product': of(product, earn(fixture)),
    'earn, by hand': of(byHand, earn(fixture)),
    'empty POST': of(byHand, emptyPost),
    'GET /me, product': of(product, readMe(fixture)),
    'GET /me, by hand': of(byHand, readMe(fixture)),
    'empty GET': of(byHand, emptyGet),
  });
  const ratio = (one: string, other: string): number => ratioOf(rates, one, other);
  const lines: Line[] = [
    {
      what: `earn ÷ by hand${under}`,
      value: ratio('earn, product', 'earn, by hand'),
      unit: '',
      budget: { atLeast: 0.6 },
    },
    {
      what: `earn ÷ empty POST${under}`,
      value: ratio('earn, product', 'empty POST'),
      unit: '',
    },
    {
      what: `earn by hand ÷ empty POST, the floor${under}`,
      value: ratio('earn, by hand', 'empty POST'),
      unit: '',
    },
    {
      what: `statements per earn${under}`,
      value: await statementsPer(product, earn(fixture)),
      unit: 'statements',
    },
    {
      what: `GET /me ÷ by hand${under}`,
      value: ratio('GET /me, product', 'GET /me, by hand'),
      unit: '',
      budget: { atLeast: 0.6 },
    },
    {
      what: `GET /me ÷ empty GET${under}`,
      value: ratio('GET /me, product', 'empty GET'),
      unit: '',
    },
    {
      what: `statements per GET /me${under}`,
      value: await statementsPer(product, readMe(fixture)),
      unit: 'statements',
    },
    {
      what: `start to the first 200${under}`,
      value: product.startMs,
      unit: 'ms',
      budget: { atMost: 2000 },
    },
  ];
  await Promise.all([product.stop(), byHand.stop()]);
  return lines;
};

/** The same requests against a small ledger and one that has grown a hundredfold, in turns. */
const measureGrowth = async (small: Fixture): Promise<Line[]> => {
  const large = growFixture(await createFixture(), GROWTH);
  const [a, b] = [await openServers(small), await openServers(large)];
  await Promise.all([a.byHand.stop(), b.byHand.stop()]);
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const rates = await inTurns({
    'earn, small': of(a.product, earn(small)),
    'earn, large': of(b.product, earn(large)),
    'GET /me, small': of(a.product, readMe(small)),
    'GET /me, large': of(b.product, readMe(large)),
  });
  await Promise.all([a.product.stop(), b.product.stop()]);
  large.remove();
  const times = (act: string): number => ratioOf(rates, `${act}, small`, `${act}, large`);
  const grown = `at ${large.entries.toLocaleString('en')} entries, in times of ${small.entries.toLocaleString('en')}`;
  return [
    { what: `an earn ${grown}`, value: times('earn'), unit: '', budget: { atMost: 2 } },
    { what: `GET /me ${grown}`, value: times('GET /me'), unit: '', budget: { atMost: 1.75 } },
  ];
};

/** A product's reviews in a small shop and in one with a hundred times as many products. */
const measureReviews = async (): Promise<Line[]> => {
  const [small, large] = [await createFixture('reviews'), await createFixture('reviews')];
  fillReviews(small, PRODUCTS);
  fillReviews(large, PRODUCTS * GROWTH);
  const [a, b] = [await openServers(small), await openServers(large)];
  await a.byHand.stop();
  const of = (server: Served, next: Load['next']): Load => ({
    url: server.url,
    seconds: SECONDS,
    next,
  });
  const rates = await inTurns({
    'reviews, small': of(a.product, readReviews(small, PRODUCTS)),
    'reviews, large': of(b.product, readReviews(large, PRODUCTS * GROWTH)),
    'stars, small': of(a.product, readStars(small, PRODUCTS)),
    'stars, large': of(b.product, readStars(large, PRODUCTS * GROWTH)),
  });
  const submit = submitReview(large, PRODUCTS * GROWTH);
  const submitted = await inTurns({
    'submission, product': of(b.product, submit),
    'submission, by hand': of(b.byHand, submit),
  });
  const submission: Line[] = [
    {
      what: 'a review submitted ÷ by hand, at 1,000,000 reviews',
      value: ratioOf(submitted, 'submission, product', 'submission, by hand'),
      unit: '',
      budget: { atLeast: 0.6 },
    },
    {
      what: 'statements per review submitted',
      value: await statementsPer(b.product, submit),
      unit: 'statements',
    },
  ];
  await Promise.all([a.product.stop(), b.product.stop(), b.byHand.stop()]);
  small.remove();
  large.remove();
  const grown = 'at 1,000,000 reviews, in times of 10,000';
  const lines = ['reviews', 'stars'].map((what): Line => ({
    what: `a product's ${what} ${grown}`,
    value: ratioOf(rates, `${what}, small`, `${what}, large`),
    unit: '',
    budget: { atMost: 1.25 },
  }));
  return [...lines, ...submission];
};

const measureBytes = (): Line[] =>
  measureSizes().map(({ what, bytes, budget }) => ({
    what: `bytes: ${what}`,
    value: bytes,
    unit: 'bytes',
    budget: { atMost: budget },
  }));

const fixture = await createFixture();
const rich = await createFixture('rich');
const only = process.env['BENCH_ONLY'];
const lines =
  only === 'reviews'
    ? await measureReviews()
    : [
        ...(await measureSpeed(fixture, 'plain')),
        ...(await measureSpeed(rich, 'rich')),
        ...(await measureGrowth(fixture)),
        ...(await measureReviews()),
        ...measureBytes(),
      ];
fixture.remove();
rich.remove();
process.exitCode = report(lines) ? 0 : 1;
