import type { Me, PublicProgram, Quote, QuoteRequest } from '@okaeri/shared/storefront';
import type { Transport } from './transport.ts';

/** What every page view asks. Each call may throw `OkaeriError`. */
export interface Reader {
  program(): Promise<PublicProgram>;
  me(): Promise<Me>;
  quote(cart: QuoteRequest): Promise<Quote>;
}

/** The questions of a page, without the acts. */
export const createReader = (request: Transport): Reader => ({
  program: () => request('/program'),
  me: () => request('/me', { personal: true }),
  quote: (cart) => request('/quote', { method: 'POST', body: cart }),
});
