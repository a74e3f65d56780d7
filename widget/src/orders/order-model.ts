import { signal, type ReadonlySignal } from '../ui/signals.ts';
import { OkaeriError } from '@okaeri/client/problem';
import type { SessionState } from '@okaeri/client/session';
import type { OwnOrder } from '@okaeri/shared/own-order';
import type { QuoteRequest } from '@okaeri/shared/storefront';
import type { AppModel } from '../app/model.ts';

/** What is known of an order. */
type SeenOrder =
  /** Asked for, or not with the server yet. */
  | { readonly kind: 'waits' }
  | { readonly kind: 'own'; readonly order: OwnOrder }
  /** Somebody who is not signed in, and what the cart would have brought them. */
  | { readonly kind: 'guest'; readonly points: number }
  | { readonly kind: 'nothing' };

/** One order, as long as it is looked at. */
export interface OrderModel {
  readonly seen: ReadonlySignal<SeenOrder>;
  stop(): void;
}

/** The page may be there before the shop has sent the order: so often it is asked for anew, and then no more. */
const AGAIN_MS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** Follows an order: anew whenever the shopper's balance has been asked for anew. */
export const createOrderModel = (
  app: AppModel,
  asked: { orderId: string; cart: QuoteRequest | null },
): OrderModel => {
  // Until the first answer: what is drawn before it would move with it.
  const seen = signal<SeenOrder>({ kind: 'nothing' });
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;

  const askOwn = async (mine: number, attempt: number): Promise<void> => {
    let next: SeenOrder;
    try {
      next = { kind: 'own', order: await (await app.client()).order(asked.orderId) };
    } catch (error) {
      const againMs = error instanceof OkaeriError ? AGAIN_MS[attempt] : undefined;
      if (mine !== turn) return;
      if (againMs !== undefined) timer = setTimeout(() => void askOwn(mine, attempt + 1), againMs);
      if (seen.value.kind !== 'own')
        seen.value = { kind: againMs === undefined ? 'nothing' : 'waits' };
      return;
    }
    if (mine === turn) seen.value = next;
  };

  const askGuest = async (mine: number): Promise<void> => {
    const carts = asked.cart && (await app.session.reader.quotes([asked.cart]).catch(() => null));
    if (mine !== turn) return;
    const first = carts?.items[0];
    const points = first && 'quote' in first ? first.quote.points : 0;
    seen.value = points ? { kind: 'guest', points } : { kind: 'nothing' };
  };

  const follow = ({ me, signedIn, program }: SessionState): void => {
    clearTimeout(timer);
    turn += 1;
    if (me !== null) void askOwn(turn, 0);
    else if (!signedIn && program !== null) void askGuest(turn);
  };
  const stop = app.session.subscribe(follow);
  follow(app.session.state);
  return {
    seen,
    stop() {
      turn += 1;
      clearTimeout(timer);
      stop();
    },
  };
};
