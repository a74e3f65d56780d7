import { webStreamOf } from '../../platform/lib/web-stream.ts';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { Deps } from '../../deps.ts';
import type { MerchantEnv } from '../../access/merchant.ts';
import { exportShop } from './export-shop.ts';

const HEADERS = {
  'Content-Type': 'application/x-ndjson; charset=utf-8',
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
} as const;

/** `/v1/shop/export`: the whole shop in one file, as `okaeri export` writes it. */
export const portabilityRoutes = (deps: Deps) =>
  new Hono<MerchantEnv>().get('/', (c) => {
    const bytes = Readable.from(asBytes(exportShop(deps, c.get('shop'))));
    return new Response(webStreamOf(bytes), { headers: HEADERS });
  });

async function* asBytes(lines: AsyncIterable<string>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(`${line}\n`);
}
