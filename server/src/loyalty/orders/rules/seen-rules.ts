import type { SeenItem, SeenKind } from '@okaeri/shared/seen-items';

/** A product of the catalog, as much of it as is looked for. */
interface KnownProduct {
  readonly id: string;
  readonly title: string | null;
  readonly imageUrl: string | null;
  readonly tags: readonly string[];
  readonly collectionIds: readonly string[];
}

/** A line of an order, as much of it as is looked for. */
interface SeenLine {
  readonly productId: string;
  readonly title?: string | null | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly collectionIds?: readonly string[] | undefined;
}

/** How many are told at once. */
const SEEN_MAX = 50;

/** What of a kind was sold or is in the catalog, what was in most orders first. */
export const seenItems = (of: {
  kind: SeenKind;
  search: string;
  products: readonly KnownProduct[];
  orders: readonly (readonly SeenLine[])[];
}): SeenItem[] => {
  const { kind, search, products, orders } = of;
  const found = new Map<string, SeenItem>();
  const note = (item: Omit<SeenItem, 'orders'>, orderCount: number): void => {
    const known = found.get(item.id);
    found.set(item.id, {
      id: item.id,
      title: known?.title ?? item.title,
      imageUrl: known?.imageUrl ?? item.imageUrl,
      orders: (known?.orders ?? 0) + orderCount,
    });
  };
  for (const one of products) for (const item of itemsOf(kind, one, one)) note(item, 0);
  for (const lines of orders) {
    const inOrder = new Map(
      lines.flatMap((line) =>
        itemsOf(kind, { ...line, id: line.productId, imageUrl: null }, line).map((item) => [
          item.id,
          item,
        ]),
      ),
    );
    for (const item of inOrder.values()) note(item, 1);
  }
  const wanted = search.trim().toLowerCase();
  return [...found.values()]
    .filter(({ id, title }) => `${title ?? ''} ${id}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => b.orders - a.orders || (a.title ?? a.id).localeCompare(b.title ?? b.id))
    .slice(0, SEEN_MAX);
};

function itemsOf(
  kind: SeenKind,
  {
    id,
    title,
    imageUrl,
  }: { id: string; title?: string | null | undefined; imageUrl: string | null },
  { tags, collectionIds }: Pick<SeenLine, 'tags' | 'collectionIds'>,
): Omit<SeenItem, 'orders'>[] {
  if (kind === 'product') return [{ id, title: title ?? null, imageUrl }];
  const ids = (kind === 'tag' ? tags : collectionIds) ?? [];
  return ids.map((one) => ({ id: one, title: null, imageUrl: null }));
}
