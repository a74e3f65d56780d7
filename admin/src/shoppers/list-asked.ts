import { SHOPPER_SORTS, type ShopperSort } from '@okaeri/shared/list-words';
import type { Counted } from '@okaeri/shared/list-parts';

import type { Stage } from '@okaeri/shared/segments';
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
export const askedOf = ({ search, sort, order, filters }: TableState): ShoppersAsked => {
  const { status, stage, ...others } = filters;
  return {
    ...others,
    ...narrowing(status, stage),
    ...(search === '' ? {} : { search }),
    sort: SHOPPER_SORTS.find((one) => one === sort) ?? 'newest',
    order,
  };
};

/** How many there are that filters leave. */
export const countOf = async (filters: TableState['filters']): Promise<Counted | undefined> => {
  const { status, stage, ...others } = filters;
  const query = { ...others, ...narrowing(status, stage), counted: 'true', limit: '1' } as const;
  return (await request(api().shoppers.$get({ query }))).total ?? undefined;
};

/** Only what the API knows: an address may have been written by hand. */
function narrowing(
  status: string | undefined,
  stage: string | undefined,
): { status?: 'guest' | 'member' | 'blocked'; stage?: Stage } {
  const known = (['guest', 'member', 'blocked'] as const).find((one) => one === status);
  const stages = messages().stages;
  const at = (Object.keys(stages) as Stage[]).find((one) => one === stage);
  return { ...(known && { status: known }), ...(at && { stage: at }) };
}
