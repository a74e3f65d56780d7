import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { Hono, type Context, type Next } from 'hono';
import { Histogram, Registry } from 'prom-client';
import { z } from 'zod';
import { selectStorefront } from './database.ts';

/*
 * What the product does around an act for safety, by hand: who asks, of which shop and from which page, how much
 * is taken, and what is measured. Left out: limits of rates, names of requests for the log, problems in words,
 * keys that are changed while the server runs, and that a token proves an address.
 */

const BODY_BYTES_MAX = 1_048_576;
const CLOCK_SKEW_SECONDS = 60;

const storefront = selectStorefront.get() as {
  id: string;
  public_key: string;
  origins: string;
  closed_at: number | null;
};
const origins: ReadonlySet<string> = new Set(JSON.parse(storefront.origins) as string[]);
const identitySecret = process.env['IDENTITY_SECRET'] ?? '';
const keyDigest = hash('sha256', process.env['API_KEY'] ?? '', 'base64url');

const requests = new Histogram({
  name: 'request_seconds',
  help: 'How long requests took.',
  labelNames: ['route', 'method', 'status'],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
  registers: [new Registry()],
});

interface Env {
  Variables: { began: number; origin: string | undefined; subject: string; issuedAt: number };
}

/** A server that has begun to measure, and takes no body that is too large. */
export const createServer = (): Hono<Env> => {
  const app = new Hono<Env>();
  app.use((c, next) => {
    c.set('began', performance.now());
    return Number(c.req.header('content-length') ?? 0) > BODY_BYTES_MAX
      ? Promise.resolve(reply(c, {}, 413))
      : next();
  });
  return app;
};

/** Lets in who has the shop's secret key. */
export const merchantOnly = (c: Context<Env>, next: Next): Promise<Response | void> =>
  hash('sha256', bearerOf(c), 'base64url') === keyDigest ? next() : refuse(c, 401);

/** Lets in a shopper of this shop, from a page of it. */
export const shopperOnly = (c: Context<Env>, next: Next): Promise<Response | void> => {
  if (c.req.param('key') !== storefront.public_key) return refuse(c, 404);
  if (storefront.closed_at !== null) return refuse(c, 403);
  const origin = c.req.header('origin');
  if (origin !== undefined && !origins.has(origin)) return refuse(c, 403);
  c.set('origin', origin);
  const claims = claimsOf(bearerOf(c));
  if (claims === undefined || claims.exp + CLOCK_SKEW_SECONDS < Date.now() / 1000)
    return refuse(c, 401);
  c.set('subject', claims.sub);
  c.set('issuedAt', claims.iat * 1000);
  return next();
};

/** Answers with JSON and the headers of every answer, and measures it. */
export const reply = (c: Context<Env>, body: unknown, status = 200): Response => {
  const headers: Record<string, string> = {
    'Cache-Control': 'private, no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Content-Type': 'application/json',
    Vary: 'Origin',
  };
  const origin = c.get('origin');
  if (origin !== undefined) headers['Access-Control-Allow-Origin'] = origin;
  const labels = { route: c.req.routePath, method: c.req.method, status: String(status) };
  requests.observe(labels, (performance.now() - c.get('began')) / 1000);
  return new Response(JSON.stringify(body), { status, headers });
};

/** The body, if it is as its schema has it. */
export const bodyOf = async <T>(c: Context<Env>, schema: z.ZodType<T>): Promise<T | undefined> => {
  const read = schema.safeParse(await c.req.json());
  return read.success ? read.data : undefined;
};

const claimsSchema = z.object({
  sub: z.string(),
  aud: z.string(),
  iat: z.number(),
  exp: z.number(),
});
type Claims = z.infer<typeof claimsSchema>;
const verified = new Map<string, Claims>();

function claimsOf(token: string): Claims | undefined {
  const known = verified.get(token);
  if (known !== undefined) return known;
  const [head = '', payload = '', mac = ''] = token.split('.');
  const expected = createHmac('sha256', identitySecret).update(`${head}.${payload}`).digest();
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
  const claims = claimsSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
  if (claims.aud !== storefront.public_key) return undefined;
  verified.set(token, claims);
  return claims;
}

function bearerOf(c: Context): string {
  return (c.req.header('authorization') ?? '').slice('Bearer '.length);
}

function refuse(c: Context<Env>, status: 401 | 403 | 404): Promise<Response> {
  return Promise.resolve(reply(c, {}, status));
}
