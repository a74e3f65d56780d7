import { formatPoints } from '../i18n/format.ts';
import type { Context } from './context.ts';
import { InlineElement } from './inline-element.ts';
import { minorFromDecimal } from './money.ts';

/**
 * `<okaeri-points>` shows what the shopper has to spend, or the programme's name to a guest.
 *
 * @csspart text - the line of text
 * @cssproperty --okaeri-inline-size - the width that is reserved, 9em by default
 */
class PointsElement extends InlineElement {
  protected render({ session, messages }: Context): string | null {
    const { program, me, signedIn } = session.state;
    if (program === null || (signedIn && me === null)) return null;
    return me === null
      ? messages.join
      : formatPoints(me.balance.available, program, messages.$code);
  }
}

/**
 * `<okaeri-earn product-id="p-9" price="18.00" currency="USD">` shows what buying would earn,
 * as the server's own award function counts it.
 *
 * @attr product-id - the shop's id of the product
 * @attr price - the price of one piece as a decimal
 * @attr currency - ISO 4217
 * @attr quantity - pieces, 1 by default
 * @csspart text - the line of text
 */
class EarnElement extends InlineElement {
  static readonly observedAttributes = ['product-id', 'price', 'currency', 'quantity'];
  #asked = '';
  #answer: Promise<number> | undefined;

  protected async render({ session, messages }: Context): Promise<string | null> {
    const { program } = session.state;
    const currency = this.getAttribute('currency') ?? '';
    const priceMinor = minorFromDecimal(this.getAttribute('price') ?? '', currency);
    if (program === null || priceMinor === null) return null;
    const line = {
      productId: this.getAttribute('product-id') ?? 'unknown',
      quantity: Number(this.getAttribute('quantity') ?? 1),
      priceMinor,
    };
    const cart = { currency, lines: [line] };
    const asked = JSON.stringify([cart, program.version]);
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#answer = session.client.quote(cart).then((quote) => quote.points);
    }
    try {
      const points = (await this.#answer) ?? 0;
      return points > 0 ? messages.earn(formatPoints(points, program, messages.$code)) : '';
    } catch {
      // Nothing is promised rather than something wrong; the next change asks again.
      this.#asked = '';
      return null;
    }
  }
}

/** Defines the elements once, however many copies of the widget are on the page. */
export const defineElements = (): void => {
  const define = (tag: string, type: CustomElementConstructor): void => {
    if (!customElements.get(tag)) customElements.define(tag, type);
  };
  define('okaeri-points', PointsElement);
  define('okaeri-earn', EarnElement);
};
