import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { database, type Order } from './database.ts';
import { earnPlain, mePlain } from './plain.ts';
import { submitReview, type Submission } from './review.ts';
import { earnRich } from './rich-earn.ts';
import { meRich } from './rich-me.ts';

const GROUP_MAX = 64;
const rich = process.env['PROGRAM'] === 'rich';
const [earn, me] = rich ? [earnRich, meRich] : [earnPlain, mePlain];

/** The same bargain as the product's writer: one COMMIT for whatever has arrived. */
const queue: { work: () => unknown; resolve: (answer: unknown) => void }[] = [];
let scheduled = false;
const commitGroup = (): void => {
  const group = queue.splice(0, GROUP_MAX);
  database.exec('BEGIN IMMEDIATE');
  const answers = group.map(({ work }) => work());
  database.exec('COMMIT');
  group.forEach(({ resolve }, i) => resolve(answers[i]));
  scheduled = queue.length > 0;
  if (scheduled) setImmediate(commitGroup);
};

const inGroup = (work: () => unknown): Promise<unknown> =>
  new Promise((resolve) => {
    queue.push({ work, resolve });
    if (!scheduled) {
      scheduled = true;
      setImmediate(commitGroup);
    }
  });

const app = new Hono();
app.get('/healthz', (c) => c.text('ok'));
app.get('/empty', (c) => c.json({}));
app.post('/empty', async (c) => c.json((await c.req.json()) ? {} : null));

app.put('/v1/orders/:id', async (c) => {
  const order = await c.req.json<Order>();
  if (typeof order.updatedAt !== 'string' || !Array.isArray(order.lines)) return c.json({}, 400);
  return c.json(await inGroup(() => earn(c.req.param('id'), order)), 201);
});

const tokens = new Map<string, string>();
const subjectOf = (token: string): string => {
  const known = tokens.get(token);
  if (known !== undefined) return known;
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  const { sub } = JSON.parse(payload) as { sub: string };
  tokens.set(token, sub);
  return sub;
};
app.get('/storefront/v1/:key/me', (c) =>
  c.json(me(subjectOf(c.req.header('authorization') ?? '')) as object),
);
app.put('/storefront/v1/:key/me/reviews/:productId', async (c) => {
  const { rating, body } = await c.req.json<Submission>();
  if (!(rating >= 1 && rating <= 5) || typeof body !== 'string') return c.json({}, 400);
  const subject = subjectOf(c.req.header('authorization') ?? '');
  const productId = c.req.param('productId');
  return c.json(await inGroup(() => submitReview({ subject, productId, rating, body })), 201);
});

const server = serve({ fetch: app.fetch, port: Number(process.env['PORT']) });
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
});
