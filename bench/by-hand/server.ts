import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { database, type Order } from './database.ts';
import { earnPlain, mePlain } from './plain.ts';
import { earnRich } from './rich-earn.ts';
import { meRich } from './rich-me.ts';

const GROUP_MAX = 64;
const rich = process.env['PROGRAM'] === 'rich';
const [earn, me] = rich ? [earnRich, meRich] : [earnPlain, mePlain];

/** The same bargain as the product's writer: one COMMIT for whatever has arrived. */
const queue: { id: string; order: Order; resolve: (answer: unknown) => void }[] = [];
let scheduled = false;
const commitGroup = (): void => {
  const group = queue.splice(0, GROUP_MAX);
  database.exec('BEGIN IMMEDIATE');
  const answers = group.map(({ id, order }) => earn(id, order));
  database.exec('COMMIT');
  group.forEach(({ resolve }, i) => resolve(answers[i]));
  scheduled = queue.length > 0;
  if (scheduled) setImmediate(commitGroup);
};

const app = new Hono();
app.get('/healthz', (c) => c.text('ok'));
app.get('/empty', (c) => c.json({}));
app.post('/empty', async (c) => c.json((await c.req.json()) ? {} : null));

app.put('/v1/orders/:id', async (c) => {
  const order = await c.req.json<Order>();
  if (typeof order.updatedAt !== 'string' || !Array.isArray(order.lines)) return c.json({}, 400);
  const answer = await new Promise<unknown>((resolve) => {
    queue.push({ id: c.req.param('id'), order, resolve });
    if (!scheduled) {
      scheduled = true;
      setImmediate(commitGroup);
    }
  });
  return c.json(answer, 201);
});

const tokens = new Map<string, string>();
app.get('/storefront/v1/:key/me', (c) => {
  const token = c.req.header('authorization') ?? '';
  let subject = tokens.get(token);
  if (subject === undefined) {
    const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
    subject = (JSON.parse(payload) as { sub: string }).sub;
    tokens.set(token, subject);
  }
  return c.json(me(subject) as object);
});

const server = serve({ fetch: app.fetch, port: Number(process.env['PORT']) });
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
});
