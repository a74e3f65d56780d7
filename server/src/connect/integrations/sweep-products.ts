import type { Deps } from '../../deps.ts';
import { UnreadableMessageError, type ProductSnapshot } from './contract/platform-event-rules.ts';
import { adapterOf, type ConnectedShop } from './platforms.ts';
import { takeProduct } from './take-product.ts';
import type { ConnectionRow } from './tables.ts';

/** Looked at again each time: clocks differ, and lists are not always up to date. */
const OVERLAP_MS = 600_000;
/** Products taken at once; they share commits. */
const AT_ONCE = 32;

/** What one look at the platform came to: up to when all was compared, and what went wrong. */
export interface SweptProducts {
  readonly settled: Pick<ConnectionRow, 'productsSweptTo' | 'productsNote' | 'productsCursor'>;
  readonly isAll: boolean;
}

/**
 * Takes what is sold at a shop's platform: everything the first time, and what has changed after that, as no
 * platform promises that every message arrives. What is wrong with products keeps no order waiting.
 *
 * @param forMs how long it may go on before others have their turn
 */
export const sweepProducts = async (
  deps: Deps,
  at: ConnectedShop,
  forMs: number,
): Promise<SweptProducts> => {
  const { productsSweptTo, productsCursor } = at.connection.row;
  try {
    return await takeChanged(deps, at, forMs);
  } catch (error) {
    const productsNote = error instanceof Error ? error.message : String(error);
    deps.logger.warn({ error, shop: at.shop.id }, 'products could not be read from the platform');
    return { settled: { productsSweptTo, productsNote, productsCursor }, isAll: true };
  }
};

async function takeChanged(deps: Deps, at: ConnectedShop, forMs: number): Promise<SweptProducts> {
  const { productsSweptTo: sweptTo, productsCursor } = at.connection.row;
  const turnAt = deps.clock.now();
  // What was there before anybody listened is no news.
  const quietly = sweptTo === 0 ? { ...deps, store: deps.storeWithoutEvents } : deps;
  const since = Math.max(0, sweptTo - OVERLAP_MS);
  const { startedAt, cursor: begun } = readCursor(productsCursor) ?? {
    startedAt: turnAt,
    cursor: null,
  };
  let productsNote: string | null = null;
  let reached = sweptTo;
  let cursor = begun;
  do {
    const asked: { since: number; cursor: string | null } = { since, cursor };
    const page = await adapterOf(at.connection).listProducts(deps, at, asked);
    productsNote = (await takePage(quietly, at, page.products)) ?? productsNote;
    const last = page.products.at(-1);
    if (last !== undefined) reached = Math.max(reached, Date.parse(last.state.updatedAt));
    cursor = page.nextCursor;
    const isOver = deps.underWay.stopping.aborted || deps.clock.now() - turnAt > forMs;
    if (cursor === null || !isOver) continue;
    // Where the longest unchanged come first, all up to the last one are known: cursors do not last.
    const settled = page.isSorted
      ? { productsSweptTo: reached, productsNote, productsCursor: null }
      : { productsSweptTo: sweptTo, productsNote, productsCursor: `${startedAt}_${cursor}` };
    return { settled, isAll: false };
  } while (cursor !== null);
  return {
    settled: { productsSweptTo: startedAt, productsNote, productsCursor: null },
    isAll: true,
  };
}

/** Takes some products, and says what is wrong with the last that cannot be: it holds up no other. */
async function takePage(
  deps: Deps,
  at: ConnectedShop,
  products: readonly ProductSnapshot[],
): Promise<string | null> {
  let note: string | null = null;
  for (let from = 0; from < products.length; from += AT_ONCE) {
    const some = products.slice(from, from + AT_ONCE).map(async (one) => {
      try {
        await takeProduct(deps, at, one, 'now');
      } catch (error) {
        if (!(error instanceof UnreadableMessageError)) throw error;
        note = `product ${one.productId}: ${error.message}`;
      }
    });
    await Promise.all(some);
  }
  return note;
}

function readCursor(text: string | null): { startedAt: number; cursor: string } | undefined {
  const [, at, cursor] = /^(\d+)_(.+)$/s.exec(text ?? '') ?? [];
  return cursor === undefined ? undefined : { startedAt: Number(at), cursor };
}
