import type { BoughtLine } from '@okaeri/shared/ledger';
import type { OrderState } from '@okaeri/shared/orders';
import type { NamedProduct } from '@okaeri/shared/products';
import { UNSAID_LANGUAGE } from '@okaeri/shared/text-for';
import type { Tx } from '../../platform/store/store.ts';
import { loadNames } from '../products/read-product.ts';
import { IDS_MAX, selectOrdersById, toPlaces } from './rules/queries.ts';
import { readMoney } from './rules/money-rules.ts';
import { readState } from './rules/state-rules.ts';

/** What a shopper has bought with some orders, by the orders' ids. Orders of others are not among them. */
export const listBought = async (
  tx: Tx,
  { shopId, shopperId }: { shopId: string; shopperId: string },
  orderIds: Iterable<string>,
): Promise<ReadonlyMap<string, readonly BoughtLine[]>> => {
  const ids = [...new Set(orderIds)];
  const states = new Map<string, OrderState>();
  for (let from = 0; from < ids.length; from += IDS_MAX) {
    const some = toPlaces(ids.slice(from, from + IDS_MAX));
    const found = await tx.run(selectOrdersById, { shopId, shopperId, ...some });
    for (const { id, state } of found) states.set(id, readState(state));
  }
  const productIds = [...states.values()].flatMap(({ lines }) =>
    lines.map(({ productId }) => productId),
  );
  const names = await loadNames(tx, shopId, productIds);
  return new Map([...states].map(([id, state]) => [id, boughtLines(state, names)]));
};

function boughtLines(
  state: OrderState,
  names: ReadonlyMap<string, NamedProduct>,
): readonly BoughtLine[] {
  // What a line cost does not depend on what counts for points.
  const { parts } = readMoney(state, { includeTax: true, includeShipping: true });
  const paid = new Map(parts.map((part) => [part.lineId, part]));
  return state.lines.map((line) => ({
    ...boughtLine(line, names),
    grossMinor: paid.get(line.id)?.grossMinor ?? 0,
    refundedMinor: paid.get(line.id)?.refundedMinor ?? 0,
  }));
}

function boughtLine(
  { id: lineId, productId, title, quantity, refundedQuantity }: OrderState['lines'][number],
  names: ReadonlyMap<string, NamedProduct>,
): Omit<BoughtLine, 'grossMinor' | 'refundedMinor'> {
  const named = names.get(productId);
  const then =
    title == null ? null : { title: { [UNSAID_LANGUAGE]: title }, url: null, imageUrl: null };
  return { lineId, productId, product: named ?? then, quantity, refundedQuantity };
}
