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
function narrowing(filters: TableState['filters']) {
  const { status, stage, rfm, value, again, overdue, ...others } = filters;
  const { stages, buyers } = messages();
  return {
    ...others,
    ...among('status', { guest: '', member: '', blocked: '' }, status),
    ...among('stage', stages, stage),
    ...among('rfm', buyers.rfmGroups, rfm),
    ...among('value', buyers.valueGroups, value),
    ...among('again', buyers.againGroups, again),
    ...among('overdue', buyers.overdues, overdue),
  };
}

function among<Name extends string, Known extends string>(
  name: Name,
  known: Readonly<Record<Known, string>>,
  value: string | undefined,
): { readonly [Key in Name]?: Known } {
  const found = (Object.keys(known) as Known[]).find((one) => one === value);
  return found === undefined ? {} : ({ [name]: found } as { [Key in Name]: Known });
}
