import type { IncomingMessage } from 'node:http';
import { bodyOf, openLocalServer, type LocalServer } from './local-server.ts';
import { graphql } from 'graphql';
import { adminSchema } from './shopify-schemas.ts';

/** A discount as it was asked for. */
interface MadeDiscount {
  readonly id: string;
  readonly code: string;
  readonly input: Record<string, unknown>;
}

/** What a GraphQL answer is made of: the fields that may be asked for. */
export type Graph = Record<string, unknown> & { legacyResourceId: string; updatedAt: string };

/** A server that answers as the Admin API does, held by its published schema. */
export interface ShopifyServer extends LocalServer {
  readonly orders: Map<string, Graph>;
  readonly products: Map<string, Graph>;
  readonly refunds: Map<string, Record<string, unknown>>;
  readonly discounts: Map<string, MadeDiscount>;
  /** Requests so far, by what was asked. */
  readonly asked: string[];
  /** What the next requests are answered with instead, one each; `lost` does it and says nothing. */
  readonly trouble: (number | 'throttled' | 'lost' | 'refused')[];
}

const TOKEN = 'shpat_test';

type Known = Pick<ShopifyServer, 'orders' | 'products' | 'refunds' | 'discounts'>;

/** Opens such a server on this machine. */
export const openShopifyServer = async (version: string): Promise<ShopifyServer> => {
  const schema = adminSchema(version);
  const known: Known = {
    orders: new Map(),
    products: new Map(),
    refunds: new Map(),
    discounts: new Map(),
  };
  const asked: string[] = [];
  const trouble: ShopifyServer['trouble'] = [];
  let isRefused = false;
  const rootValue = rootOf(known, () => isRefused);

  const answer = async (request: IncomingMessage): Promise<[status: number, body: unknown]> => {
    const path = request.url ?? '';
    const body = JSON.parse(await bodyOf(request)) as Record<string, unknown>;
    if (path === '/admin/oauth/access_token')
      return body['client_secret'] === 'app secret of the shop'
        ? [200, { access_token: TOKEN, scope: 'read_orders', expires_in: 86_399 }]
        : [401, { error: 'invalid_client' }];
    if (path !== `/admin/api/${version}/graphql.json`) return [404, { errors: 'Not Found' }];
    if (request.headers['x-shopify-access-token'] !== TOKEN)
      return [401, { errors: '[API] Invalid API key or access token' }];
    const source = String(body['query']);
    asked.push(/(?:query|mutation) (\w+)/.exec(source)?.[1] ?? '?');
    const next = trouble.shift();
    if (typeof next === 'number') return [next, 'trouble'];
    if (next === 'throttled') {
      const errors = [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }];
      return [200, { errors }];
    }
    isRefused = next === 'refused';
    const variableValues = body['variables'] as Record<string, unknown>;
    const result = await graphql({ schema, source, rootValue, variableValues });
    return next === 'lost' ? [0, null] : [200, result];
  };

  const server = await openLocalServer((request, reply) => {
    answer(request).then(
      ([status, body]) =>
        status === 0
          ? request.socket.destroy()
          : reply
              .writeHead(status, { 'Content-Type': 'application/json' })
              .end(JSON.stringify(body)),
      (error: unknown) => reply.writeHead(500).end(String(error)),
    );
  });
  return { ...known, asked, trouble, ...server };
};

function rootOf(known: Known, refused: () => boolean): Record<string, unknown> {
  return {
    order: ({ id }: { id: string }) => known.orders.get(id.split('/').at(-1) ?? '') ?? null,
    refund: ({ id }: { id: string }) => known.refunds.get(id) ?? null,
    orders: (asked: Asked) => changed(known.orders, asked),
    product: ({ id }: { id: string }) => known.products.get(id.split('/').at(-1) ?? '') ?? null,
    products: (asked: Asked) => changed(known.products, asked),
    discountCodeBasicCreate: (args: { basicCodeDiscount: Record<string, unknown> }) =>
      create(known, args.basicCodeDiscount, refused()),
    discountCodeFreeShippingCreate: (args: { freeShippingCodeDiscount: Record<string, unknown> }) =>
      create(known, args.freeShippingCodeDiscount, refused()),
    codeDiscountNodeByCode: ({ code }: { code: string }) => known.discounts.get(code) ?? null,
    discountCodeDelete({ id }: { id: string }) {
      for (const [code, made] of known.discounts) if (made.id === id) known.discounts.delete(code);
      return { deletedCodeDiscountId: id, userErrors: [] };
    },
  };
}

/** What of a list is asked for. */
interface Asked {
  readonly query: string;
  readonly first: number;
  readonly after?: string;
}

function changed(known: ReadonlyMap<string, Graph>, asked: Asked) {
  const from = Number(asked.after ?? 0);
  const all = [...known.values()]
    .filter(({ updatedAt }) => Date.parse(updatedAt) >= sinceOf(asked.query))
    .toSorted((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt));
  const nodes = all.slice(from, from + asked.first);
  const end = from + nodes.length;
  return { nodes, pageInfo: { hasNextPage: end < all.length, endCursor: String(end) } };
}

function create(known: Known, input: Record<string, unknown>, refused: boolean) {
  const code = String(input['code']);
  if (refused)
    return { userErrors: [{ code: 'INVALID', message: 'Value is not valid', __typename: '' }] };
  if (known.discounts.has(code))
    return { userErrors: [{ code: 'TAKEN', message: 'Code must be unique' }] };
  const id = `gid://shopify/DiscountCodeNode/${known.discounts.size + 1}`;
  known.discounts.set(code, { id, code, input });
  return { codeDiscountNode: { id }, userErrors: [] };
}

function sinceOf(query: string): number {
  return Date.parse(/'([^']+)'/.exec(query)?.[1] ?? '');
}
