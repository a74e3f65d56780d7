import {
  database,
  findShopper,
  newId,
  sha256,
  shop,
  updateShopper,
  writeAward,
  type Shopper,
} from './database.ts';

/*
 * A review under a programme that gives points for it, by hand: what the product reads
 * before it decides, and the rows it writes.
 */

const DAY_MS = 86_400_000;
const POINTS = 50;
const STARS = [1, 2, 3, 4, 5];

const findReview = database.prepare(
  'select id from reviews where shop_id = cast(? as text) and shopper_id = cast(? as text) and product_id = cast(? as text)',
);
const findArrived = database.prepare(
  `select id, state from orders where shop_id = cast(? as text) and shopper_id = cast(? as text)
     and arrived_at > ? and arrived_at <= ? order by arrived_at desc limit 30`,
);
const findLatest = database.prepare(
  'select created_at from reviews where shop_id = cast(? as text) and shopper_id = cast(? as text) order by created_at desc limit 11',
);
const findSame = database.prepare(
  'select id from reviews where shop_id = cast(? as text) and text_digest = cast(? as text) limit 1',
);
const findOffer = database.prepare(
  'select offer from review_offers where shop_id = ? and shopper_id = ? and product_id = ?',
);
const insertOffer = database.prepare(
  'insert into review_offers (shop_id, shopper_id, product_id, offer, shown_at) values (?, ?, ?, ?, ?)',
);
const insertReview = database.prepare(
  `insert into reviews (shop_id, id, product_id, shopper_id, rating, body, name, attributes, folded, text_digest,
     state, waiting_since, signals, offer, insider, decisions, history, created_at, version)
   values (?, ?, ?, ?, ?, ?, ?, '{}', ?, ?, ?, ?, ?, ?, 0, '[]', '[]', ?, 1)`,
);
const groups = ['all', 'offered', 'imported', 'withheld'];
const columns = groups.flatMap((group) => STARS.map((star) => `${group}${star}`));
const addStats = database.prepare(
  `insert into review_stats (shop_id, product_id, ${columns.join(', ')}, verified, with_photos)
   values (?, ?, ${columns.map(() => '?').join(', ')}, 0, 0)
   on conflict (shop_id, product_id) do update set
     ${columns.map((column) => `${column} = ${column} + excluded.${column}`).join(', ')}`,
);
const insertActivity = database.prepare(
  `insert into activities (shop_id, id, shopper_id, kind, program_version, at, recorded_at, context)
   values (?, ?, ?, 'review', ?, ?, ?, '{}')`,
);

/** A review as the benchmark sends it. */
export interface Submission {
  readonly subject: string;
  readonly productId: string;
  readonly rating: number;
  readonly body: string;
}

const LINK = /https?:|www\./i;
const CONTACT = /[\w.+-]{1,64}@[\w-]{1,63}\.[a-z]{2,}|(?:\d[ ().+-]{0,2}){9,}/i;

/** Takes a review: read what decides, write it, count it, give its points. */
export const submitReview = ({ subject, productId, rating, body }: Submission): unknown => {
  const now = Date.now();
  const shopper = findShopper.get(shop.id, subject) as Shopper;
  if (findReview.get(shop.id, shopper.id, productId)) return { productId, stale: true };
  const arrived = findArrived.all(shop.id, shopper.id, now - 180 * DAY_MS, now) as {
    state: string;
  }[];
  const bought = arrived.some(({ state }) => state.includes(`"productId":"${productId}"`));
  const folded = body.normalize('NFKC').toLowerCase();
  const digest = sha256(folded);
  const offer = JSON.stringify({
    points: POINTS,
    photoPoints: 0,
    programVersion: shop.program_version,
    shownAt: new Date(now).toISOString(),
  });
  if (findOffer.get(shop.id, shopper.id, productId) === undefined)
    insertOffer.run(shop.id, shopper.id, productId, offer, now);
  const waits = isOdd(shopper.id, body, digest, now);
  const id = newId(now);
  insertReview.run(
    shop.id,
    id,
    productId,
    shopper.id,
    rating,
    body,
    '',
    folded,
    digest,
    waits ? 'queued' : 'published',
    waits ? now : null,
    waits ? '["manyAtOnce"]' : '[]',
    offer,
    now,
  );
  const one = (group: string) =>
    STARS.map((star) => Number(group !== '' && !waits && star === rating));
  addStats.run(shop.id, productId, ...one('all'), ...one('offered'), ...one(''), ...one(''));
  givePoints(shopper, id, now);
  return { id, productId, rating, body, verified: bought, digest: sha256(id), photos: [] };
};

function isOdd(shopperId: string, body: string, digest: string, now: number): boolean {
  const latest = findLatest.all(shop.id, shopperId) as { created_at: number }[];
  const today = latest.filter((row) => row.created_at > now - DAY_MS).length;
  return (
    LINK.test(body) || CONTACT.test(body) || today >= 10 || findSame.get(shop.id, digest) != null
  );
}

function givePoints(shopper: Shopper, id: string, now: number): void {
  insertActivity.run(shop.id, `review:${id}`, shopper.id, shop.program_version, now, now);
  const receipt = {
    rule: 'review',
    program: shop.program_version,
    desired: POINTS,
    awarded: POINTS,
  };
  const { sequence, head } = writeAward(
    { shopper, sequence: shopper.sequence, head: shopper.chain_head },
    {
      kind: 'act',
      orderId: `review:${id}`,
      part: 'review',
      points: POINTS,
      counts: [POINTS, 0, 0],
      lineIds: '[]',
      grant: null,
      receipt: JSON.stringify(receipt),
      placedAt: now,
      now,
    },
  );
  updateShopper.run(
    shopper.pending + POINTS,
    shopper.lifetime + POINTS,
    sequence,
    head,
    shopper.spend_minor,
    shopper.order_count,
    shopper.first_order_at,
    shopper.last_order_at,
    shopper.standing,
    shop.id,
    shopper.id,
  );
}
