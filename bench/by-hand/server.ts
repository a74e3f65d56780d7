import { serve } from '@hono/node-server';
import { z } from 'zod';
import { orderSchema } from './database.ts';
import { bodyOf, createServer, merchantOnly, reply, shopperOnly } from './duties.ts';
import { inGroup } from './group.ts';
import { earnPlain, mePlain } from './plain.ts';
import { submitReview } from './review.ts';
import { earnRich } from './rich-earn.ts';
import { meRich } from './rich-me.ts';

const rich = process.env['PROGRAM'] === 'rich';
const [earn, me] = rich ? [earnRich, meRich] : [earnPlain, mePlain];

const app = createServer();
app.get('/healthz', (c) => c.text('ok'));

app.put('/v1/orders/:id', merchantOnly, async (c) => {
  const order = await bodyOf(c, orderSchema);
  if (order === undefined) return reply(c, {}, 422);
  return reply(c, await inGroup(() => earn(c.req.param('id'), order)), 201);
});

app.get('/storefront/v1/:key/me', shopperOnly, (c) => {
  const view = me(c.get('subject'), c.get('issuedAt'));
  return view === undefined ? reply(c, {}, 401) : reply(c, view);
});

const submission = z.object({ rating: z.int().min(1).max(5), body: z.string().max(5000) });
app.put('/storefront/v1/:key/me/reviews/:productId', shopperOnly, async (c) => {
  const input = await bodyOf(c, submission);
  if (input === undefined) return reply(c, {}, 422);
  const submitted = { subject: c.get('subject'), productId: c.req.param('productId'), ...input };
  return reply(c, await inGroup(() => submitReview(submitted)), 201);
});

const server = serve({ fetch: app.fetch, port: Number(process.env['PORT']) });
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
});
