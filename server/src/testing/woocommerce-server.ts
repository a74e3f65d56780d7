import type { IncomingMessage } from 'node:http';
import { bodyOf, openLocalServer, type LocalServer } from './local-server.ts';

type Loose = Record<string, unknown>;

/**
 * A server that answers as the REST API of WooCommerce is documented to: statuses, error codes and
 * the form of what it gives (https://woocommerce.github.io/woocommerce-rest-api-docs).
 */
export interface WooServer extends LocalServer {
  readonly orders: Map<string, Loose>;
  readonly products: Map<string, Loose>;
  /** Of a product, by its id. */
  readonly variations: Map<string, Loose[]>;
  readonly refunds: Map<string, Loose[]>;
  readonly coupons: Map<string, Loose & { id: number }>;
  readonly asked: string[];
  /** What lists were asked for. */
  readonly searches: string[];
  /** What the next requests are answered with instead; `lost` does it and says nothing. */
  readonly trouble: (number | 'lost')[];
}

export const WOO_KEY = { consumerKey: 'ck_of_the_test', consumerSecret: 'cs_of_the_test' } as const;
const AUTHORIZATION = `Basic ${Buffer.from(`${WOO_KEY.consumerKey}:${WOO_KEY.consumerSecret}`).toString('base64')}`;

type Answer = readonly [status: number, body: unknown];
const NOT_FOUND = error(404, 'woocommerce_rest_shop_order_invalid_id', 'Invalid ID.');

type Known = Pick<WooServer, 'orders' | 'products' | 'variations' | 'refunds' | 'coupons'>;

/** How far the site is ahead of UTC. */
const SITE_HOURS = 9;

let lastId = 700;

/** Opens such a server on this machine. */
export const openWooServer = async (): Promise<WooServer> => {
  const known: Known = {
    orders: new Map(),
    products: new Map(),
    variations: new Map(),
    refunds: new Map(),
    coupons: new Map(),
  };
  const asked: string[] = [];
  const searches: string[] = [];
  const trouble: WooServer['trouble'] = [];
  const serve = async (request: IncomingMessage): Promise<Answer | 'lost'> => {
    const url = new URL(request.url ?? '', 'http://woo');
    const method = request.method ?? '';
    const text = await bodyOf(request);
    const body = (text === '' ? {} : JSON.parse(text)) as Loose;
    if (url.search !== '') searches.push(url.search);
    asked.push(`${method} ${url.pathname.replace('/wp-json/wc/v3/', '')}`);
    if (request.headers.authorization !== AUTHORIZATION)
      return error(401, 'woocommerce_rest_cannot_view', 'Sorry, you cannot list resources.');
    const next = trouble.shift();
    if (typeof next === 'number') return [next, {}];
    const answer = answerTo(known, method, url, body);
    return next === 'lost' ? 'lost' : answer;
  };
  const server = await openLocalServer((request, reply) => {
    void serve(request).then((answer) => {
      if (answer === 'lost') return request.socket.destroy();
      reply.writeHead(answer[0], { 'Content-Type': 'application/json' });
      return reply.end(JSON.stringify(answer[1]));
    });
  });
  return { ...known, asked, searches, trouble, ...server };
};

function error(status: number, code: string, message: string): Answer {
  return [status, { code, message, data: { status } }];
}

function answerTo(known: Known, method: string, url: URL, body: Loose): Answer {
  const [, kind, id = '', sub] =
    /^\/wp-json\/wc\/v3\/(\w+)(?:\/(\d+))?(?:\/(\w+))?$/.exec(url.pathname) ?? [];
  if (kind === 'orders' && id === '') return listChanged(known.orders, url.searchParams);
  if (kind === 'products' && id === '') return listChanged(known.products, url.searchParams);
  if (kind === 'products') return productAt(known, id, sub);
  if (kind === 'orders') {
    const order = known.orders.get(id);
    if (order === undefined) return NOT_FOUND;
    return [200, sub === 'refunds' ? (known.refunds.get(id) ?? []) : order];
  }
  if (kind !== 'coupons') return error(404, 'rest_no_route', 'No route was found');
  if (method === 'POST') return makeCoupon(known, body);
  if (method === 'GET') return [200, couponsOf(known, url.searchParams.get('code') ?? '')];
  const coupon = known.coupons.get(id);
  if (coupon === undefined)
    return error(404, 'woocommerce_rest_shop_coupon_invalid_id', 'Invalid ID.');
  if (url.searchParams.get('force') !== 'true')
    return error(501, 'woocommerce_rest_trash_not_supported', '');
  known.coupons.delete(id);
  return [200, coupon];
}

function productAt({ products, variations }: Known, id: string, sub: string | undefined): Answer {
  const product = products.get(id);
  if (product === undefined)
    return error(404, 'woocommerce_rest_product_invalid_id', 'Invalid ID.');
  return [200, sub === 'variations' ? (variations.get(id) ?? []) : product];
}

function listChanged(known: ReadonlyMap<string, Loose>, query: URLSearchParams): Answer {
  const asked = query.get('include')?.split(',');
  if (asked !== undefined)
    return [
      200,
      [...known.values()].filter((order) => asked.includes(String(order['id'])) && inNoBin(order)),
    ];
  if (query.get('dates_are_gmt') !== 'true') return error(400, 'rest_invalid_param', 'dates');
  const since = Date.parse(`${query.get('modified_after') ?? ''}Z`);
  const [page, size] = [Number(query.get('page')), Number(query.get('per_page'))];
  const found = [...known.values()]
    .filter(inNoBin)
    .filter((order) => Date.parse(`${String(order['date_modified_gmt'])}Z`) > since)
    .toSorted((a, b) => Number(a['id']) - Number(b['id']));
  return [200, found.slice((page - 1) * size, page * size)];
}

function makeCoupon(known: Known, body: Loose): Answer {
  // Codes are kept in small letters.
  const code = String(body['code']).toLowerCase();
  if (couponsOf(known, code).length > 0)
    return error(
      400,
      'woocommerce_rest_coupon_code_already_exists',
      'The coupon code already exists',
    );
  if (body['amount'] === '13.00') return error(400, 'woocommerce_rest_invalid_coupon', 'Not so.');
  const made = { ...body, ...endOf(body['date_expires']), code, usage_count: 0, id: nextId() };
  known.coupons.set(String(made.id), made);
  return [201, made];
}

function couponsOf({ coupons }: Known, code: string): Loose[] {
  return [...coupons.values()].filter((coupon) => coupon['code'] === code.toLowerCase());
}

function inNoBin(order: Loose): boolean {
  return order['status'] !== 'trash';
}

/**
 * The end of a coupon: text without a zone is the site's own time, and `date_expires_gmt` can only be read
 * (WC_Data::set_date_prop; there is no setter of the other).
 */
function endOf(said: unknown): Loose {
  if (typeof said !== 'string') return { date_expires: null, date_expires_gmt: null };
  const hasZone = /^\d{4}(-\d\d){2}T\d\d(:\d\d){2}(Z|[-+]\d\d:\d\d)$/.test(said);
  const ahead = SITE_HOURS * 3_600_000;
  const at = Date.parse(hasZone ? said : `${said}Z`) - (hasZone ? 0 : ahead);
  const text = (time: number): string => new Date(time).toISOString().slice(0, 19);
  return { date_expires: text(at + ahead), date_expires_gmt: text(at) };
}

function nextId(): number {
  return (lastId += 1);
}
