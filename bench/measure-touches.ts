import Database from 'better-sqlite3';
import {
  createFixture,
  growFixture,
  ORIGIN,
  shopperName,
  signToken,
  type Fixture,
} from './fixture.ts';
import type { Load } from './load.ts';
import { inTurns, openServers, ratioOf, SECONDS } from './measure.ts';
import type { Line } from './table.ts';

/** Ten touches for each of a thousand shoppers, and for each of a hundred thousand. */
const TOUCHES_EACH = 10;
const SMALL = 2;
const LARGE = 200;
/** Shoppers that are asked about. */
const ASKED = 1000;

/** Gives everybody what was said to them: one in two days, the last a month ago, so that every asking has room. */
const addTouches = (fixture: Fixture): void => {
  const database = new Database(fixture.databaseUrl.slice('file:'.length));
  database.pragma('synchronous = off');
  database
    .prepare(
      `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${TOUCHES_EACH})
       insert into touches (shop_id, key, id, shopper_id, kind, class, channel, subject, priority, arm, planned_at, due_at,
         valid_until, ask_at, decision, decided_at)
       select shop_id, id || ' ' || n, 'to_' || id || '_' || n, id, 'reviewRequest', 'relationship', 'email', 'o' || n, 50,
         'treated', @now - n * 172800000, @now - n * 172800000, @now, @now, 'sent', @now - n * 172800000
       from shoppers cross join numbers`,
    )
    .run({ now: Date.now() - 31 * 86_400_000 });
  database.exec('analyze');
  database.close();
};

const asking = (fixture: Fixture): Load['next'] => {
  const { keys } = fixture;
  const tokens = Array.from({ length: ASKED }, (_, n) =>
    signToken(keys, shopperName(fixture, (n * 7919) % fixture.shoppers)),
  );
  let turn = 0;
  return () => {
    turn += 1;
    return {
      method: 'POST',
      path: `/storefront/v1/${keys.publicKey}/me/contacts`,
      headers: {
        origin: ORIGIN,
        authorization: `Bearer ${tokens[turn % ASKED] ?? ''}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ kind: 'nextStep', subject: `s${turn}` }),
    };
  };
};

/** What a decision about a touch costs in a shop with a million of them, in times of ten thousand. */
export const measureTouches = async (): Promise<Line[]> => {
  const small = growFixture(await createFixture('plain'), SMALL);
  const large = growFixture(await createFixture('plain'), LARGE);
  addTouches(small);
  addTouches(large);
  const [a, b] = [await openServers(small), await openServers(large)];
  await Promise.all([a.byHand.stop(), b.byHand.stop()]);
  const rates = await inTurns({
    small: { url: a.product.url, seconds: SECONDS, next: asking(small) },
    large: { url: b.product.url, seconds: SECONDS, next: asking(large) },
  });
  await Promise.all([a.product.stop(), b.product.stop()]);
  small.remove();
  large.remove();
  const many = (of: Fixture): string => (of.shoppers * TOUCHES_EACH).toLocaleString('en');
  return [
    {
      what: `decision about a touch at ${many(large)} touches, in times of ${many(small)}`,
      value: ratioOf(rates, 'small', 'large'),
      unit: '',
      budget: { atMost: 1.5 },
    },
  ];
};
