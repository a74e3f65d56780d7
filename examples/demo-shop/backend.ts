import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { HTTPException } from 'hono/http-exception';
import { z } from 'zod';
import { accountOf, signToken, type AccountId } from './accounts.ts';
import { CATALOGUE, productStates } from './catalogue.ts';
import { createOkaeriApi, type OkaeriApi } from './okaeri-api.ts';
import { createOnce } from './once.ts';
import { changeOrder, goodsMinor, placeOrder, type DemoOrder } from './orders.ts';
import { seedCases } from './cases.ts';
import { seedContacts } from './contacts.ts';
import { seedHistory } from './history.ts';
import { seedReviews } from './reviews.ts';
import { seedParcelSurvey, seedSurveys } from './surveys.ts';
import { checkVoucher } from './vouchers.ts';

/** What the shop knows of its Okaeri account. The two secrets stay in this process. */
export interface DemoShopOptions {
  /** Where Okaeri is: `http://localhost:4100`. */
  readonly apiUrl: string;
  /** Where the shop is for its visitors: `http://localhost:4100/demo`. */
  readonly shopUrl: string;
  readonly publicKey: string;
  readonly secretKey: string;
  readonly identitySecret: string;
}

/** The demo shop: its pages, and the small backend a real shop would have. */
export interface DemoShop {
  readonly app: Hono;
  /** Sends the two members' past orders, as a shop does when it moves in. Repeating it changes nothing. */
  seed(): Promise<void>;
}

const PAGES = join(import.meta.dirname, 'pages');
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};
/** All that a shop's policy must allow for the widget: its script, its requests, nothing inline. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const ACCOUNT_COOKIE = 'demo_account';
const LANGUAGE_COOKIE = 'demo_language';
/** Orders the shop remembers; the oldest are forgotten. */
const ORDERS_MAX = 1000;
const DAY_MS = 86_400_000;
/** Bytes of what the shop's own pages send. */
const BODY_BYTES_MAX = 65_536;

const checkout = z.object({
  cart: z.record(z.string(), z.int().min(1).max(99)),
  email: z.email().nullish(),
  quoteId: z.string().nullish(),
  voucherCode: z.string().max(50).nullish(),
});
type Checkout = z.infer<typeof checkout>;
const act = z.object({ act: z.enum(['ship', 'refundOne', 'undoRefund', 'cancel', 'reopen']) });

/** An order's id that is always the same for a key. */
const idOf = (key: string): string =>
  `K-${createHash('sha256').update(key).digest('hex').slice(0, 10).toUpperCase()}`;

const addPages = (app: Hono, publicKey: string): void => {
  const read = (name: string): string => readFileSync(join(PAGES, name), 'utf8');
  const page = (c: Context, name: string): Response => {
    const text = read('layout.html')
      .replace('{{main}}', read(`${name}.html`))
      .replace('{{page}}', name)
      .replace('{{publicKey}}', publicKey);
    c.header('Content-Security-Policy', POLICY);
    c.header('Cache-Control', 'no-cache');
    return c.body(text, 200, { 'Content-Type': 'text/html; charset=utf-8' });
  };
  app.get('/', (c) => page(c, 'catalogue'));
  app.get('/:page{(product|cart|thanks)}', (c) => page(c, c.req.param('page')));
  app.get('/assets/:name{(images/)?[a-z]+\\.(css|js|svg)}', (c) => {
    const name = c.req.param('name');
    const type = TYPES[name.split('.').pop() ?? ''];
    if (type === undefined || !existsSync(join(PAGES, name))) return c.notFound();
    c.header('Cache-Control', 'no-cache');
    return c.body(read(name), 200, { 'Content-Type': type });
  });
};

/** The examples of embedding, each a page of its own beside the shop. */
const EXAMPLES = [
  join(import.meta.dirname, '../pages'),
  join(import.meta.dirname, '../react/dist'),
];

const addExamples = (app: Hono, publicKey: string): void => {
  app.get('/examples/:name{[a-z-]+\\.(html|js)}', (c) => {
    const name = c.req.param('name');
    const path = EXAMPLES.map((folder) => join(folder, name)).find((file) => existsSync(file));
    if (path === undefined) return c.notFound();
    const text = readFileSync(path, 'utf8').replaceAll('{{publicKey}}', publicKey);
    const type = name.endsWith('.js') ? TYPES['js'] : 'text/html; charset=utf-8';
    c.header('Cache-Control', 'no-cache');
    return c.body(text, 200, { 'Content-Type': type ?? '' });
  });
};

const addAccounts = (app: Hono, options: DemoShopOptions): void => {
  const current = (c: Context): AccountId | null => accountOf(getCookie(c, ACCOUNT_COOKIE));
  app.get('/api/account', (c) => c.json({ account: current(c) }));
  app.post('/api/account', async (c) => {
    const { account } = z.object({ account: z.string().nullable() }).parse(await c.req.json());
    const value = accountOf(account ?? undefined) ?? '';
    setCookie(c, ACCOUNT_COOKIE, value, { httpOnly: true, sameSite: 'Lax', path: '/' });
    return c.json({ account: value || null });
  });
  app.get('/api/token', async (c) => {
    const account = current(c);
    const language = getCookie(c, LANGUAGE_COOKIE) === 'ja' ? 'ja' : 'en';
    c.header('Cache-Control', 'no-store');
    return c.json({ token: account && (await signToken(account, { ...options, language })) });
  });
};

const addOrders = (app: Hono, okaeri: OkaeriApi): void => {
  const orders = new Map<string, DemoOrder>();
  const remember = (id: string, order: DemoOrder): void => {
    orders.set(id, order);
    const [oldest] = orders.keys();
    if (orders.size > ORDERS_MAX && oldest !== undefined) orders.delete(oldest);
  };
  let last = 0;
  const nextId = (): string => {
    last = Math.max(last + 1, Date.now());
    return `K-${last.toString(36).toUpperCase()}`;
  };

  app.post('/api/voucher', async (c) => {
    const { cart, voucherCode: code } = checkout.parse(await c.req.json());
    const account = accountOf(getCookie(c, ACCOUNT_COOKIE));
    if (!code || goodsMinor(cart) === 0) return c.json({ amountMinor: 0 });
    const payment = await checkVoucher(okaeri, { code, cart, account });
    if ('refused' in payment) return c.json({ error: 'voucher', reason: payment.refused }, 409);
    return c.json({ amountMinor: payment.voucher.amountMinor });
  });

  type Placed = { orderId: string; points: unknown } | { error: 'voucher'; reason: string | null };
  const place = async (id: string, input: Checkout, account: AccountId | null): Promise<Placed> => {
    const { cart, voucherCode: code } = input;
    const payment = code ? await checkVoucher(okaeri, { code, cart, account }) : { voucher: null };
    if ('refused' in payment) return { error: 'voucher', reason: payment.refused };
    const order = placeOrder({
      cart,
      account,
      email: input.email ?? null,
      quoteId: input.quoteId ?? null,
      voucher: payment.voucher,
      now: (await okaeri.readClock()).now,
    });
    const answer = await okaeri.putOrder(id, order);
    remember(id, order);
    return { orderId: id, points: answer.points };
  };
  const once = createOnce<Placed>((placed) => 'orderId' in placed);

  app.post('/api/checkout', async (c) => {
    const input = checkout.parse(await c.req.json());
    const account = accountOf(getCookie(c, ACCOUNT_COOKIE));
    if (goodsMinor(input.cart) === 0) return c.json({ error: 'empty' }, 400);
    // One checkout is one order, however often it is sent: its id is that of the key, so that also a lost answer makes no second.
    const sent = c.req.header('Idempotency-Key');
    const key = sent === undefined ? nextId() : JSON.stringify([account, sent]);
    const id = sent === undefined ? key : idOf(key);
    const placed = await once(key, () => place(id, input, account));
    return c.json(placed, 'error' in placed ? 409 : 200);
  });

  app.get('/api/orders/:id', (c) => {
    const order = orders.get(c.req.param('id'));
    return order ? c.json({ orderId: c.req.param('id'), order }) : c.json({ error: 'gone' }, 404);
  });

  app.post('/api/orders/:id/acts', async (c) => {
    const id = c.req.param('id');
    const order = orders.get(id);
    if (order === undefined) return c.json({ error: 'gone' }, 404);
    const { now } = await okaeri.readClock();
    const changed = changeOrder(order, act.parse(await c.req.json()).act, now);
    const answer = await okaeri.putOrder(id, changed);
    remember(id, changed);
    return c.json({ orderId: id, order: changed, points: answer.points });
  });

  app.post('/api/skip-days', async (c) => {
    const { days } = z.object({ days: z.int().min(1).max(400) }).parse(await c.req.json());
    return c.json(await okaeri.advanceClock(days * DAY_MS));
  });
};

/** Makes the demo shop. It reaches Okaeri through its public APIs and nothing else. */
export const createDemoShop = (options: DemoShopOptions): DemoShop => {
  const app = new Hono();
  const okaeri = createOkaeriApi(options.apiUrl, options);
  app.onError((error, c) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof z.ZodError) return c.json({ error: 'invalid', issues: error.issues }, 400);
    if (error instanceof SyntaxError) return c.json({ error: 'invalid' }, 400);
    return c.json({ error: 'unavailable', detail: error.message }, 502);
  });
  app.use(bodyLimit({ maxSize: BODY_BYTES_MAX }));
  addPages(app, options.publicKey);
  addExamples(app, options.publicKey);
  addAccounts(app, options);
  addOrders(app, okaeri);
  app.get('/api/catalogue', (c) => c.json(CATALOGUE));
  const seed = async (): Promise<void> => {
    await okaeri.putProducts(productStates(options.shopUrl));
    await seedContacts(okaeri);
    await seedParcelSurvey(okaeri);
    await seedHistory(okaeri);
    await seedReviews(okaeri, options);
    await seedCases(okaeri, options);
    await seedSurveys(okaeri, options);
  };
  return { app, seed };
};
