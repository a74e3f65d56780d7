import { z } from 'zod';
import type { PlatformSecrets } from '../contract/connection-secrets.ts';
import type { Deps } from '../../../deps.ts';
import { parseExactly } from '../../../platform/lib/exact-json.ts';

const TIMEOUT_MS = 30_000;
const ANSWER_BYTES_MAX = 16_777_216;

/** Where a shop's REST API is, and what it is asked with. */
export interface WooAccess {
  readonly address: string;
  readonly secrets: PlatformSecrets;
}

/** WooCommerce did not do what was asked, and will not. `code` is its own word for why. */
export class WooRefusedError extends Error {
  override readonly name = 'WooRefusedError';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const failure = z.object({ code: z.string(), message: z.string() });

/** Whether the REST API can be asked at all. */
export const hasAccess = ({ consumerKey, consumerSecret }: PlatformSecrets): boolean =>
  consumerKey !== null && consumerSecret !== null;

/**
 * Asks the REST API (https://woocommerce.github.io/woocommerce-rest-api-docs), signed in with the key
 * as a name and a password, over https.
 *
 * @throws WooRefusedError when asking again would not help; any other error when it might
 */
export const askWoo = async <Schema extends z.ZodType>(
  deps: Deps,
  access: WooAccess,
  asked: {
    method: 'GET' | 'POST' | 'DELETE';
    path: string;
    query?: Readonly<Record<string, string>>;
    body?: unknown;
    schema: Schema;
  },
): Promise<z.output<Schema>> => {
  const { consumerKey, consumerSecret } = access.secrets;
  if (consumerKey === null || consumerSecret === null)
    throw new WooRefusedError(401, '', 'no key of the REST API was given');
  const key = Buffer.from(`${consumerKey}:${consumerSecret}`).toString('base64');
  const query = new URLSearchParams(asked.query).toString();
  const { status, body } = await deps.callOutside({
    method: asked.method,
    url: `${access.address}/wp-json/wc/v3/${asked.path}${query === '' ? '' : `?${query}`}`,
    headers: { Authorization: `Basic ${key}`, 'Content-Type': 'application/json' },
    ...(asked.body !== undefined && { body: JSON.stringify(asked.body) }),
    timeoutMs: TIMEOUT_MS,
    bytesMax: ANSWER_BYTES_MAX,
  });
  if (status < 200 || status > 299) throw refusalOf(status, body);
  return asked.schema.parse(parseExactly(body));
};

function refusalOf(status: number, body: string): Error {
  let said: z.output<typeof failure> | undefined;
  try {
    said = failure.safeParse(JSON.parse(body)).data;
  } catch {
    said = undefined;
  }
  const message = `WooCommerce answered ${status}${said === undefined ? '' : `: ${said.message}`}`;
  // Of the server, or of too many requests: another time may do.
  if (status >= 500 || status === 429) return new Error(message);
  return new WooRefusedError(status, said?.code ?? '', message);
}
