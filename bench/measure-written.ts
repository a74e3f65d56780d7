import { okaeri, ROOT, type Served } from './processes.ts';
import { createFixture, type Fixture } from './fixture.ts';
import type { Load } from './load.ts';
import { inTurns, openServers, ratioOf, SECONDS } from './measure.ts';
import type { Line } from './table.ts';
import { fillWritten } from './written-fixture.ts';

/** Reviews, questions and lines of the log in a small shop, and in a large one. */
const FEW = 1000;
const MANY = 100_000;

const LISTS: Readonly<Record<string, string>> = {
  'all reviews': '/v1/reviews?state=all&order=desc',
  'reviews by stars': '/v1/reviews?state=all&sort=stars&order=desc',
  'withheld reviews': '/v1/reviews?state=withheld&order=desc',
  'reviews of five stars': '/v1/reviews?state=all&stars=5&order=desc',
  'reviews of one product': '/v1/reviews?state=all&productId=p7&order=desc',
  'reviews with a word that half of them have': '/v1/reviews?state=all&search=little&order=desc',
  'reviews with a word that none has': '/v1/reviews?state=all&search=nowhere&order=desc',
  'answered questions': '/v1/questions?state=answered&order=desc',
  'unanswered questions': '/v1/questions?state=unanswered&order=asc',
  'questions about one product': '/v1/questions?state=all&productId=p7&order=desc',
  'questions with a word that none has': '/v1/questions?state=all&search=nowhere&order=desc',
  'the log': '/v1/acts',
  'the log, the oldest first': '/v1/acts?order=asc',
  'what one person did': '/v1/acts?actor=Person%203',
  'what was refused': '/v1/acts?outcome=refused',
  'what was done to one thing': '/v1/acts?subject=s3',
  'files of members': '/v1/balances/imports',
};

/** Signs the first person in: the log is for owners alone. */
const joinAs = async (fixture: Fixture, { url }: Served): Promise<Record<string, string>> => {
  const link = okaeri({ ...fixture, root: ROOT }, 'person', 'first').trim();
  const joined = await fetch(`${url}/v1/account/join`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url.replace('127.0.0.1', 'localhost') },
    body: JSON.stringify({
      token: new URL(link).hash.slice(1),
      name: 'Ada',
      email: 'ada@shop.example',
      password: 'a long and quiet evening',
    }),
  });
  if (!joined.ok) throw new Error(await joined.text());
  const cookie = joined.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { cookie: cookie.join('; '), 'okaeri-shop': fixture.keys.shopId };
};

/** What the lists of reviews, of questions and of the log cost in a large shop, in times of a small one. */
export const measureWritten = async (): Promise<Line[]> => {
  const small = await createFixture('plain', { ordersEach: 1 });
  const large = await createFixture('plain', { ordersEach: 1 });
  fillWritten(small, FEW);
  fillWritten(large, MANY);
  const [a, b] = [await openServers(small), await openServers(large)];
  await Promise.all([a.byHand.stop(), b.byHand.stop()]);
  const [asOwner, asOther] = [await joinAs(small, a.product), await joinAs(large, b.product)];
  const of = (server: Served, path: string, headers: Record<string, string>): Load => ({
    url: server.url,
    seconds: SECONDS,
    next: () => ({ method: 'GET', path, headers }),
  });
  const loads = Object.entries(LISTS).flatMap(([name, path]): [string, Load][] => [
    [`${name}, small`, of(a.product, path, asOwner)],
    [`${name}, large`, of(b.product, path, asOther)],
  ]);
  const rates = await inTurns(Object.fromEntries(loads));
  await Promise.all([a.product.stop(), b.product.stop()]);
  small.remove();
  large.remove();
  return Object.keys(LISTS).map((name) => ({
    what: `${name} at ${MANY.toLocaleString('en')}, in times of ${FEW.toLocaleString('en')}`,
    value: ratioOf(rates, `${name}, small`, `${name}, large`),
    unit: '',
    budget: { atMost: 3 },
  }));
};
