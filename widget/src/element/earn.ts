import type { QuoteRequest } from '@okaeri/shared/storefront';
import { formatPoints } from '../i18n/format.ts';
import type { Context } from './context.ts';
import { minorFromDecimal } from './money.ts';

/** The cart an element's attributes speak of; null where they lack a price. */
const cartOf = (element: Element): QuoteRequest | null => {
  const currency = element.getAttribute('currency') ?? '';
  const priceMinor = minorFromDecimal(element.getAttribute('price') ?? '', currency);
  if (priceMinor === null) return null;
  const productId = element.getAttribute('product-id') ?? 'unknown';
  const quantity = Number(element.getAttribute('quantity') ?? 1);
  return { currency, lines: [{ productId, quantity, priceMinor }] };
};

/** Answers of this page, by the cart and the version of the programme: nothing is asked twice. */
const answers = new Map<string, Promise<number>>();

/** What buying would earn, in words: empty where it is nothing, null where nobody can say. */
export const earnOf = async (
  element: Element & { readonly cart: QuoteRequest | null },
  { session, messages }: Context,
): Promise<string | null> => {
  const { program } = session.state;
  const cart = element.cart ?? cartOf(element);
  if (program === null || cart === null) return null;
  const asked = JSON.stringify([cart, program.version]);
  try {
    const answer = answers.get(asked) ?? session.reader.quote(cart).then((quote) => quote.points);
    answers.set(asked, answer);
    const points = await answer;
    return points > 0 ? messages.earn(formatPoints(points, program, messages.language)) : '';
  } catch {
    // Nothing is promised rather than something wrong; the next change asks again.
    answers.delete(asked);
    return null;
  }
};
