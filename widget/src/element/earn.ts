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

const ask = createAsker<QuoteRequest, number>({
  most: AT_ONCE,
  ask: async (reader, carts) =>
    (await reader.quotes(carts)).items.map((item) =>
      'quote' in item ? item.quote.points : undefined,
    ),
});

const near = new WeakMap<Element, Promise<void>>();

/** Waits for an element to be in view; what is far below is asked for when somebody comes there. */
const comeNear = (element: HTMLElement): Promise<void> => {
  const coming = near.get(element) ?? new Promise<void>((come) => whenNear(element, come));
  near.set(element, coming);
  return coming;
};

type WithCart = HTMLElement & { cart: QuoteRequest | null };

/** A cart that was set before the script was there stands in front of the property, and hides what comes. */
const uncoverCart = (element: WithCart): void => {
  if (!Object.hasOwn(element, 'cart')) return;
  const { cart } = element;
  Reflect.deleteProperty(element, 'cart');
  element.cart = cart;
};

/** What buying would earn, in words: empty where it is nothing, null where nobody can say. */
export const earnOf = async (
  element: WithCart,
  { session, messages }: Context,
): Promise<string | null> => {
  const { program } = session.state;
  uncoverCart(element);
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
