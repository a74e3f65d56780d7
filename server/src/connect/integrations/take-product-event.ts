import { deleteProduct } from '../../loyalty/products/delete-product.ts';
import type { Deps } from '../../deps.ts';
import type { PlatformEvent, ProductSnapshot } from './contract/platform-event-rules.ts';
import type { HandledEvent } from './handled-event.ts';
import { adapterOf, type ConnectedShop } from './platforms.ts';
import { lookAtProduct, takeProduct } from './take-product.ts';

type ProductEvent = Extract<PlatformEvent, { kind: 'product' | 'productLook' | 'productGone' }>;

/** Does what a message about a product comes to. Doing it again changes nothing. */
export const takeProductEvent = async (
  deps: Deps,
  meaning: ProductEvent,
  at: ConnectedShop,
): Promise<HandledEvent> => {
  if (meaning.kind === 'product') return takeSnapshot(deps, meaning.snapshot, at);
  const { productId } = meaning;
  if (canAsk(at)) await lookAtProduct(deps, at, productId);
  else if (meaning.kind === 'productGone') await deleteProduct(deps, { shop: at.shop, productId });
  else if (meaning.otherwise !== null) return takeSnapshot(deps, meaning.otherwise, at);
  else return { state: 'ignored', note: 'the platform cannot be asked; its next message tells' };
  return { state: 'done', note: null };
};

async function takeSnapshot(
  deps: Deps,
  snapshot: ProductSnapshot,
  at: ConnectedShop,
): Promise<HandledEvent> {
  const isLast = !canAsk(at) && adapterOf(at.connection).onTie === 'arrival';
  const taken = await takeProduct(deps, at, snapshot, isLast ? 'tie' : undefined);
  if (taken.isDoubtful && canAsk(at)) await lookAtProduct(deps, at, snapshot.productId);
  else if (!taken.isNews) return { state: 'ignored', note: 'it was known' };
  const said = snapshot.leftOut.map(({ path, message }) => `${path}: ${message}`);
  return { state: 'done', note: said.length === 0 ? null : said.join(' ') };
}

function canAsk({ connection }: ConnectedShop): boolean {
  return adapterOf(connection).hasAccess(connection.secrets);
}
