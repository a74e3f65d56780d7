import { OkaeriError } from '@okaeri/client/problem';
import type { Reader } from '@okaeri/client/reader';
import type { QuoteRequest } from '@okaeri/shared/storefront';
import { formatPoints } from '../i18n/format.ts';
import { createAsker } from './ask-together.ts';
import type { Context } from './context.ts';
import { minorFromDecimal } from './money.ts';
import { whenNear } from './when-near.ts';

/** Carts one request asks for, as the server takes them. */
const AT_ONCE = 50;

/** The cart an element's attributes speak of; null where they lack a price. */
const cartOf = (element: Element): QuoteRequest | null => {
  const currency = element.getAttribute('currency') ?? '';
  const priceMinor = minorFromDecimal(element.getAttribute('price') ?? '', currency);
  if (priceMinor === null) return null;
  const productId = element.getAttribute('product-id') ?? 'unknown';
  const quantity = Number(element.getAttribute('quantity') ?? 1);
  return { currency, lines: [{ productId, quantity, priceMinor }] };
};

/** Which carts the server could not read, where it says so. */
const unreadIn = (error: unknown): Set<number> => {
  const faults = error instanceof OkaeriError ? (error.problem?.errors ?? []) : [];
  const places = faults.map(({ path }) => /^carts\[(\d+)/.exec(path)?.[1]);
  return new Set(places.filter((place) => place !== undefined).map(Number));
};

type Points = number | undefined;

const askFor = async (
  reader: Reader,
  carts: readonly QuoteRequest[],
): Promise<readonly Points[]> => {
  try {
    const { items } = await reader.quotes(carts);
    return items.map((item) => ('quote' in item ? item.quote.points : undefined));
  } catch (error) {
    // A product that is written wrongly in the page takes no other's points away.
    const unread = unreadIn(error);
    const read = carts.filter((_cart, at) => !unread.has(at));
    if (unread.size === 0 || read.length === 0) throw error;
    const points = [...(await askFor(reader, read))];
    return carts.map((_cart, at) => (unread.has(at) ? undefined : points.shift()));
  }
};

const ask = createAsker({ most: AT_ONCE, ask: askFor });

const near = new WeakMap<Element, Promise<void>>();

/** Waits for an element to be in view; what is far below is asked for when somebody comes there. */
const comeNear = (element: HTMLElement): Promise<void> => {
  const coming = near.get(element) ?? new Promise<void>((come) => whenNear(element, come));
  near.set(element, coming);
  return coming;
};

/** What buying would earn, in words: empty where it is nothing, null where nobody can say. */
export const earnOf = async (
  element: HTMLElement & { readonly cart: QuoteRequest | null },
  { session, messages }: Context,
): Promise<string | null> => {
  const { program } = session.state;
  const cart = element.cart ?? cartOf(element);
  if (program === null || cart === null) return null;
  await comeNear(element);
  try {
    // Of one version of the programme, a cart always earns the same.
    const key = JSON.stringify([cart, program.version]);
    const points = await ask(session.reader, key, cart);
    if (points === undefined) return null;
    return points > 0 ? messages.earn(formatPoints(points, program, messages.language)) : '';
  } catch {
    // Nothing is promised rather than something wrong; the next change asks again.
    return null;
  }
};
