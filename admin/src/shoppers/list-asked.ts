import { SHOPPER_SORTS, type ShopperSort } from '@okaeri/shared/list-words';
import type { Counted } from '@okaeri/shared/list-parts';
import { api } from '../app/session.ts';
import { messages } from '../i18n/messages.ts';
import { request } from '../lib/request.ts';
import type { TableState } from '../ui/table/table-state.ts';

/** What a list of shoppers is asked for, as the API has it. */
export interface ShoppersAsked extends Record<string, string> {
  sort: ShopperSort;
  order: 'asc' | 'desc';
}

/** What the API is asked for a list. */
export const askedOf = ({ search, sort, order, filters }: TableState): ShoppersAsked => ({
  ...narrowing(filters),
  ...(search === '' ? {} : { search }),
  sort: SHOPPER_SORTS.find((one) => one === sort) ?? 'newest',
  order,
});

/** How many there are that filters leave. */
export const countOf = async (filters: TableState['filters']): Promise<Counted | undefined> => {
  const query = { ...narrowing(filters), counted: 'true', limit: '1' } as const;
  return (await request(api().shoppers.$get({ query }))).total ?? undefined;
};

/** Only what the API knows: an address may have been written by hand. */
function narrowing(filters: TableState['filters']): Record<string, string> {
  const { stages, buyers } = messages();
  const known: Readonly<Record<string, object>> = {
    status: { guest: 1, member: 1, blocked: 1 },
    stage: stages,
    ...Object.fromEntries(Object.entries(buyers).map(([name, { options }]) => [name, options])),
  };
  const kept = Object.entries(filters).filter(([name, value]) => {
    const values = known[name];
    return values === undefined || Object.hasOwn(values, value);
  });
  return Object.fromEntries(kept);
}
