import { formatCount } from '../lib/format.ts';
import { messages } from '../i18n/messages.ts';
import { noteProductNames, productNames } from '../lib/product-names.ts';
import { request } from '../lib/request.ts';
import type { FilterField } from '../ui/table/filter-field.ts';
import { api } from './session.ts';

/** A product a list is narrowed to: picked from those of the catalog and of orders. */
export const productField = (label: string): FilterField => ({
  name: 'productId',
  label,
  async find(search) {
    const { items } = await request(
      api()['seen-items'].$get({ query: { kind: 'product', search } }),
    );
    noteProductNames(items);
    const w = messages().pickers;
    return items.map(({ id, title, orders }) => ({
      id,
      name: title ?? id,
      more: orders > 0 ? w.seen(formatCount(orders)) : w.inCatalog,
    }));
  },
  say: (id) => productNames().get(id) ?? id,
});
